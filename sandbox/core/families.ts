/** Puts the families of a vendor's operations together: each is a module that exports some of these. */
import type { Answer } from "./answers";

/** Handlers by operation id, whatever each of them needs of its call. */
export type AnyHandlers = { [operationId: string]: ((call: never) => Answer) | undefined };

export interface Family {
  /** How many records of each kind there are at the start, unless a caller wants more or fewer. */
  counts?: Record<string, number>;
  /** How many records of each list are on a page, unless a caller wants more or fewer. */
  pageSizes?: Record<string, number>;
  /** Makes the records, from the families before this one where it needs them. */
  seed?(seeding: never): object;
  handlers: AnyHandlers;
}

/** What a seed gets: how many records to make, the time in whole seconds, and the records of families before it. */
export type Seeding<Counts, Earlier = unknown> = Earlier & {
  count: Counts;
  /** Milliseconds. */
  now: number;
};

type Intersection<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? { [Name in keyof All]: All[Name] }
  : never;

/** The counts of all families. */
export type CountsOf<Each> = Intersection<Each extends { counts: infer Counts } ? Counts : never>;
export type PageSizesOf<Each> = Intersection<Each extends { pageSizes: infer Sizes } ? Sizes : never>;
/** The records of all families. */
export type StateOf<Each> = Intersection<Each extends { seed(seeding: never): infer State } ? State : never>;

/** All parts in one object; throws when two claim one name. */
export const merge = <Value>(parts: (Record<string, Value> | undefined)[]): Record<string, Value> => {
  const merged: Record<string, Value> = {};
  for (const [name, value] of parts.flatMap((part) => Object.entries(part ?? {}))) {
    if (name in merged) throw new Error(`Two families claim ${name}.`);
    merged[name] = value;
  }
  return merged;
};

/** The records of all families: the same counts and time give the same, whatever ran before. */
export const seedAll = <Each extends Family>(
  families: readonly Each[],
  counts: CountsOf<Each>,
  at: Date,
): StateOf<Each> => {
  const now = Math.floor(at.getTime() / 1000) * 1000;
  const state = {};
  for (const { seed } of families) Object.assign(state, seed?.({ ...state, count: counts, now } as never));
  return state as StateOf<Each>;
};
