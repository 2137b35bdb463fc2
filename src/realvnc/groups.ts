/** Which groups computers and users are in: of all of them by one request, since groups list their members. */
import { isRecord } from "../http/answers";
import { concurrently } from "../http/concurrently";
import { pageSchema } from "./envelopes";

/** A group as it stands beside a computer or a user. */
export interface GroupName {
  id: string;
  name: string;
}

interface Group {
  id?: string;
  name?: string;
  members?: readonly unknown[];
}

/**
 * The groups, each with its members. A list that leaves them out says nothing of them: they are read group by group then,
 * or everybody would seem to be in none.
 */
export const withMembers = (
  groups: readonly Group[],
  readGroup: (id: string) => Promise<Pick<Group, "members">>,
): Promise<Group[]> =>
  concurrently(groups.filter(isRecord), async (group: Group) =>
    Array.isArray(group.members) || !group.id ? group : { ...group, members: (await readGroup(group.id)).members },
  );

/** By the ID of a member, the groups that it is in. */
type Memberships = ReadonlyMap<string, GroupName[]>;

/** A member by its ID, whether the vendor lists IDs or records. */
const idOf = (member: unknown): string => {
  if (typeof member !== "object" || member === null) return String(member);
  return String((member as { id?: unknown }).id);
};

export const membershipsIn = (groups: readonly Group[]): Memberships => {
  const byMember = new Map<string, GroupName[]>();
  for (const { id = "", name = "", members } of groups.filter(isRecord) as Group[]) {
    for (const member of new Set([members ?? []].flat().map(idOf))) {
      byMember.set(member, [...(byMember.get(member) ?? []), { id, name }]);
    }
  }
  return byMember;
};

/** How many members a group has, as a dropdown shows it; `kind` is what one of them is. Nothing where they are not listed. */
export const memberCount = ({ members }: Group, kind: string) =>
  Array.isArray(members) && `${members.length} ${kind}${members.length === 1 ? "" : "s"}`;

interface Asked {
  includeGroups: boolean;
  ungroupedOnly: boolean;
}

/**
 * What the inputs of `grouping` make of a list: which records are taken, and what is added to each. The groups are read
 * only when one of the inputs needs them.
 */
export const groupingOf = async <Item extends object>(
  { includeGroups, ungroupedOnly }: Asked,
  readGroups: () => Promise<readonly Group[]>,
  idOfItem: (item: Item) => string | undefined,
) => {
  const memberships =
    includeGroups || ungroupedOnly ? membershipsIn(await readGroups()) : new Map<string, GroupName[]>();
  const groupsOf = (item: Item) => memberships.get((item && idOfItem(item)) ?? "") ?? [];
  return {
    keep: (item: Item) => !ungroupedOnly || groupsOf(item).length === 0,
    complete: (item: Item): Item & { groups?: GroupName[] } =>
      includeGroups && item ? { ...item, groups: groupsOf(item) } : item,
  };
};

const groupsSchema = {
  type: "array",
  items: { type: "object", properties: { id: { type: "string" }, name: { type: "string" } } },
};

/** The JSON Schema, as text, of one page of such a list. */
export const groupedListSchema = (items: string, component: string): string =>
  pageSchema(items, {
    allOf: [{ $ref: component }, { type: "object", properties: { groups: groupsSchema } }],
  });
