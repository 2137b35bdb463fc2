/** Whether the service answers and knows the token. */
import { action } from "@prismatic-io/spectral";
import { connection } from "../../platform/inputs";
import { teamviewer } from "../client";

const getPing = action({
  display: { label: "Get Ping", description: "Check that TeamViewer's API answers and that the token is valid." },
  performSafety: "safe",
  inputs: { connection },
  perform: async (context, { connection }) => ({ data: await teamviewer(context, connection).get("/ping") }),
  examplePayload: { data: { token_valid: true } },
});

export const actions = { getPing };
