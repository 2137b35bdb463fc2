/** TSManage's actions, on sandboxes, for as many members as each has. */
import type { Connection } from "@prismatic-io/spectral";
import { type Sandbox, startSandbox } from "../../../sandbox/tsmanage";
import { connectionTo, run } from "../../../test/support/tsmanage";
import { first, type InWorlds, measureIn, type Probes, requestsOf } from "./worlds";

interface World {
  sandbox: Sandbox;
  connection: Connection;
}

const start = async (members: number): Promise<World> => {
  const sandbox = await startSandbox({ seed: { members } });
  return { sandbox, connection: connectionTo(sandbox.baseUrl, sandbox.credentials.apiKey) };
};

const forAll =
  (key: string, inputs: (group: number) => object = () => ({})) =>
  ({ sandbox, connection }: World) => {
    const { members, serverGroups } = sandbox.store;
    const given = { memberIds: [...members.keys()], ...inputs(first(serverGroups.keys())) };
    return requestsOf(sandbox, () => run(key, connection, given));
  };

const actions: Probes<World> = {
  listMembers: forAll("listMembers"),
  updateServerGroups: forAll("updateServerGroups", (group) => ({ serverGroupIdsToAdd: [String(group)] })),
  addMembersToServerGroup: forAll("addMembersToServerGroup", (group) => ({ serverGroupId: String(group) })),
  removeMembersFromServerGroup: forAll("removeMembersFromServerGroup", (group) => ({ serverGroupId: String(group) })),
  setServerGroupsOfMembers: forAll("setServerGroupsOfMembers", (group) => ({
    serverGroupIds: [String(group)],
    amongServerGroupIds: [String(group)],
  })),
};

/** What each sends in each world, by its key. */
export const measureTSManage = (): Promise<Map<string, InWorlds>> => measureIn(start, actions);
