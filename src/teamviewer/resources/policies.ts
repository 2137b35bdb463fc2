/** TeamViewer policies, which devices and groups are given. */
import { dataSource } from "@prismatic-io/spectral";
import { connection } from "../../platform/inputs";
import { toPicklist } from "../../platform/picklist";
import { teamviewer } from "../client";

const selectPolicy = dataSource({
  display: { label: "Select Policy", description: "Pick one of the account's TeamViewer policies, by name." },
  dataSourceType: "picklist",
  inputs: { connection },
  perform: async (context, { connection }) => {
    const answer = await teamviewer(context, connection).get("/TeamViewerPolicies");
    return toPicklist(answer?.policies ?? [], { key: (policy) => policy.policy_id, label: (policy) => [policy.name] });
  },
  examplePayload: { result: [{ key: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58", label: "Kiosk devices" }] },
});

export const dataSources = { selectPolicy };
