/**
 * Telling new and changed records page by page, by comparing each with its fingerprint of the last run.
 *
 * During a run the snapshot of the last one, the base, stays as it is. A page adds to two things: the fingerprints of
 * the records that were delivered, and one bit per record of the base that was seen. Only these travel from page to page,
 * so that a run in which little changes carries little: 17 kB for 100,000 records. Both are in shards, of which a page
 * reads and writes those of its records alone. After the last page the base takes over the changes and drops what was not
 * seen; after a run that failed, the next one puts the changes over the base.
 */
import type { Comparison, News, Start } from "./batches";
import { hashOf } from "./hashing";
import { type Id, readId, type Time, toTime, warnOfSkipped } from "./order";
import { type PackedShards, ShardedTable } from "./shards";
import { joined, type Sorted } from "./tables";

export interface SnapshotSync<Item> {
  /** The vendor's id of a record. Records without one are skipped, with a warning. */
  id: (record: Item) => Id;
  /** A number that changes when the record does. */
  fingerprint: (record: Item) => number;
  /**
   * Since when nothing happened with a record; undefined while that cannot be said of it. An initial sync with `since`
   * leaves out the records that are idle since an earlier time; they count as new when that is over.
   */
  idleSince: (record: Item) => Time;
}

interface SnapshotState {
  since: string | undefined;
  /** By the hash of its id, the fingerprint of each record. */
  base: ShardedTable;
  /** What an unfinished run has delivered. */
  changed: ShardedTable;
}

interface StoredSnapshot {
  since: string | null;
  base: PackedShards;
  changed: PackedShards;
}

interface Progress {
  /** Tells the base that the bits of `seen` are for. */
  base: string;
  changed: PackedShards;
  /** Null when the base was replaced during the run. */
  seen: string | null;
}

/** What a run knows when a page begins. */
interface Known {
  base: ShardedTable;
  changed: ShardedTable;
  /** One bit per record of the base, in its order; undefined when nothing can be said of what was not seen. */
  seen: Buffer | undefined;
}

const isSeen = (seen: Buffer, index: number): boolean => (((seen[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;

const markSeen = (seen: Buffer, index: number) => {
  seen[index >> 3] = (seen[index >> 3] ?? 0) | (1 << (index & 7));
};

const only = ({ hashes, values }: Sorted, isWanted: (hash: number, index: number) => boolean): Sorted => ({
  hashes: hashes.filter(isWanted),
  values: values.filter((_, index) => isWanted(hashes[index] as number, index)),
});

/** The base of the next run: without what has gone, and with the changes. */
const finished = ({ base, changed, seen }: Known): ShardedTable => {
  const all = base.sorted();
  const changes = changed.sorted();
  if (changes.hashes.length === 0 && (!seen || all.hashes.every((_, index) => isSeen(seen, index)))) return base;
  const isKept = (hash: number, index: number) => (!seen || isSeen(seen, index)) && changed.get(hash) === undefined;
  return ShardedTable.of(joined(only(all, isKept), changes));
};

const settled = ({ base, changed }: SnapshotState): ShardedTable => finished({ base, changed, seen: undefined });

const noneSeen = ({ size }: ShardedTable): Buffer => Buffer.alloc(Math.ceil(size / 8));

const firstKnown = ({ state, initial }: Start<SnapshotState>): Known => {
  const base = state && !initial ? settled(state) : ShardedTable.empty();
  return { base, changed: ShardedTable.empty(), seen: noneSeen(base) };
};

/**
 * The base that the run began with. The state holds it as this run stored it, or as the last run did if the platform
 * shows no page what another stored. Undefined when another run has replaced it.
 */
const findBase = (check: string, state: SnapshotState | undefined): ShardedTable | undefined => {
  const places = [ShardedTable.empty, () => state?.base, () => state && settled(state)];
  for (const place of places) {
    const base = place();
    if (base?.check === check) return base;
  }
  return undefined;
};

const knownFrom = (progress: Progress, { state, warn }: Start<SnapshotState>): Known => {
  const changed = ShardedTable.read(progress.changed);
  const base = findBase(progress.base, state);
  if (base) return { base, changed, seen: progress.seen === null ? undefined : Buffer.from(progress.seen, "base64") };
  warn(
    "Another run of this trigger ended while this one was under way. Records may be delivered twice; a schedule that leaves each run its time avoids that.",
  );
  return { base: state ? settled(state) : ShardedTable.empty(), changed, seen: undefined };
};

const active =
  <Item>({ idleSince }: SnapshotSync<Item>, since: string | undefined) =>
  (record: Item): boolean => {
    const idle = toTime(idleSince(record));
    return since === undefined || idle === undefined || idle >= Date.parse(since);
  };

const snapshotNews = <Item>(options: SnapshotSync<Item>, start: Start<SnapshotState>): News<Item> => {
  const { id, fingerprint } = options;
  const known = start.progress ? knownFrom(start.progress as Progress, start) : firstKnown(start);
  const { base, changed, seen } = known;
  const since = start.initial ? start.initial.since : start.state?.since;
  const isActive = active(options, since);

  const take = (records: readonly Item[]): Item[] => {
    const news = new Map<number, Item>();
    let withoutId = 0;
    for (const record of records) {
      const text = readId(record, id);
      if (text === undefined) {
        withoutId += 1;
        continue;
      }
      if (!isActive(record)) continue;
      const hash = hashOf(text);
      const value = fingerprint(record);
      const index = base.indexOf(hash);
      if (seen && index >= 0) markSeen(seen, index);
      if ((changed.get(hash) ?? base.get(hash)) === value) continue;
      changed.set(hash, value);
      news.set(hash, record);
    }
    warnOfSkipped({ withoutId }, start.warn);
    return [...news.values()];
  };

  const store = (complete: boolean) => {
    const state: StoredSnapshot = {
      since: since ?? null,
      base: (complete ? finished(known) : base).toJSON(),
      changed: (complete ? ShardedTable.empty() : changed).toJSON(),
    };
    const progress: Progress = { base: base.check, changed: changed.toJSON(), seen: seen?.toString("base64") ?? null };
    return { state, progress };
  };

  return { take, store };
};

/** What the check of a stored snapshot is made of: the checks of its tables, where they have one. */
const digest = (stored: unknown): unknown => {
  const { since, base, changed } = stored as StoredSnapshot;
  return "data" in base ? stored : { since, base: base.check, changed: changed.check };
};

/** A state that was stored before there were shards is read as well. */
const decode = (stored: unknown, thoroughly: boolean): SnapshotState => {
  const { since, ...tables } = stored as StoredSnapshot;
  const [base, changed] = [ShardedTable.read(tables.base), ShardedTable.read(tables.changed)];
  if (thoroughly) for (const table of [base, changed]) table.verify();
  return { since: since ?? undefined, base, changed };
};

/**
 * Delivers records that are new or have changed since they were delivered last. What has gone is forgotten, so that it
 * counts as new when it comes back.
 *
 * State: about 10 characters a record, less than 1 MiB for 100,000; while a run delivers changes, theirs in addition.
 * A change is missed when both fingerprints are the same, with odds of 1 in 2^28.
 */
export const compareWithSnapshot = <Item>(options: SnapshotSync<Item>): Comparison<Item, SnapshotState> => ({
  kind: "snapshot pages",
  id: options.id,
  digest,
  decode,
  everything: (since, warn) => ({
    take: (records) => {
      const withId = records.filter((record) => readId(record, options.id) !== undefined);
      warnOfSkipped({ withoutId: records.length - withId.length }, warn);
      return withId.filter(active(options, since));
    },
  }),
  news: (start) => snapshotNews(options, start),
});
