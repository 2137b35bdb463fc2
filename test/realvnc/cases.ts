/** What each action of one operation is run with, against the seeded sandbox. */
import { component, type recordsOf } from "../support/realvnc";

/** Those that are many requests by themselves have tests of their own: test/realvnc/tasks. */
const several = /^(renameComputers|removeComputers|clean\w+|add\w+sToGroups)$/;

/** The actions of one operation, and those that find and verify. */
export const singleKeys = Object.keys(component.actions).filter((key) => key !== "rawRequest" && !several.test(key));

type Inputs = Record<string, unknown>;

export interface Case {
  required: Inputs;
  /** With the required ones, all inputs that do not exclude each other; of those that do, once each. */
  all: Inputs[];
  /** For each of all, another value that is as valid. */
  other: Inputs;
}

const paged = { fetchAll: true, maximumRecords: 20 };
const otherPaged = { fetchAll: false, maximumRecords: 3 };

const withPage = (required: Inputs, inputs: Inputs, nextPage: string): Inputs[] => [
  { ...required, ...inputs, ...paged },
  { ...required, ...inputs, ...paged, nextPage },
];

/** By the key of the action. Made for each test anew: the IDs are those of the seed. */
export const casesOf = ({ entry, member, group, sandbox }: ReturnType<typeof recordsOf>): Record<string, Case> => {
  const till = entry("TILL-7").entryId;
  const kiosk = entry("KIOSK-1").entryId;
  const tills = group("Tills").id;
  const kiosks = group("Kiosks").id;
  const support = group("First level support").id;
  const stores = group("Store managers").id;
  const users = [...sandbox.store.members.values()].filter(({ roles }) => !roles.has("OWNER") && !roles.has("ADMIN"));
  const inGroup = (id: string) => [...(sandbox.store.userGroups.get(id)?.members ?? [])];
  const [one, another] = users.map(({ id }) => id);
  const one_ = String(one);
  const [supporter] = inGroup(support);
  const oneOf = (required: Inputs, other: Inputs): Case => ({ required, all: [required], other });
  const nothing: Case = { required: {}, all: [{}], other: {} };
  const now = Date.now();
  const fortnight = 14 * 86_400_000;
  const computers = { from: "KIOSK", includeGroups: true, ungroupedOnly: true };
  const people = { from: "b", state: "JOINED", role: "USER", includeGroups: true, ungroupedOnly: true };
  const presence = { status: "ONLINE", lastSeenSort: "ASC", pageSize: 5 };
  const events = {
    to: now - 1000,
    order: "ASC",
    serverId: entry("TILL-70").serverId,
    sessionEventsOnly: true,
  };
  const from = now - fortnight;
  const ofTill = sandbox.store.events.filter(
    ({ serverId, timestamp, eventCategory }) =>
      serverId === events.serverId && timestamp > from && eventCategory === "SESSION_LOG",
  );
  const mail = "new.person@example.com";
  return {
    listComputers: {
      required: {},
      all: withPage({}, computers, "/1.0/entries?from=LYON"),
      other: {
        from: "LYON",
        includeGroups: false,
        ungroupedOnly: false,
        nextPage: "/1.0/entries?from=TILL",
        ...otherPaged,
      },
    },
    getComputer: oneOf({ entryId: till }, { entryId: kiosk }),
    renameComputer: {
      required: { entryId: till, name: "TILL-8" },
      all: [{ entryId: till, name: "TILL-8", ifMatch: '"1"' }],
      other: { entryId: kiosk, name: "TILL-9", ifMatch: '"2"' },
    },
    removeComputer: oneOf({ entryId: till }, { entryId: kiosk }),
    findComputer: oneOf({ name: " till-7 " }, { name: "KIOSK-1" }),
    listGroupsOfComputer: oneOf({ entryId: till }, { entryId: kiosk }),
    addComputerToGroup: oneOf({ entryId: till, groupId: kiosks }, { entryId: kiosk, groupId: tills }),
    removeComputerFromGroup: oneOf(
      { entryId: till, groupId: tills, defaultAccess: "EVERYONE" },
      { entryId: kiosk, groupId: kiosks, defaultAccess: "NO_ONE" },
    ),
    listComputerGroups: nothing,
    getComputerGroup: oneOf({ groupId: tills }, { groupId: kiosks }),
    findComputerGroup: oneOf({ name: "tills" }, { name: "Kiosks" }),
    listPresence: {
      required: {},
      all: [
        { ...presence, ...paged, page: 1 },
        { ...presence, ...paged, nextPage: "/1.0/presence?page=2" },
      ],
      other: {
        status: "OFFLINE",
        lastSeenSort: "DESC",
        pageSize: 7,
        page: 0,
        nextPage: "/1.0/presence?page=1",
        ...otherPaged,
      },
    },
    listAuditEvents: {
      required: { from },
      all: withPage({ from }, events, `/1.0/audit?cursor=${ofTill[1]?.id}`),
      other: {
        from: from - 86_400_123,
        to: now - fortnight / 2,
        order: "DESC",
        serverId: entry("TILL-7").serverId,
        sessionEventsOnly: false,
        nextPage: `/1.0/audit?cursor=${ofTill[2]?.id}`,
        ...otherPaged,
      },
    },
    listUsers: {
      required: {},
      all: withPage({}, people, "/1.0/members?from=h"),
      other: {
        from: "f",
        state: "INVITED",
        role: "MANAGER",
        includeGroups: false,
        ungroupedOnly: false,
        nextPage: "/1.0/members?from=c",
        ...otherPaged,
      },
    },
    getUser: oneOf({ userId: one_ }, { userId: another }),
    findUser: oneOf({ email: member("ivan.petrov@example.com").email }, { email: "alex.morgan@example.com" }),
    inviteUser: {
      required: { email: mail, roles: ["USER"] },
      all: [{ email: mail, roles: ["USER", "MANAGER"], groups: "First level support\nfield, north and east" }],
      other: { email: "other@example.com", roles: ["TECHNICIAN"], groups: [stores] },
    },
    updateUserRoles: {
      required: { userId: one_, roles: ["USER"] },
      all: [{ userId: one_, roles: ["USER", "TECHNICIAN"], ifMatch: '"1"' }],
      other: { userId: another, roles: ["MANAGER"], ifMatch: '"2"' },
    },
    removeUser: oneOf({ userId: one_ }, { userId: another }),
    listGroupsOfUser: oneOf({ userId: one_ }, { userId: another }),
    addUserToGroup: oneOf({ userId: one_, groupId: support }, { userId: another, groupId: stores }),
    removeUserFromGroup: oneOf(
      { userId: supporter, groupId: support },
      { userId: inGroup(stores)[0], groupId: stores },
    ),
    listUserGroups: nothing,
    getUserGroup: oneOf({ groupId: support }, { groupId: stores }),
    findUserGroup: oneOf({ name: "STORE managers" }, { name: "First level support" }),
    verifyConnection: { required: {}, all: [{ checkWritePermissions: true }], other: { checkWritePermissions: false } },
  };
};
