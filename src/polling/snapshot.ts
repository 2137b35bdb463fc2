/** Watching a list by comparing all of it with what it was at the last poll. */
import { hashOf } from "./hashing";
import { type Id, oldestFirst, readId, type Time, toTime, warnOfSkipped } from "./order";
import { pack, unpack } from "./packedMap";
import type { Delivery, Pages, Watch } from "./poll";
import { HashTable, joined, noRecords, type SortedTable } from "./tables";

/** What is remembered of each record: the hash of its id, and one number. */
export type Snapshot = SortedTable;

export interface SnapshotReader<Item> {
  /** The vendor's id of a record. Records without one are skipped, with a warning. */
  id: (record: Item) => Id;
  /**
   * The number to remember of a record, from 0 to 2^48 - 1: a fingerprint, or a code of its state. `before` is the number
   * of the last poll, undefined for a record that is new.
   */
  value: (record: Item, before: number | undefined) => number;
  /** Whether a record that was there at the last poll counts as updated; without it, when the two numbers differ. */
  isUpdate?: (before: number, value: number) => boolean;
  /** What the delivered records are sorted by, oldest first; without it the natural order of their ids. */
  time?: (record: Item) => Time;
  /** Asked at the end: whether all records of the last poll are there, also those that did not come. */
  holdsAll?: () => boolean;
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
  /** See `Watch`. */
  trigger?: string;
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
  { id, value, time, isUpdate = (before, now) => before !== now, holdsAll = () => false }: SnapshotReader<Item>,
): Promise<Changes<Item> & { next: Snapshot; withoutId: number }> => {
  const known = noteKnown(previous, holdsAll);
  const added = new HashTable();
  const changed = new Map<number, Seen<Item>>();
  let withoutId = 0;

  const add = (record: Item) => {
    const text = readId(record, id);
    if (text === undefined) {
      withoutId += 1;
      return;
    }
    const hash = hashOf(text);
    const place = known.indexOf(hash);
    const before = known.before(place);
    const now = value(record, before);
    if (place < 0) added.set(hash, now);
    else known.note(place, now);
    if (previous && (before === undefined || isUpdate(before, now))) {
      changed.set(hash, { id: text, record, before, value: now });
    } else if (changed.size > 0) changed.delete(hash);
  };

  for await (const { items } of pages) for (const record of items) add(record);

  const inOrder = [...changed.values()]
    .map((seen) => ({ ...seen, time: time && toTime(time(seen.record)) }))
    .sort(oldestFirst);
  return {
    created: inOrder.filter(({ before }) => before === undefined).map(({ record }) => record),
    updated: inOrder.flatMap(({ record, before, value }) => (before === undefined ? [] : [{ record, before, value }])),
    deleted: known.missing(),
    next: previous && known.isSame() && added.size === 0 ? previous : joined(known.noted(), added.sorted()),
    withoutId,
  };
};

const notListed = -1;

/** What the records of the last poll are now, by their place in its snapshot. */
const noteKnown = (previous: Snapshot = noRecords(), holdsAll: () => boolean) => {
  const { size, hashes, values } = previous;
  const now = new Float64Array(size).fill(notListed);
  let listed = 0;
  let changed = 0;
  return {
    indexOf: (hash: number) => previous.indexOf(hash),
    before: (place: number) => (place < 0 ? undefined : values[place]),
    note: (place: number, value: number) => {
      if (now[place] === notListed) listed += 1;
      if (value !== values[place]) changed += 1;
      now[place] = value;
    },
    missing: () => (holdsAll() ? 0 : size - listed),
    isSame: () => (holdsAll() || listed === size) && changed === 0,
    noted: () =>
      holdsAll() || listed === size
        ? { hashes, values: holdsAll() ? values : now }
        : {
            hashes: hashes.filter((_, place) => now[place] !== notListed),
            values: now.filter((value) => value !== notListed),
          },
  };
};

/**
 * A watch for `poll` that compares the whole list each time. It needs one read of the list per poll, and state of about
 * 10 characters a record: 100,000 records with fingerprints take less than 1 MiB.
 */
export const watchSnapshot = <Item, Data extends Delivery>({
  trigger,
  scope,
  pages,
  deliver,
  ...reader
}: SnapshotWatch<Item, Data>): Watch<Snapshot, Data> => ({
  kind: "snapshot",
  trigger,
  scope,
  encode: pack,
  decode: unpack,
  look: async (previous, { load, warn }) => {
    const before = load ? noRecords() : previous;
    const { next, withoutId, ...changes } = await compareSnapshot(pages(), before, reader);
    warnOfSkipped({ withoutId }, warn);
    return { next, data: deliver(changes) };
  },
});
