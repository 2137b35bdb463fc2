/** Server groups of the TeamSpeak server: what its members are given rights by. */
import { isRecord, requireKind } from "../../http/answers";
import { InputError, messageOf } from "../../http/errors";
import { portionByPortion } from "../../http/portions";
import { type Member, membersIn, onceEach, type ServerGroup } from "../answers";
import { combine, type TSManageClient } from "../client";
import { batchSize, memberIds, serverGroupId, serverGroupIds } from "../inputs";
import { exampleMember } from "./members";

const operation = "PATCH /members/update-batch";

/** Which groups members get and lose, by number. */
interface Change {
  add?: readonly number[];
  remove?: readonly number[];
}

/** What became of a change: whose batch failed was not changed, or is not known to be. */
interface Changed {
  addedGroups: ServerGroup[];
  removedGroups: ServerGroup[];
  members: Member[];
  /** Those that the vendor's answer leaves out. */
  notFound: string[];
  failed: { memberIds: string[]; error: string }[];
}

/** What to do where the answer does not tell whether the change was made. */
const look = "The change may have been made all the same: look at the members before running it again.";

/** Changes the members of one batch. Throws when it is not done, or not known to be. */
const changeBatch = async (client: TSManageClient, memberIds: string[], { add = [], remove = [] }: Change) => {
  // Whether a list may be left out is not said, so that an empty one is sent.
  const body = { memberIds, serverGroupIdsToAdd: [...new Set(add)], serverGroupIdsToRemove: [...new Set(remove)] };
  const answer = await client.request(operation, { body });
  const request = client.transport.nameOf(operation);
  requireKind("record", answer, request, { changes: true });
  return { ...answer, members: membersIn(answer.members, request, look) };
};

/** The groups of all batches, each once, whether its number comes as a text or not. */
const groupsOf = (lists: (ServerGroup[] | undefined)[]): ServerGroup[] =>
  onceEach(lists.flat().filter(isRecord) as ServerGroup[], (group) =>
    group.sgid == null ? group : String(group.sgid),
  );

const idOf = ({ clientUniqueIdentifier }: Member): string => clientUniqueIdentifier;

/** Those of a batch that the answer to it leaves out. */
const leftOut = ({ portion, answer }: { portion: string[]; answer: { members: Member[] } }): string[] => {
  const changed = new Set(answer.members.map(idOf));
  return portion.filter((id) => !changed.has(id));
};

/** Changes members batch after batch. Throws when not even one batch was changed. */
const changeGroups = async (
  client: TSManageClient,
  { memberIds, batchSize = 100 }: { memberIds: string[]; batchSize?: number },
  change: Change,
): Promise<Changed> => {
  const { done, failed } = await portionByPortion([...new Set(memberIds)], batchSize, (batch) =>
    changeBatch(client, batch, change),
  );
  if (failed.length > 0) {
    const { nameOf, options } = client.transport;
    const [lost, all] = [failed.length, failed.length + done.length];
    options.context.logger.warn(
      `${nameOf(operation)}: ${lost} of ${all} batches failed; failed in the answer says why.`,
    );
  }
  const answers = done.map(({ answer }) => answer);
  return {
    addedGroups: groupsOf(answers.map(({ addedGroups }) => addedGroups)),
    removedGroups: groupsOf(answers.map(({ removedGroups }) => removedGroups)),
    members: onceEach(
      answers.flatMap(({ members }) => members),
      idOf,
    ),
    notFound: done.flatMap(leftOut),
    failed: failed.map(({ portion, error }) => ({
      memberIds: portion,
      error: messageOf(error),
    })),
  };
};

const groupsSchema = { type: "array", items: { $ref: "ServerGroup" } };
const idsSchema = { type: "array", items: { type: "string" } };

const output = JSON.stringify({
  type: "object",
  properties: {
    addedGroups: groupsSchema,
    removedGroups: groupsSchema,
    members: { type: "array", items: { $ref: "Member" } },
    notFound: idsSchema,
    failed: {
      type: "array",
      items: { type: "object", properties: { memberIds: idsSchema, error: { type: "string" } } },
    },
  },
});

const raider: ServerGroup = { sgid: "12", name: "Raider", type: 1, iconid: "0", savedb: 1, sortid: "30", namemode: 0 };
const recruit: ServerGroup = { ...raider, sgid: "11", name: "Recruit", sortid: "20" };

const example: Changed = {
  addedGroups: [raider],
  removedGroups: [recruit],
  members: [exampleMember],
  notFound: [],
  failed: [],
};

/** What all of these actions promise, behind what each does. */
const inBatches =
  "Sent in batches, one after another; one that fails does not stop the rest. failed lists who was not changed or is not known to be, and why; notFound, whom TSManage's answer leaves out. When no batch was done, the action fails.";

const updateServerGroups = combine({
  label: "Update Server Groups",
  description: `Give members server groups and take others from them, any number of members at once. ${inBatches}`,
  operations: [operation],
  inputs: {
    memberIds,
    serverGroupIdsToAdd: serverGroupIds("Server Group IDs to Add", "The server groups that all of the members get."),
    serverGroupIdsToRemove: serverGroupIds(
      "Server Group IDs to Remove",
      "The server groups that are taken from all of the members.",
    ),
    batchSize,
  },
  run: (client, { serverGroupIdsToAdd: add = [], serverGroupIdsToRemove: remove = [], ...whom }) => {
    const [both] = add.filter((id) => remove.includes(id));
    if (both !== undefined) {
      throw new InputError(
        "Server Group IDs to Remove",
        `${both} is also in Server Group IDs to Add. A group is given or taken, not both.`,
      );
    }
    if (add.length + remove.length === 0) {
      throw new InputError(
        "Server Group IDs to Add",
        "fill in this or Server Group IDs to Remove. Without one of them nothing would change.",
      );
    }
    return changeGroups(client, whom, { add, remove });
  },
  output,
  example,
});

const addMembersToServerGroup = combine({
  label: "Add Members to Server Group",
  description: `Give members a server group, any number of members at once. ${inBatches}`,
  operations: [operation],
  inputs: { memberIds, serverGroupId: serverGroupId("The server group that the members get"), batchSize },
  run: (client, { serverGroupId, ...whom }) => changeGroups(client, whom, { add: [serverGroupId] }),
  output,
  example: { ...example, removedGroups: [] },
});

const removeMembersFromServerGroup = combine({
  label: "Remove Members from Server Group",
  description: `Take a server group from members, any number of members at once. ${inBatches}`,
  operations: [operation],
  inputs: { memberIds, serverGroupId: serverGroupId("The server group that is taken from the members"), batchSize },
  run: (client, { serverGroupId, ...whom }) => changeGroups(client, whom, { remove: [serverGroupId] }),
  output,
  example: { ...example, addedGroups: [], members: [{ ...exampleMember, serverGroups: [] }] },
});

const setServerGroupsOfMembers = combine({
  label: "Set Server Groups of Members",
  description: `Give members exactly the wanted ones of a set of server groups, such as those of all ranks: they get the wanted ones, and lose the others of the set. Groups outside the set stay as they are. ${inBatches}`,
  operations: [operation],
  inputs: {
    memberIds,
    serverGroupIds: serverGroupIds(
      "Server Group IDs",
      "The wanted server groups, all of which have to be in the set. Blank: the members lose the whole set.",
    ),
    amongServerGroupIds: serverGroupIds(
      "Among Server Group IDs",
      "The set of server groups that is decided on. Others are left alone.",
      true,
    ),
    batchSize,
  },
  run: (client, { serverGroupIds: wanted = [], amongServerGroupIds: among, ...whom }) => {
    const [outside] = wanted.filter((id) => !among.includes(id));
    if (outside !== undefined) {
      throw new InputError(
        "Server Group IDs",
        `${outside} is not in Among Server Group IDs. Nothing was changed; add it there or leave it out.`,
      );
    }
    return changeGroups(client, whom, { add: wanted, remove: among.filter((id) => !wanted.includes(id)) });
  },
  output,
  example,
});

export const actions = {
  updateServerGroups,
  addMembersToServerGroup,
  removeMembersFromServerGroup,
  setServerGroupsOfMembers,
};
