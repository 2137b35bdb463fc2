/** Groups of managed devices. */
import { dataSource } from "@prismatic-io/spectral";
import { collect, toPage } from "../../http/pages";
import { connection } from "../../platform/inputs";
import { toPicklist } from "../../platform/picklist";
import { teamviewer } from "../client";
import { resourceList } from "../envelopes";

const selectManagedGroup = dataSource({
  display: { label: "Select Managed Group", description: "Pick one of the managed groups of the account, by name." },
  dataSourceType: "picklist",
  inputs: { connection },
  perform: async (context, { connection }) => {
    const client = teamviewer(context, connection);
    const groups = await collect(async (token) =>
      toPage(resourceList, await client.get("/managed/groups", { query: { paginationToken: token } })),
    );
    return toPicklist(groups, { key: (group) => group.id, label: (group) => [group.name] });
  },
  examplePayload: { result: [{ key: "c2a95d0b-71e8-4f36-a4b9-8d3e6f1c5a72", label: "Point of sale" }] },
});

export const dataSources = { selectManagedGroup };
