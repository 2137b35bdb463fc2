/**
 * Watching which records a list holds, whatever they are like.
 *
 * Hashing the ids is what such a poll costs. Mostly a list begins as it did at the last poll, so that its ids are compared
 * in blocks first: as long as the blocks are the same, their records are known. Where the list goes on after its last end,
 * or a block differs, ids are looked at one by one, and where anything differs all of them.
 */
import { hashOf } from "./hashing";
import { readId, warnOfSkipped } from "./order";
import { isWhole, pack, unpack } from "./packedMap";
import type { Delivery, Pages, Watch } from "./poll";
import { compareSnapshot, type Snapshot, type SnapshotWatch } from "./snapshot";
import { noRecords } from "./tables";

/** The ids of a list in its order, by blocks. */
interface Sequence {
  count: number;
  /** A hash of each block; the last one may be shorter. */
  blocks: readonly number[];
}

interface PresenceState {
  records: Snapshot;
  /** Undefined where the last poll compared what the records are like as well. */
  sequence: Sequence | undefined;
}

/** An id, with its record where that is to be looked at. */
interface Listed<Item> {
  id: string;
  record: Item | undefined;
}

/** What is remembered in place of a record's fingerprint. */
export const notFingerprinted = 0;

const blockSize = 512;

const blockHash = (ids: readonly string[]): number => hashOf(JSON.stringify(ids));

/** Compares a list with what it was, while it is read. */
const follow = <Item>(before: Sequence = { count: 0, blocks: [] }) => {
  const blocks: number[] = [];
  const known: string[][] = [];
  let ids: string[] = [];
  let records: Item[] = [];
  let count = 0;
  let same = 0;
  let toLookAt: Listed<Item>[] = [];

  /** How many ids of the block are known, because the list held them there. */
  const knownOf = (hash: number): number => {
    const rest = before.count - count;
    if (same < count || rest <= 0) return 0;
    const whole = rest >= ids.length;
    if ((whole ? hash : blockHash(ids.slice(0, rest))) !== before.blocks[blocks.length]) return 0;
    return whole ? ids.length : rest;
  };

  const close = () => {
    const hash = blockHash(ids);
    const knownIds = knownOf(hash);
    if (knownIds > 0) known.push(ids);
    for (let index = knownIds; index < ids.length; index += 1) {
      toLookAt.push({ id: ids[index] as string, record: records[index] });
    }
    same += knownIds;
    count += ids.length;
    blocks.push(hash);
    ids = [];
    records = [];
  };

  return {
    take: (id: string, record: Item) => {
      records.push(record);
      if (ids.push(id) === blockSize) close();
    },
    end: () => {
      if (ids.length > 0) close();
      if (same === before.count) return;
      for (const id of known.flat()) toLookAt.push({ id, record: undefined });
    },
    /** What is to be looked at by now. */
    unknown: (): Listed<Item>[] => {
      const unknown = toLookAt;
      toLookAt = [];
      return unknown;
    },
    /** Whether the list holds all that it held. */
    holdsAll: () => before.count > 0 && same === before.count,
    sequence: (): Sequence => ({ count, blocks }),
  };
};

const readSequence = (stored: unknown): Sequence | undefined => {
  const { count, blocks } = (stored ?? {}) as Partial<Sequence>;
  if (!isWhole(count, Number.MAX_SAFE_INTEGER) || !Array.isArray(blocks)) return undefined;
  return { count, blocks };
};

/**
 * A watch for `poll` that delivers what is new in a list, and counts what has gone. Its state is that of `watchSnapshot`,
 * which goes on from it, with `notFingerprinted` in place of each fingerprint: 6 characters a record.
 */
export const watchPresence = <Item, Data extends Delivery>({
  trigger,
  scope,
  pages,
  deliver,
  id,
  time,
}: Omit<SnapshotWatch<Item, Data>, "value" | "isUpdate">): Watch<PresenceState, Data> => ({
  kind: "snapshot",
  trigger,
  scope,
  encode: ({ records, sequence }) => ({ ...pack(records), sequence }),
  decode: (stored) => ({
    records: unpack(stored),
    sequence: readSequence((stored as { sequence?: unknown }).sequence),
  }),
  look: async (previous, { load, warn }) => {
    const before = load ? noRecords() : previous?.records;
    const followed = follow<Item>(previous?.sequence);
    let withoutId = 0;

    const lookAt = async function* (): Pages<Listed<Item>> & AsyncGenerator<{ items: Listed<Item>[] }> {
      for await (const { items } of pages()) {
        for (const record of items) {
          const text = readId(record, id);
          if (text === undefined) withoutId += 1;
          else followed.take(text, record);
        }
        yield { items: followed.unknown() };
      }
      followed.end();
      yield { items: followed.unknown() };
    };

    const { next, created, deleted } = await compareSnapshot(lookAt(), before, {
      id: (listed) => listed.id,
      value: () => notFingerprinted,
      isUpdate: () => false,
      time: time && (({ record }) => record && time(record)),
      holdsAll: followed.holdsAll,
    });
    warnOfSkipped({ withoutId }, warn);
    const records = created.flatMap(({ record }) => record ?? []);
    return {
      next: { records: next, sequence: followed.sequence() },
      data: deliver({ created: records, updated: [], deleted }),
    };
  },
});
