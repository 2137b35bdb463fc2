/** Watching a list by comparing all of it with what it was at the last poll. */
import { hashOf } from "./hashing";
import { type Id, idText, oldestFirst, type Time, toTime } from "./order";
import { pack, unpack } from "./packedMap";
import type { Delivery, Pages, Watch } from "./poll";

/** What is remembered of each record: the hash of its id, and one number. */
export type Snapshot = ReadonlyMap<number, number>;

export interface SnapshotReader<Item> {
  /** The vendor's id of a record. Records without one are skipped, with a warning. */
  id: (record: Item) => Id;
  /**
   * The number to remember of a record, from 0 to 2^48 - 1: a fingerprint, or a code of its state. The record counts as
   * updated when it differs from `before`, the number of the last poll (undefined for a record that is new).
   */
  value: (record: Item, before: number | undefined) => number;
  /** What the delivered records are sorted by, oldest first; without it the natural order of their ids. */
  time?: (record: Item) => Time;
}

export interface Change<Item> {
  record: Item;
  /** The number remembered at the last poll. */
  before: number;
  /** The number remembered now. */
  value: number;
}

export interface Changes<Item> {
  created: Item[];
  updated: Change<Item>[];
  /** How many records of the last poll are gone. One that comes back later is created again. */
  deleted: number;
}

export interface SnapshotWatch<Item, Data extends Delivery> extends SnapshotReader<Item> {
  scope: unknown;
  /** Reads the whole list. */
  pages: () => Pages<Item>;
  /** What the trigger delivers of the changes. */
  deliver: (changes: Changes<Item>) => Data;
}

interface Seen<Item> {
  id: string;
  record: Item;
  before: number | undefined;
  value: number;
}

/**
 * Compares a list with the last snapshot of it; without one, nothing has changed. A record that comes twice, for example
 * on two pages, is one record, and the last one counts. Besides the new snapshot only changed records are held in memory.
 * Throws what reading the pages throws.
 */
export const compareSnapshot = async <Item>(
  pages: Pages<Item>,
  previous: Snapshot | undefined,
  { id, value, time }: SnapshotReader<Item>,
): Promise<Changes<Item> & { next: Snapshot; withoutId: number }> => {
  const next = new Map<number, number>();
  const changed = new Map<number, Seen<Item>>();
  let withoutId = 0;

  const add = (record: Item) => {
    const text = idText(id(record));
    if (text === undefined) {
      withoutId += 1;
      return;
    }
    const hash = hashOf(text);
    const before = previous?.get(hash);
    const now = value(record, before);
    next.set(hash, now);
    if (previous && before !== now) changed.set(hash, { id: text, record, before, value: now });
    else changed.delete(hash);
  };

  for await (const { items } of pages) for (const record of items) add(record);

  const inOrder = [...changed.values()]
    .map((seen) => ({ ...seen, time: time && toTime(time(seen.record)) }))
    .sort(oldestFirst);
  return {
    created: inOrder.filter(({ before }) => before === undefined).map(({ record }) => record),
    updated: inOrder.flatMap(({ record, before, value }) => (before === undefined ? [] : [{ record, before, value }])),
    deleted: countMissing(previous, next),
    next,
    withoutId,
  };
};

const countMissing = (previous: Snapshot | undefined, next: Snapshot): number => {
  let missing = 0;
  for (const hash of previous?.keys() ?? []) if (!next.has(hash)) missing += 1;
  return missing;
};

/**
 * A watch for `poll` that compares the whole list each time. It needs one read of the list per poll, and state of about
 * 10 characters a record: 100,000 records with fingerprints take less than 1 MiB.
 */
export const watchSnapshot = <Item, Data extends Delivery>({
  scope,
  pages,
  deliver,
  ...reader
}: SnapshotWatch<Item, Data>): Watch<Snapshot, Data> => ({
  kind: "snapshot",
  scope,
  encode: pack,
  decode: unpack,
  look: async (previous, { warn }) => {
    const { next, withoutId, ...changes } = await compareSnapshot(pages(), previous, reader);
    if (withoutId > 0) warn(`${withoutId} records without an ID were skipped: they cannot be told apart.`);
    return { next, data: deliver(changes) };
  },
});
