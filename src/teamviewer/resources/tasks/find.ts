/** Finds the one record that is meant by an address, a TeamViewer ID or a name. */
import { itemsOf } from "../../../http/pages";
import { type Found, failUnlessOne, foundOf, foundSchema, matching } from "../../../platform/findOne";
import { parsedInput, textInput } from "../../../platform/inputs";
import { combine } from "../../client";
import { emailForm, ownerId } from "../../inputs";
import { ids, toTeamViewerId } from "../../vocabulary";
import { devices, exampleDevice } from "../devices";
import { exampleGroup, groupsOf, makeGroup } from "../groups";
import { companyManagedDevices, exampleManagedDevice } from "../managedDevices";
import { exampleManagedGroup, managedGroups } from "../managedGroups";
import { exampleUserGroup, userGroups } from "../userGroups";
import { exampleUser, users } from "../users";

const one = <Item>(record: Item): Found<Item> => ({ outcome: "one", record, candidates: [record] });

const name = (of: string, example: string) =>
  textInput({
    label: "Name",
    comments: `The name of the ${of}, whole. Upper and lower case count only where two names differ in nothing else.`,
    example,
    required: true,
  });

const teamviewerId = parsedInput(
  {
    label: "TeamViewer ID",
    comments: "The TeamViewer ID of the device, with or without spaces or the prefix r, for example 123 456 789.",
    example: "123456789",
    required: true,
  },
  toTeamViewerId,
);

const findUserByEmail = combine({
  label: "Find User by Email",
  description: "Find the user of the company who signs in with an e-mail address, with all fields.",
  operations: ["GET /users"],
  safe: true,
  inputs: {
    email: textInput({
      label: "User Email",
      comments: "The e-mail address that the user signs in with, in any mix of upper and lower case.",
      example: "jan.nowak@example.com",
      required: true,
      ...emailForm,
    }),
    failUnlessOne,
  },
  run: async (tv, { email, failUnlessOne: fail }) => {
    const listed = await users.all(tv, { query: { email: email.trim(), full_list: true } });
    const candidates = matching(listed, email, (user) => user.email);
    const has = `the e-mail address ${email}`;
    return foundOf(candidates, { kind: ["user", "users"], has, idOf: ({ id }) => id }, { fail });
  },
  output: foundSchema("GetUserResponse"),
  example: one(exampleUser),
});

const findDevice = combine({
  label: "Find Device by TeamViewer ID",
  description: "Find the entry of the Computers & Contacts list that has a TeamViewer ID.",
  operations: ["GET /devices"],
  safe: true,
  inputs: { teamviewerId, failUnlessOne },
  run: async (tv, { teamviewerId: id, failUnlessOne: fail }) => {
    const listed = await devices.all(tv, { query: { remotecontrol_id: `r${id}` } });
    const candidates = listed.filter((device) => device.remotecontrol_id === `r${id}`);
    const has = `the TeamViewer ID ${id}`;
    return foundOf(candidates, { kind: ["device", "devices"], has, idOf: (device) => device.device_id }, { fail });
  },
  output: foundSchema("GetDeviceResponse"),
  example: one(exampleDevice),
});

const findManagedDevice = combine({
  label: "Find Managed Device by TeamViewer ID",
  description:
    "Find the managed device of the company that has a TeamViewer ID. The API has no filter for it: all of the company's managed devices are read.",
  operations: ["GET /managed/devices/company"],
  safe: true,
  inputs: { teamviewerId, failUnlessOne },
  run: async (tv, { teamviewerId: wanted, failUnlessOne: fail }) => {
    const listed = await companyManagedDevices.all(tv);
    const candidates = listed.filter((device) => String(device.teamviewerId) === wanted);
    const has = `the TeamViewer ID ${wanted}`;
    return foundOf(candidates, { kind: ["managed device", "managed devices"], has, idOf: ({ id }) => id }, { fail });
  },
  output: foundSchema("ManagedDeviceModel"),
  example: one(exampleManagedDevice),
});

const findGroup = combine({
  label: "Find Group by Name",
  description: "Find the group of the Computers & Contacts list that has a name, among own and shared ones.",
  operations: ["GET /groups", "GET /users/{uid}/groups"],
  safe: true,
  inputs: { name: name("group", "Warsaw Office"), userId: ownerId, failUnlessOne },
  run: async (tv, { name: wanted, userId, failUnlessOne: fail }) => {
    const listed = await itemsOf(groupsOf(tv, userId, { name: wanted.trim() }));
    const candidates = matching(listed, wanted, (group) => group.name);
    return foundOf(
      candidates,
      { kind: ["group", "groups"], has: `the name ${wanted}`, idOf: ({ id }) => id },
      { fail },
    );
  },
  output: foundSchema("GetGroupResponse"),
  example: one(exampleGroup),
});

const findManagedGroup = combine({
  label: "Find Managed Group by Name",
  description: "Find the managed group that has a name, among those that the account manages.",
  operations: ["GET /managed/groups"],
  safe: true,
  inputs: { name: name("managed group", "Point of sale"), failUnlessOne },
  run: async (tv, { name: wanted, failUnlessOne: fail }) => {
    const candidates = matching(await managedGroups.all(tv), wanted, (group) => group.name);
    const sought = { has: `the name ${wanted}`, idOf: ({ id }: { id?: string }) => id };
    return foundOf(candidates, { kind: ["managed group", "managed groups"], ...sought }, { fail });
  },
  output: foundSchema("ManagedGroupModel"),
  example: one(exampleManagedGroup),
});

const findUserGroup = combine({
  label: "Find User Group by Name",
  description: "Find the user group of the company that has a name.",
  operations: ["GET /usergroups"],
  safe: true,
  inputs: { name: name("user group", "First level support"), failUnlessOne },
  run: async (tv, { name: wanted, failUnlessOne: fail }) => {
    const candidates = matching(await userGroups.all(tv), wanted, (group) => group.name);
    const sought = { has: `the name ${wanted}`, idOf: ({ id }: { id?: number }) => id };
    return foundOf(candidates, { kind: ["user group", "user groups"], ...sought }, { fail });
  },
  output: foundSchema("UserGroupModel"),
  example: one(exampleUserGroup),
});

const findOrCreateGroup = combine({
  label: "Find or Create Group",
  description:
    "Find the group of the Computers & Contacts list that has a name, or create it. Several groups of that name are an error that names them.",
  operations: ["GET /groups", "GET /users/{uid}/groups", "POST /groups", "POST /users/{uid}/groups"],
  inputs: {
    name: name("group", "Warsaw Office"),
    policy_id: ids.policy.optional("The GUID of the TeamViewer policy of a group that is created. Blank: none."),
    userId: ownerId,
  },
  run: async (tv, { name: wanted, policy_id, userId }) => {
    const listed = await itemsOf(groupsOf(tv, userId, { name: wanted.trim() }));
    const candidates = matching(listed, wanted, (group) => group.name);
    if (candidates.length === 0)
      return { created: true, group: await makeGroup(tv, userId, { name: wanted, policy_id }) };
    const sought = { has: `the name ${wanted}`, idOf: ({ id }: { id?: string }) => id };
    const { record } = foundOf(candidates, { kind: ["group", "groups"], ...sought }, { fail: true });
    return { created: false, group: record };
  },
  output: JSON.stringify({
    type: "object",
    properties: { created: { type: "boolean" }, group: { $ref: "GetGroupResponse" } },
  }),
  example: { created: false, group: exampleGroup },
});

export const actions = {
  findUserByEmail,
  findDeviceByTeamviewerId: findDevice,
  findManagedDeviceByTeamviewerId: findManagedDevice,
  findGroupByName: findGroup,
  findManagedGroupByName: findManagedGroup,
  findUserGroupByName: findUserGroup,
  findOrCreateGroup,
};
