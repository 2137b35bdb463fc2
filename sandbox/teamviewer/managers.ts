/** Who manages devices and groups: accounts, user groups and companies, each under one ID everywhere. */
import { names } from "../../generated/teamviewer.enums";
import { badRequest, notFound } from "../core/errors";
import { random } from "../core/random";
import { inTurn, keyed } from "../core/seed";
import { refuseMany } from "./bounds";
import type { AnyCall, Schema } from "./calls";
import type { CompanyState } from "./company";
import { numberIn } from "./ids";
import type { UserGroupState } from "./userGroups";
import type { UserState } from "./users";

/** Without a name of its own: it is called as what it stands for. */
export type Manager = { id: string } & (
  | { type: "account"; accountId: number }
  | { type: "company"; companyId: number }
  | { type: "usergroup"; usergroupId: number }
);

export interface ManagerState {
  managers: Map<string, Manager>;
}

/** The numbers of the permissions that managers have, by the ID of the manager. */
export type Access = Map<string, number[]>;

/** What can be managed. */
export interface Managed {
  access: Access;
}

type People = UserState & UserGroupState & CompanyState;

type Reach = AnyCall<ManagerState & People>;

const permissionNames: Record<number, string> = names["PUT /managed/devices/{id}/managers"].permissions;

const all = Object.keys(permissionNames).map(Number);

const managerAdministration = 0;

/** What the account of the token gets on a group that it creates. */
const ofCreator = [managerAdministration, 1];

/** Every user, every user group and the company can be a manager. */
export const seedManagers = ({ users, userGroups, account }: People): Map<string, Manager> => {
  const chance = random("managers");
  const id = () => chance.uuid();
  const company: Manager[] = account.company ? [{ id: id(), type: "company", companyId: account.company.id }] : [];
  const accounts = [...users.keys()].map(
    (userId): Manager => ({
      id: id(),
      type: "account",
      accountId: numberIn(userId),
    }),
  );
  const groups = [...userGroups.keys()].map((usergroupId): Manager => ({ id: id(), type: "usergroup", usergroupId }));
  return keyed([...company, ...accounts, ...groups], (manager) => manager.id);
};

/**
 * Who manages the record whose turn it is: always the account with all permissions and the company, then a colleague, and
 * on every other one a user group.
 */
export const seededAccess = (managers: Manager[]): ((index: number) => Access) => {
  const ofType = (wanted: Manager["type"]) => managers.flatMap(({ id, type }) => (type === wanted ? [id] : []));
  const [own, ...colleagues] = ofType("account");
  const [company] = ofType("company");
  const groups = ofType("usergroup");
  return (index) => {
    const access: [id: string | undefined, permissions: number[]][] = [
      [own, [...all]],
      [company, [2, 3]],
      [inTurn(colleagues, index), [2, 5]],
      [index % 2 === 0 ? inTurn(groups, index / 2) : undefined, [5]],
    ];
    return new Map(access.filter((each): each is [string, number[]] => each[0] !== undefined));
  };
};

type Naming = Pick<Schema<"ManagersPostParameters">, "id" | "accountId" | "companyId" | "usergroupId">;

const stands = (manager: Manager, { id, accountId, companyId, usergroupId }: Naming): boolean => {
  if (id !== undefined) return manager.id === id;
  if (manager.type === "account") return accountId !== undefined && manager.accountId === accountId;
  if (manager.type === "company") return companyId !== undefined && manager.companyId === companyId;
  return usergroupId !== undefined && manager.usergroupId === usergroupId;
};

/** What a naming stands for that is no manager anywhere yet: a user or a user group of the company. */
const newManager = ({ store }: Reach, { id, accountId, usergroupId }: Naming): Manager | undefined => {
  if (id !== undefined) return undefined;
  if (accountId !== undefined && store.users.has(`u${accountId}`)) {
    return { id: store.newGuid(), type: "account", accountId };
  }
  if (usergroupId !== undefined && store.userGroups.has(usergroupId)) {
    return { id: store.newGuid(), type: "usergroup", usergroupId };
  }
  return undefined;
};

/** The manager that is named. */
const managerNamed = (call: Reach, naming: Naming): Manager => {
  const { managers } = call.store;
  const manager = [...managers.values()].find((each) => stands(each, naming)) ?? newManager(call, naming);
  if (!manager) throw badRequest(`There is no manager ${JSON.stringify(naming)}.`);
  managers.set(manager.id, manager);
  return manager;
};

const nameOf = ({ store }: Reach, manager: Manager): string => {
  if (manager.type === "account") return store.users.get(`u${manager.accountId}`)?.name ?? "";
  if (manager.type === "company") return store.account.company?.name ?? "";
  return store.userGroups.get(manager.usergroupId)?.name ?? "";
};

/** A manager as it is on a record: type and permissions come as words. */
const managerAnswer = (call: Reach, { access }: Managed, id: string): Schema<"ManagerModel"> => {
  const manager = call.store.managers.get(id);
  if (!manager) throw notFound("Manager", id);
  const permissions = (access.get(id) ?? []).map((number) => permissionNames[number] ?? "");
  return { ...manager, name: nameOf(call, manager), permissions };
};

/** What the account of the token may do with what it creates. */
export const accessOfCreator = (call: Reach): Access =>
  new Map([[managerNamed(call, { accountId: numberIn(call.token.userId) }).id, [...ofCreator]]]);

/** Refuses what would leave nobody who may change the managers. */
const changed = (managed: Managed, access: Access) => {
  if (![...access.values()].some((permissions) => permissions.includes(managerAdministration))) {
    throw badRequest("At least one manager must keep the permission ManagerAdministration.");
  }
  managed.access = access;
};

const bounded = <Item>(items: Item[]): Item[] => {
  refuseMany(items, "managers");
  return items;
};

/** The answer of the list. */
export const managersOf = (call: Reach, managed: Managed): Schema<"ManagerModel">[] =>
  [...managed.access.keys()].map((id) => managerAnswer(call, managed, id));

export const addManagers = (call: Reach, managed: Managed, given: Schema<"ManagersPostParameters">[]) => {
  const added = bounded(given).map(({ permissions = [], ...naming }): [string, number[]] => [
    managerNamed(call, naming).id,
    permissions,
  ]);
  changed(managed, new Map([...managed.access, ...added]));
  return added.map(([id]) => managerAnswer(call, managed, id));
};

const onRecord = ({ access }: Managed, id: string | undefined): string => {
  if (id === undefined || !access.has(id)) throw badRequest(`${id} is no manager here.`);
  return id;
};

export const changeManagers = (call: Reach, managed: Managed, given: Schema<"ManagersPutParameters">[]) => {
  const changes = bounded(given).map(({ id, permissions = [] }): [string, number[]] => [
    onRecord(managed, id),
    permissions,
  ]);
  changed(managed, new Map([...managed.access, ...changes]));
  return changes.map(([id]) => managerAnswer(call, managed, id));
};

export const changeManager = (
  call: Reach,
  managed: Managed,
  id: string,
  { permissions = [] }: Schema<"ManagersPutParameters">,
) => {
  if (!managed.access.has(id)) throw notFound("Manager", id);
  changed(managed, new Map([...managed.access, [id, permissions]]));
  return managerAnswer(call, managed, id);
};

export const removeManagers = (managed: Managed, ids: string[]) => {
  const gone = bounded(ids);
  if (!gone.some((id) => managed.access.has(id))) throw badRequest("None of them is a manager here.");
  changed(managed, new Map([...managed.access].filter(([id]) => !gone.includes(id))));
};

export const removeManager = (managed: Managed, id: string) => {
  if (!managed.access.has(id)) throw notFound("Manager", id);
  removeManagers(managed, [id]);
};
