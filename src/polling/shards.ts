/**
 * A table in parts, of which a page of a batch reads and writes only those that its records fall into. Each part, a shard,
 * holds the hashes that share their highest bits, 64 to 128 of them, as a text of its own (see `packedMap.ts`).
 *
 * The check is the sum of the hashes of all shards, so that it is kept up without reading the others.
 */
import { hashBits, hashOf } from "./hashing";
import {
  bitLength,
  damaged,
  isWhole,
  largestValue,
  type PackedMap,
  readRecords,
  unpack,
  writeRecords,
} from "./packedMap";
import { hashText } from "./state";
import type { Sorted } from "./tables";

export interface PackedShards {
  count: number;
  riceBits: number;
  valueBits: number;
  /** The number of hashes in each shard, 16 bits each, as base64. */
  counts: string;
  shards: string[];
  check: string;
}

const hashLimit = 2 ** hashBits;

/** Hashes in a shard: at least half of them, on average. */
const mostInShard = 128;

const shardsFor = (count: number): number => 2 ** Math.max(0, Math.floor(Math.log2((2 * count) / mostInShard)));

/** The parameter that is best for gaps of this mean. */
const riceBitsFor = (count: number): number =>
  Math.min(hashBits, Math.round(Math.log2((hashLimit / (count + 1)) * Math.LN2)));

interface Opened {
  hashes: number[];
  values: number[];
}

const placeIn = ({ hashes }: Opened, hash: number): number => {
  let place = 0;
  while (place < hashes.length && (hashes[place] as number) < hash) place += 1;
  return place;
};

const shardCheck = (shard: number, count: number, text: string): number => hashOf(`${shard} ${count} ${text}`);

export class ShardedTable {
  private readonly opened = new Map<number, Opened>();
  private readonly written = new Set<number>();
  /** Where each shard begins in the order of all hashes. */
  private starts: Uint32Array | undefined;

  private constructor(
    private stored: PackedShards,
    private counts: Uint16Array,
    private sum: number,
  ) {}

  static empty(): ShardedTable {
    return ShardedTable.of({ hashes: new Float64Array(0), values: new Float64Array(0) });
  }

  static of({ hashes, values }: Sorted): ShardedTable {
    const shards = new Array<string>(shardsFor(hashes.length));
    const counts = new Uint16Array(shards.length);
    const riceBits = riceBitsFor(hashes.length);
    const valueBits = bitLength(values.reduce((most, value) => Math.max(most, value), 0));
    let sum = 0;
    let from = 0;
    for (let shard = 0; shard < shards.length; shard += 1) {
      const end = ((shard + 1) * hashLimit) / shards.length;
      let to = from;
      while (to < hashes.length && (hashes[to] as number) < end) to += 1;
      const part = { hashes: hashes.subarray(from, to), values: values.subarray(from, to) };
      const text = to === from ? "" : writeRecords(part, { riceBits, valueBits }, (shard * hashLimit) / shards.length);
      shards[shard] = text;
      counts[shard] = to - from;
      sum = (sum + shardCheck(shard, to - from, text)) % hashLimit;
      from = to;
    }
    const table = new ShardedTable(
      { count: hashes.length, riceBits, valueBits, counts: "", shards, check: "" },
      counts,
      sum,
    );
    table.seal();
    return table;
  }

  /**
   * Reads a table that was stored as JSON, also one that was stored as a packed map. What its shards hold is looked at
   * when they are needed; `verify` looks at all of them. Throws when the table is not whole.
   */
  static read(stored: unknown): ShardedTable {
    const { count, riceBits, valueBits, counts, shards, check } = (stored ?? {}) as Partial<PackedShards>;
    if ("data" in ((stored ?? {}) as Partial<PackedMap>)) return ShardedTable.of(unpack(stored));
    if (!isWhole(count, largestValue) || !isWhole(riceBits, 48) || !isWhole(valueBits, 48)) throw damaged();
    if (typeof counts !== "string" || !Array.isArray(shards) || typeof check !== "string") throw damaged();
    const bytes = Buffer.from(counts, "base64");
    if (shards.length === 0 || bytes.length !== shards.length * 2) throw damaged();
    const numbers = new Uint16Array(shards.length);
    let total = 0;
    for (let shard = 0; shard < shards.length; shard += 1) {
      if (typeof shards[shard] !== "string") throw damaged();
      numbers[shard] = bytes.readUInt16LE(shard * 2);
      total += numbers[shard] as number;
    }
    if (total !== count) throw damaged();
    const [, sum = ""] = check.split(" ");
    return new ShardedTable(stored as PackedShards, numbers, Number.parseInt(sum, 36));
  }

  get size(): number {
    return this.stored.count;
  }

  /** Tells this table from every other. */
  get check(): string {
    this.seal();
    return this.stored.check;
  }

  /** Throws when a shard is not as it was written. */
  verify(): void {
    const { shards, check } = this.stored;
    let sum = 0;
    for (const [shard, text] of shards.entries()) {
      sum = (sum + shardCheck(shard, this.counts[shard] as number, text)) % hashLimit;
    }
    if (this.checkFor(sum) !== check) throw damaged();
  }

  /** The place of a hash in the order of all; -1 when it is not there. */
  indexOf(hash: number): number {
    const shard = this.shardOf(hash);
    const opened = this.open(shard);
    const place = placeIn(opened, hash);
    return opened.hashes[place] === hash ? this.startOf(shard) + place : -1;
  }

  get(hash: number): number | undefined {
    const opened = this.open(this.shardOf(hash));
    const place = placeIn(opened, hash);
    return opened.hashes[place] === hash ? opened.values[place] : undefined;
  }

  set(hash: number, value: number): void {
    if (bitLength(value) > this.stored.valueBits) this.rebuild(bitLength(value));
    const shard = this.shardOf(hash);
    const opened = this.open(shard);
    const place = placeIn(opened, hash);
    this.change(shard);
    const isKnown = opened.hashes[place] === hash;
    opened.hashes.splice(place, isKnown ? 1 : 0, hash);
    opened.values.splice(place, isKnown ? 1 : 0, value);
    if (isKnown) return;
    this.starts = undefined;
    this.counts[shard] = opened.hashes.length;
    this.stored = { ...this.stored, count: this.stored.count + 1 };
    if (this.size > this.stored.shards.length * mostInShard) this.rebuild(this.stored.valueBits);
  }

  sorted(): Sorted {
    const hashes = new Float64Array(this.size);
    const values = new Float64Array(this.size);
    let place = 0;
    for (let shard = 0; shard < this.stored.shards.length; shard += 1) {
      const part = this.opened.get(shard) ?? this.decode(shard);
      hashes.set(part.hashes, place);
      values.set(part.values, place);
      place += part.hashes.length;
    }
    return { hashes, values };
  }

  /** What is stored; it does not change any more. */
  toJSON(): PackedShards {
    this.seal();
    return this.stored;
  }

  private shardOf(hash: number): number {
    return Math.floor((hash / hashLimit) * this.stored.shards.length);
  }

  private startOf(shard: number): number {
    if (!this.starts) {
      this.starts = new Uint32Array(this.counts.length);
      for (let index = 1; index < this.counts.length; index += 1) {
        this.starts[index] = (this.starts[index - 1] as number) + (this.counts[index - 1] as number);
      }
    }
    return this.starts[shard] as number;
  }

  private decode(shard: number): Sorted {
    const { shards, riceBits, valueBits } = this.stored;
    const count = this.counts[shard] as number;
    return readRecords(shards[shard] as string, { count, riceBits, valueBits }, (shard * hashLimit) / shards.length);
  }

  private open(shard: number): Opened {
    const known = this.opened.get(shard);
    if (known) return known;
    const { hashes, values } = this.decode(shard);
    const opened = { hashes: [...hashes], values: [...values] };
    this.opened.set(shard, opened);
    return opened;
  }

  /** Takes a shard out of the check until it is written again. */
  private change(shard: number): void {
    if (this.written.has(shard)) return;
    this.written.add(shard);
    const check = shardCheck(shard, this.counts[shard] as number, this.stored.shards[shard] as string);
    this.sum = (this.sum - check + hashLimit) % hashLimit;
  }

  /** Writes the shards that have changed, and the check. */
  private seal(): void {
    if (this.stored.check !== "" && this.written.size === 0) return;
    const { riceBits, valueBits } = this.stored;
    const shards = [...this.stored.shards];
    for (const shard of this.written) {
      const { hashes, values } = this.open(shard);
      const part = { hashes: Float64Array.from(hashes), values: Float64Array.from(values) };
      shards[shard] = writeRecords(part, { riceBits, valueBits }, (shard * hashLimit) / shards.length);
      this.sum = (this.sum + shardCheck(shard, hashes.length, shards[shard])) % hashLimit;
    }
    this.written.clear();
    const counts = Buffer.from(this.counts.buffer, this.counts.byteOffset, this.counts.byteLength).toString("base64");
    this.stored = { ...this.stored, counts, shards, check: this.checkFor(this.sum) };
  }

  private checkFor(sum: number): string {
    const { count, riceBits, valueBits, shards } = this.stored;
    return `${hashText([sum, count, riceBits, valueBits, shards.length])} ${sum.toString(36)}`;
  }

  /** Puts everything into as many shards as it needs by now; `valueBits` is how many a value needs at least. */
  private rebuild(valueBits: number): void {
    const { stored, counts, sum } = ShardedTable.of(this.sorted());
    this.opened.clear();
    this.written.clear();
    this.starts = undefined;
    this.stored = stored;
    this.counts = counts;
    this.sum = sum;
    if (valueBits > stored.valueBits) this.widen(valueBits);
  }

  private widen(valueBits: number): void {
    for (let shard = 0; shard < this.counts.length; shard += 1) {
      if (this.counts[shard] === 0) continue;
      this.open(shard);
      this.change(shard);
    }
    this.stored = { ...this.stored, valueBits };
  }
}
