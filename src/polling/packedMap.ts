/**
 * A map from id hashes to small numbers as a short text. The hashes are sorted and stored as Golomb-Rice coded gaps,
 * each followed by its value in as many bits as the largest value needs; the bits are written as base64.
 *
 * Size: n hashes of 48 bits lie 2^48 / n apart on average, and a gap of mean m costs about log2(m) + 1.5 bits. For
 * 100,000 records that is 33 bits; with a fingerprint of 28 bits, 61 bits or 10.2 characters a record: 993 KiB.
 *
 * Odds: a new id shares its 48 bits with one of n known ids with odds of n / 2^48: for 100,000 known records 1 in 2.8
 * thousand million, and the new record is then taken for the known one.
 */

import { hashBits } from "./hashing";
import { type ReadonlyTable, type Sorted, SortedTable } from "./tables";

const hashLimit = 2 ** hashBits;

/** No value may be larger: 48 bits. */
export const largestValue = 2 ** 48 - 1;

export interface PackedMap {
  count: number;
  /** Bits of a gap that are written as they are; what is above them is written in unary. */
  riceBits: number;
  /** Bits of each value. */
  valueBits: number;
  data: string;
}

/** What a table was unpacked from: in a poll without news it need not be packed again. */
const sources = new WeakMap<object, PackedMap>();

/** Packs a map whose keys are hashes of 48 bits and whose values are whole numbers from 0 to `largestValue`. */
export const pack = (map: Pick<ReadonlyTable, "size" | "sorted">): PackedMap => {
  const source = sources.get(map);
  if (source) return source;
  const { hashes, values } = map.sorted();
  const riceBits = riceBitsFor(hashes);
  const valueBits = bitLength(largest(values));
  return { count: map.size, riceBits, valueBits, data: writeRecords({ hashes, values }, { riceBits, valueBits }) };
};

/** The map that was packed. Throws when `packed` is not the whole and unchanged result of `pack`. */
export const unpack = (packed: unknown): SortedTable => {
  const { count, riceBits, valueBits, data } = (packed ?? {}) as Partial<PackedMap>;
  if (!isWhole(count, Number.MAX_SAFE_INTEGER) || !isWhole(riceBits, 48) || !isWhole(valueBits, 48)) throw damaged();
  if (typeof data !== "string") throw damaged();
  const { hashes, values } = readRecords(data, { count, riceBits, valueBits });
  const table = new SortedTable(hashes, values);
  sources.set(table, { count, riceBits, valueBits, data });
  return table;
};

export const damaged = () => new Error("the packed records are damaged");

export const isWhole = (value: unknown, most: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most;

const largest = (values: Float64Array): number => {
  let most = 0;
  for (const value of values) {
    if (!isWhole(value, largestValue)) throw new RangeError(`${value} is not a whole number from 0 to 2^48 - 1`);
    if (value > most) most = value;
  }
  return most;
};

export const bitLength = (value: number): number => (value === 0 ? 0 : value.toString(2).length);

/** The parameter that is best for gaps of a geometric distribution, as the gaps of hashes are. */
const riceBitsFor = (sorted: Float64Array): number => {
  const mean = (sorted.at(-1) ?? 0) / Math.max(1, sorted.length);
  return mean <= 1 ? 0 : Math.max(0, Math.round(Math.log2(mean * Math.LN2)));
};

/** Bits that are written and read in one step, as a small integer: larger numbers would be allocated one by one. */
const step = 24;

const stepSize = 2 ** step;

/** Writes up to 24 bits from the bit `at` on, the most significant first, and gives where they end. */
const put = (bytes: Uint8Array, at: number, value: number, width: number): number => {
  let place = at;
  let left = width;
  while (left > 0) {
    const room = 8 - (place & 7);
    const taken = Math.min(left, room);
    left -= taken;
    (bytes[place >>> 3] as number) |= ((value >>> left) & ((1 << taken) - 1)) << (room - taken);
    place += taken;
  }
  return place;
};

/** Reads up to 24 bits. */
const get = (bytes: Uint8Array, at: number, width: number): number => {
  let value = 0;
  let place = at;
  let left = width;
  while (left > 0) {
    const room = 8 - (place & 7);
    const taken = Math.min(left, room);
    left -= taken;
    value = (value << taken) | (((bytes[place >>> 3] as number) >>> (room - taken)) & ((1 << taken) - 1));
    place += taken;
  }
  return value;
};

/** So many ones and a zero. */
const putUnary = (bytes: Uint8Array, at: number, ones: number): number => {
  let place = at;
  for (let left = ones; left > 0; left -= step) {
    const width = Math.min(step, left);
    place = put(bytes, place, (1 << width) - 1, width);
  }
  return place + 1;
};

/** How the records are written: see `PackedMap`. */
export interface Widths {
  riceBits: number;
  valueBits: number;
}

const isOne = (bytes: Uint8Array, at: number): boolean => (((bytes[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1) === 1;

/** The bits above the lowest 24 of a number of so many bits, and those. */
const halves = (bits: number) => ({ highBits: Math.max(0, bits - step), lowBits: Math.min(bits, step) });

/** Records as base64: their hashes, in order, as gaps after `start`, each followed by its value. */
export const writeRecords = ({ hashes, values }: Sorted, { riceBits, valueBits }: Widths, start = 0): string => {
  const unit = 2 ** riceBits;
  const mostOnes = Math.floor(((hashes.at(-1) ?? start) - start) / unit);
  const [gap, own] = [halves(riceBits), halves(valueBits)];
  const bytes = new Uint8Array(Math.ceil((mostOnes + hashes.length * (1 + riceBits + valueBits)) / 8));
  let at = 0;
  let before = start;
  for (let index = 0; index < hashes.length; index += 1) {
    const hash = hashes[index] as number;
    const value = values[index] as number;
    const ones = Math.floor((hash - before) / unit);
    const rest = hash - before - ones * unit;
    at = putUnary(bytes, at, ones);
    at = put(bytes, at, (rest / stepSize) | 0, gap.highBits);
    at = put(bytes, at, (rest % stepSize) | 0, gap.lowBits);
    at = put(bytes, at, (value / stepSize) | 0, own.highBits);
    at = put(bytes, at, (value % stepSize) | 0, own.lowBits);
    before = hash;
  }
  return Buffer.from(bytes.buffer, 0, Math.ceil(at / 8)).toString("base64");
};

/** The records of a text that `writeRecords` wrote; throws when it does not hold exactly so many. */
export const readRecords = (
  base64: string,
  { count, riceBits, valueBits }: Widths & { count: number },
  start = 0,
): Sorted => {
  const bytes = Buffer.from(base64, "base64");
  const end = bytes.length * 8;
  if (count * (riceBits + 1 + valueBits) > end) throw damaged();
  const hashes = new Float64Array(count);
  const values = new Float64Array(count);
  const [gap, own] = [halves(riceBits), halves(valueBits)];
  const unit = 2 ** riceBits;
  let at = 0;
  let hash = start;
  for (let index = 0; index < count; index += 1) {
    for (; isOne(bytes, at); at += 1) hash += unit;
    if (at + 1 + riceBits + valueBits > end) throw damaged();
    at += 1;
    hash += get(bytes, at, gap.highBits) * stepSize + get(bytes, at + gap.highBits, gap.lowBits);
    at += riceBits;
    if (index > 0 && hash === hashes[index - 1]) throw damaged();
    hashes[index] = hash;
    values[index] = get(bytes, at, own.highBits) * stepSize + get(bytes, at + own.highBits, own.lowBits);
    at += valueBits;
  }
  if (hash >= hashLimit || end - at >= 8) throw damaged();
  return { hashes, values };
};
