/** What the managers of devices and of groups have in common: what they may do, and how several are given. */
import checkOfNew from "../../generated/teamviewer.checks/ManagersPostParameters";
import checkOfChange from "../../generated/teamviewer.checks/ManagersPutParameters";
import { names } from "../../generated/teamviewer.enums";
import { InputError } from "../http/errors";
import type { ValuesOf } from "../platform/groupInput";
import { numberNamed } from "../platform/inputs";
import { jsonItemsInput } from "../platform/jsonInputs";
import { namedListInput } from "../platform/listInputs";
import { ids } from "./vocabulary";

const { permissions: permissionNames } = names["PUT /managed/devices/{id}/managers"];

const managersLabel = "Managers";
const permissionsLabel = "Permissions";

const allPermissions = Object.values(permissionNames).join(", ");

/** Stands for no permission at all: a list without items would be no list that is filled in. */
const readOnly = -1;

/** All that a manager may do from now on. */
export const permissions = namedListInput(
  {
    label: permissionsLabel,
    comments:
      "All that the manager may do from now on, by the names of the permissions: one that is not named is taken away. ReadOnly alone takes all of them away, so that the manager can only look.",
    example: "EasyAccess",
    required: true,
  },
  { ...permissionNames, [readOnly]: "ReadOnly" } as const,
);

/** The permissions that the input says. Throws an `InputError` when they are none and some at once. */
export const permissionsOf = <Given extends number>(given: Given[]): Exclude<Given, typeof readOnly>[] => {
  const numbers = given.filter((each): each is Exclude<Given, typeof readOnly> => each !== readOnly);
  if (numbers.length > 0 && numbers.length < given.length) {
    throw new InputError(permissionsLabel, "ReadOnly takes all permissions away, and cannot be given with others.");
  }
  return numbers;
};

/** The permissions of an answer, which has names or numbers, as a request takes them. Throws an `InputError` for others. */
export const numbersOf = (answered: readonly (string | number)[] = []) =>
  answered.map((each) => numberNamed(permissionNames)(String(each), permissionsLabel));

const named = { permissions: permissionNames };

const userIdsLabel = "User IDs";

/** Who is added: users and user groups with one set of permissions, and others with permissions of their own. */
export const added = {
  accountIds: ids.account.several("The users to add, for example u23456789. Blank: none.", {
    label: userIdsLabel,
    example: "u23456789",
  }),
  usergroupIds: ids.userGroup.several("The user groups to add, by their numbers. Blank: none.", {
    label: "User Group IDs",
  }),
  permissions: namedListInput(
    {
      label: permissionsLabel,
      comments: "What these users and user groups may do, by the names of the permissions. Blank: they can only look.",
      example: "EasyAccess",
    },
    permissionNames,
  ),
  managers: jsonItemsInput(
    {
      label: managersLabel,
      comments: `More managers, each with permissions of its own. Each is named by exactly one of accountId (the number of a user: 23456789 of u23456789), usergroupId, companyId and id (the ID that it has as a manager already). Permissions come by name or number: ${allPermissions}; without them a manager can only look. Blank: none.`,
      example: [
        { accountId: 34567890, permissions: ["DeviceAdministration", "EasyAccess"] },
        { companyId: 4711, permissions: ["PolicyAdministration"] },
      ],
      named,
    },
    checkOfNew,
  ),
};

/** The managers that there are already, one or several to remove; `kind` is that of devices' or of groups' managers. */
export const existing = (kind: typeof ids.managedDeviceManager | typeof ids.managedGroupManager) => ({
  managerId: kind.required("The manager, by its manager ID."),
  managerIds: kind.several("The managers to remove, by their manager IDs. Sent 100 at a time.", {
    label: "Manager IDs",
    required: true,
  }),
});

/** Managers to change, each with all that it may do from now on. */
export const changedManagers = jsonItemsInput(
  {
    label: managersLabel,
    comments: `The managers to change, each by its manager ID with all permissions that it has from now on, by name or number: ${allPermissions}. An empty list of permissions leaves it able to look only. Managers that are not named stay as they are. Sent 100 at a time.`,
    example: [
      { id: "9b4e7c20-5d13-4a8f-b6e2-1c0d8f7a3e59", permissions: ["DeviceAdministration", "EasyAccess"] },
      { id: "5f82d1c6-0b97-4e3a-9d48-7a6c2e1f0b35", permissions: ["EasyAccess"] },
    ],
    required: true,
    named,
  },
  checkOfChange,
);

interface Manager {
  id?: string;
  accountId?: number;
  companyId?: number;
  usergroupId?: number;
  permissions?: unknown[];
}

type NewManager = NonNullable<ValuesOf<typeof added>["managers"]>[number];

const identifiers = ["id", "accountId", "companyId", "usergroupId"] as const;

const identifiersOf = (manager: Manager) => identifiers.filter((key) => manager[key] !== undefined);

const requireEach = <Each>(managers: Each[], isWhole: (manager: Each) => boolean, problem: string): Each[] => {
  const index = managers.findIndex((manager) => !isWhole(manager));
  if (index >= 0) throw new InputError(managersLabel, `at [${index}]: ${problem}`);
  return managers;
};

/** The managers, when each is named in one way: of several TeamViewer would follow one. Throws an `InputError`. */
const identified = (managers: NewManager[]): NewManager[] =>
  requireEach(
    managers,
    (manager) => identifiersOf(manager).length === 1,
    `exactly one of ${identifiers.join(", ")} is expected.`,
  );

/** All managers that the inputs of `added` name. Throws an `InputError` when they name none, or one in no clear way. */
export const managersOf = ({
  accountIds = [],
  usergroupIds = [],
  permissions: shared,
  managers = [],
}: ValuesOf<typeof added>): NewManager[] => {
  const alike = [
    ...accountIds.map((accountId) => ({ accountId, permissions: shared })),
    ...usergroupIds.map((usergroupId) => ({ usergroupId, permissions: shared })),
  ];
  if (shared && alike.length === 0) {
    throw new InputError(permissionsLabel, "are those of User IDs and User Group IDs. Fill in one of them.");
  }
  if (alike.length + managers.length === 0) {
    throw new InputError(userIdsLabel, "nobody to add. Fill in User IDs, User Group IDs or Managers.");
  }
  return [...alike, ...identified(managers)];
};

/**
 * The managers, when each has its ID and its permissions: without them TeamViewer would take all of them away. Throws an
 * `InputError`.
 */
export const complete = <Each extends Manager>(managers: Each[]): Each[] =>
  requireEach(
    managers,
    ({ id, permissions }) => id !== undefined && permissions !== undefined,
    '"id" and "permissions" are expected; an empty list of permissions takes all of them away.',
  );

/** How managers are sent in portions. */
export const managerPortions = {
  what: "manager",
  nameOf: (manager: Manager) => identifiersOf(manager).map((key) => `${key} ${manager[key]}`),
};

/** The kind of a manager; its type comes as a word or as a number without a published name. */
const kindOf = ({ type, accountId, companyId, usergroupId }: Manager & { type?: string | number }) => {
  if (accountId) return "account";
  if (companyId) return "company";
  if (usergroupId) return "user group";
  return typeof type === "string" ? type : undefined;
};

/** What a dropdown says of a manager; a user group may be without a name. */
export const managerLabel = (manager: Manager & { name?: string; type?: string | number }) => [
  manager.name,
  kindOf(manager),
  manager.name ? undefined : manager.usergroupId,
];

export const exampleManager = {
  id: "9b4e7c20-5d13-4a8f-b6e2-1c0d8f7a3e59",
  type: "account",
  accountId: 23456789,
  name: "Jan Nowak",
  permissions: ["DeviceAdministration", "EasyAccess"],
};
