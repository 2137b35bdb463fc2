/** Groups of managed devices. */
import { list, picklist } from "../client";
import { resourceList } from "../envelopes";

export const managedGroups = list("GET /managed/groups", resourceList);

export const exampleManagedGroup = { id: "c2a95d0b-71e8-4f36-a4b9-8d3e6f1c5a72", name: "Point of sale" };

const selectManagedGroup = picklist({
  label: "Select Managed Group",
  description: "Pick one of the managed groups of the account, by name.",
  records: (tv) => managedGroups.pages(tv),
  key: (group) => group.id,
  name: (group) => [group.name],
  example: { key: "c2a95d0b-71e8-4f36-a4b9-8d3e6f1c5a72", label: "Point of sale" },
});

export const dataSources = { selectManagedGroup };
