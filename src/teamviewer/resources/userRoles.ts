/** User roles of the company: named sets of permissions. */
import { dataSource } from "@prismatic-io/spectral";
import { connection } from "../../platform/inputs";
import { toPicklist } from "../../platform/picklist";
import { teamviewer } from "../client";

const selectUserRole = dataSource({
  display: { label: "Select User Role", description: "Pick one of the company's user roles, by name." },
  dataSourceType: "picklist",
  inputs: { connection },
  perform: async (context, { connection }) => {
    const answer = await teamviewer(context, connection).get("/userroles");
    return toPicklist(answer?.Roles ?? [], { key: (role) => role.Id, label: (role) => [role.Name] });
  },
  examplePayload: { result: [{ key: "d4f81a36-5c7e-4b29-9e0d-2a6b8c3f7e15", label: "Support agent" }] },
});

export const dataSources = { selectUserRole };
