/**
 * Which entries are one computer that was registered several times, and which of them works: all of it pure.
 *
 * Removing the wrong one is worse than leaving one, so that whatever cannot be told ends in nothing being done.
 */
import type { components } from "../../generated/realvnc";
import { folded } from "../platform/findOne";
import { toTime } from "../polling/order";

export type Entry = components["schemas"]["Entry"];

/** An entry that can be named. */
export type Named = Entry & { entryId: string; name: string };

/** What is to be done about the entries of one computer. */
export interface CleanUp {
  working: Named;
  /** Seen less lately than the working one, or never. */
  old: Named[];
  /** The name without a copy number, where the working one does not have it and no other computer does. */
  plainName?: string;
  /** Why the working one keeps its name, where it is not the plain one. */
  keepsName?: string;
}

/** Entries of which nothing is decided, and why. */
export interface Undecided {
  entries: Named[];
  reason: string;
}

export interface Decision {
  cleanUps: CleanUp[];
  undecided: Undecided[];
}

/**
 * A second registration is number 2: names that end in #1 or (0) are numbered by somebody. So are those of three digits and
 * more: they are rooms and years.
 */
const copyNumber = /^(.*\S)\s+(?:\(([1-9]\d?)\)|#([1-9]\d?))$/s;

/**
 * A name without the number that it ends in, and that number; 0 where there is none. Of two numbers the first was given by
 * somebody, so that the second may be as well.
 */
const readName = (name: string): { plain: string; number: number } => {
  const [, plain = "", parenthesised, hashed] = copyNumber.exec(name.trim()) ?? [];
  if (plain === "" || copyNumber.test(plain)) return { plain: name.trim(), number: 0 };
  return { plain, number: Number(parenthesised ?? hashed) };
};

/** The name of a computer, whichever of its registrations the entry is. */
export const plainNameOf = (name: string): string => {
  const { plain, number } = readName(name);
  return number > 1 ? plain : name.trim();
};

/** Zeros are what a system says that knows no address. */
const addressesOf = ({ data }: Entry): Set<string> =>
  new Set(
    [data?.macAddrs ?? []]
      .flat()
      .map((address) => folded(address).replace(/[^\da-f]/g, ""))
      .filter((address) => !/^0*$/.test(address)),
  );

/**
 * Whether the data of two entries are those of two machines; where one of them says nothing, they are not. An address of
 * both is not enough where each has others: adapters of virtual networks have the same one everywhere.
 */
const isToldApart = (one: Entry, other: Entry): boolean => {
  const [name, otherName] = [folded(one.data?.machineName), folded(other.data?.machineName)];
  if (name !== "" && otherName !== "" && name !== otherName) return true;
  const [addresses, otherAddresses] = [addressesOf(one), addressesOf(other)];
  if (addresses.size === 0 || otherAddresses.size === 0) return false;
  const shared = [...addresses].filter((address) => otherAddresses.has(address)).length;
  const isOneName = name !== "" && name === otherName;
  return isOneName ? shared === 0 : shared < Math.min(addresses.size, otherAddresses.size);
};

/** Those that can be reached from each other by pairs that nothing tells apart. */
const linked = (entries: readonly Named[]): Named[][] => {
  const left = new Set(entries);
  const groups: Named[][] = [];
  for (const first of entries) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const member of group) {
      for (const other of left) {
        if (isToldApart(member, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
};

const groupBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

/** What is no entry, or cannot be named, is nobody's duplicate. */
const isNamed = (entry: Entry): entry is Named => isText(entry?.entryId) && isText(entry.name);

/** Each entry once, also where it moved from one page to another while the list was read. */
const distinct = (entries: readonly Entry[]): Named[] => [
  ...new Map(entries.filter(isNamed).map((entry) => [entry.entryId, entry])).values(),
];

/** When an entry was seen last, in milliseconds since 1970: 0 for never, not a number for what cannot be read. */
export const lastSeenOf = ({ serverLastSeenTime: time }: Entry): number => (time ? (toTime(time) ?? Number.NaN) : 0);

/** A server that is reached by its address alone. */
const isOutsideCloud = ({ serverId, host }: Entry): boolean => !serverId && !!host;

/** The entry that was seen last, or why there is none. */
const workingOf = (entries: readonly Named[]): Named | string => {
  const times = entries.map(lastSeenOf);
  if (times.some(Number.isNaN)) return "The last-seen time of one of them cannot be read.";
  const latest = Math.max(...times);
  if (latest === 0) return "None of them was ever seen, so that none can be told to be the working one.";
  const [working, ...others] = entries.filter((_, index) => times[index] === latest);
  if (!working || others.length > 0) return "Several of them were seen last at the same time.";
  return working;
};

/** Why nothing can be decided of entries that share a plain name and may be one computer. */
const doubtOf = (entries: readonly Named[]): string | undefined => {
  const isOneMachine = entries.every((one) => entries.every((other) => !isToldApart(one, other)));
  if (!isOneMachine) return "There are several machines of this name, and the data of some do not say which they are.";
  if (entries.some(isOutsideCloud)) {
    return "One of them is outside the cloud, where nothing tells when it was seen.";
  }
  return undefined;
};

/** Those who have a name, or share a plain one. */
interface Names {
  /** By name. */
  holders: ReadonlyMap<string, readonly Named[]>;
  /** How many computers have this plain name. */
  computers: number;
}

/** Why the working entry of a computer is not given the plain name. */
const keptNameOf = (plainName: string, entries: readonly Named[], { holders, computers }: Names) => {
  const holding = holders.get(plainName) ?? [];
  const other = holding.find((holder) => !entries.includes(holder));
  if (other) return `The name ${plainName} belongs to another computer, ${other.entryId}.`;
  return computers > 1 && holding.length === 0 ? `Several computers could have the name ${plainName}.` : undefined;
};

const cleanUpOf = (working: Named, entries: readonly Named[], names: Names): CleanUp => {
  const old = entries.filter((entry) => entry !== working);
  const plainName = plainNameOf(working.name);
  if (working.name.trim() === plainName) return { working, old };
  const keepsName = keptNameOf(plainName, entries, names);
  return keepsName ? { working, old, keepsName } : { working, old, plainName };
};

const byId = (a: Named, b: Named) => (a.entryId < b.entryId ? -1 : 1);

/**
 * Decides what is to be done about the computers of a team that are registered several times; with a prefix, about those
 * whose name begins so, in any mix of upper and lower case. `entries` has to be the whole team: only so it is known whose
 * a name is. The decision comes in the order of the names.
 *
 * Entries are one computer when their names are the same apart from a copy number and no machine name and no MAC addresses
 * tell them apart. The one that was seen last works. Nothing is decided where that is not certain.
 */
export const decideDuplicates = (entries: readonly Entry[], prefix = ""): Decision => {
  const team = distinct(entries).sort(byId);
  const holders = groupBy(team, ({ name }) => name.trim());
  const isNumbered = new Set(
    team.map(({ name }) => readName(name)).flatMap(({ plain, number }) => (number === 1 ? [plain] : [])),
  );
  const decision: Decision = { cleanUps: [], undecided: [] };
  const families = [...groupBy(team, ({ name }) => plainNameOf(name))].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [plainName, family] of families) {
    if (!plainName.toLowerCase().startsWith(prefix.trimStart().toLowerCase())) continue;
    const computers = linked(family);
    for (const computer of computers.filter(({ length }) => length > 1)) {
      const doubt = isNumbered.has(plainName)
        ? "Their names are numbered from 1: they may be computers of their own."
        : doubtOf(computer);
      const working = doubt ?? workingOf(computer);
      if (typeof working === "string") decision.undecided.push({ entries: computer, reason: working });
      else decision.cleanUps.push(cleanUpOf(working, computer, { holders, computers: computers.length }));
    }
  }
  return decision;
};
