import { done, ok } from "../../core/answers";
import { collection } from "../../core/collection";
import { badRequest, conflict } from "../../core/errors";
import type { Seeding } from "../../core/families";
import { pageOf } from "../../core/paging";
import { random } from "../../core/random";
import { dealt, keyed, times } from "../../core/seed";
import type { AnyCall, Handlers, Schema } from "../calls";
import { type CompanyState, inCompany } from "../company";
import type { Device, DeviceState } from "../devices";
import type { User, UserState } from "../users";

export interface DirectoryGroup {
  id: string;
  name: string;
  userIds: Set<string>;
  deviceIds: Set<string>;
}

export interface DirectoryGroupState {
  directoryGroups: Map<string, DirectoryGroup>;
}

export const counts = { directoryGroups: 3 };

export const pageSizes = { directoryGroups: 100, directoryGroupMembers: 100 };

type Reach = AnyCall<DirectoryGroupState & UserState & DeviceState & CompanyState, typeof pageSizes>;

const names = ["Night shift technicians", "Tills", "External auditors"];

/** Every user and every device is in one group, each group in turn. */
const seedDirectoryGroups = (count: number, users: User[], devices: Device[]): DirectoryGroup[] => {
  const chance = random("directory groups");
  return times(count, (index) => ({
    id: chance.uuid(),
    name: names[index] ?? `Directory group ${index + 1}`,
    userIds: new Set(dealt(users, count, index).map(({ id }) => id)),
    deviceIds: new Set(dealt(devices, count, index).map(({ device_id }) => device_id)),
  }));
};

type Earlier = UserState & DeviceState;

export const seed = ({ count, users, devices }: Seeding<typeof counts, Earlier>): DirectoryGroupState => ({
  directoryGroups: keyed(
    seedDirectoryGroups(count.directoryGroups, [...users.values()], [...devices.values()]),
    ({ id }) => id,
  ),
});

const directoryGroups = collection({
  name: "Directory group",
  records: ({ store }: Reach) => store.directoryGroups,
  key: ({ id }) => id,
});

const named = (call: Reach, name: string) => directoryGroups.list(call).find((group) => group.name === name);

const freeName = (call: Reach, name: string): string => {
  if (!name) throw badRequest("The field 'name' is empty.");
  if (named(call, name)) throw conflict(`A directory group '${name}' already exists.`);
  return name;
};

const groupAnswer = ({ id, name }: DirectoryGroup) => ({ id, name });

/** The group and what it has of the members that a body names, which have to exist. */
const membersOf = (
  call: Reach & { path: { id: string }; body: Schema<"ConditionalAccessGroupMembersPostParameters"> },
) => {
  const { userIds, deviceIds } = directoryGroups.find(call, call.path.id);
  const { member_type, members } = call.body;
  const [ids, known] = member_type === "User" ? [userIds, call.store.users] : [deviceIds, call.store.devices];
  const stranger = members.find((id) => !known.has(id));
  if (stranger !== undefined) throw badRequest(`members: there is no ${member_type.toLowerCase()} ${stranger}.`);
  return { ids, members };
};

export const handlers = {
  ConditionalAccess_Get: (call) => {
    const { directoryGroups: size } = call.pageSizes;
    const page = pageOf("directory groups", directoryGroups.list(call), size, call.query?.continuation_token);
    return ok({ directory_groups: page.items.map(groupAnswer), continuation_token: page.next });
  },

  ConditionalAccess_Post: (call) => {
    const group = { id: call.store.newGuid(), name: freeName(call, call.body.name) };
    return ok(groupAnswer(directoryGroups.add(call, { ...group, userIds: new Set(), deviceIds: new Set() })));
  },

  /** Of the members those of the kind that is asked for. */
  ConditionalAccess_Get1: (call) => {
    const { id, member_type } = call.path;
    const group = named(call, id) ?? directoryGroups.find(call, id);
    const ofUsers = member_type === "users";
    const page = pageOf(
      `${member_type} of ${group.id}`,
      [...(ofUsers ? group.userIds : group.deviceIds)],
      call.pageSizes.directoryGroupMembers,
      call.query?.continuation_token,
    );
    return ok({
      directory_group: {
        ...groupAnswer(group),
        company_id: inCompany(call).id,
        ...(ofUsers ? { user_ids: page.items } : { device_ids: page.items }),
      },
      continuation_token: page.next,
    });
  },

  ConditionalAccess_Put: (call) => {
    const { id } = directoryGroups.find(call, call.path.id);
    return done(directoryGroups.change(call, id, { name: freeName(call, call.body.name) }));
  },

  ConditionalAccess_PostMembers: (call) => {
    const { ids, members } = membersOf(call);
    return done(members.map((id) => ids.add(id)));
  },

  ConditionalAccess_DeleteMembers: (call) => {
    const { ids, members } = membersOf(call);
    return done(members.map((id) => ids.delete(id)));
  },

  ConditionalAccess_Delete: (call) => done(directoryGroups.remove(call, call.path.id)),
} satisfies Handlers<Reach>;
