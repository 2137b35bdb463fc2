/** Any request to the Web API, for what has no action of its own. */
import { action } from "@prismatic-io/spectral";
import { anySchema, withOutputSchema } from "../../platform/outputSchema";
import { rawRequestInputs, sendRawRequest } from "../../platform/rawRequest";
import { teamviewerTransport } from "../client";

const example = { contacts: [{ contact_id: "c12345678", name: "Jan Nowak" }] };

const definition = action({
  display: {
    label: "Raw Request",
    description: "Send any request to TeamViewer's Web API with the connection's token.",
  },
  performSafety: "notAllowed",
  inputs: rawRequestInputs("/contacts"),
  perform: async (context, values) => ({ data: await sendRawRequest(context, teamviewerTransport, values) }),
  examplePayload: { data: example },
  examplePerform: async () => ({ data: example }),
});

const rawRequest = withOutputSchema(definition, () => anySchema);

export const actions = { rawRequest };
