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

/** Packs a map whose keys are hashes of 48 bits and whose values are whole numbers from 0 to `largestValue`. */
export const pack = (map: ReadonlyMap<number, number>): PackedMap => {
  const hashes = Float64Array.from(map.keys()).sort();
  const riceBits = riceBitsFor(hashes);
  const valueBits = bitLength(largest(map.values()));
  const bits = bitWriter();
  let before = 0;
  for (const hash of hashes) {
    const gap = hash - before;
    before = hash;
    bits.writeUnary(Math.floor(gap / 2 ** riceBits));
    bits.write(gap % 2 ** riceBits, riceBits);
    bits.write(map.get(hash) ?? 0, valueBits);
  }
  return { count: map.size, riceBits, valueBits, data: bits.toBase64() };
};

/** The map that was packed. Throws when `packed` is not the whole and unchanged result of `pack`. */
export const unpack = (packed: unknown): Map<number, number> => {
  const { count, riceBits, valueBits, data } = (packed ?? {}) as Partial<PackedMap>;
  if (!isWhole(count, Number.MAX_SAFE_INTEGER) || !isWhole(riceBits, 48) || !isWhole(valueBits, 48)) throw damaged();
  if (typeof data !== "string") throw damaged();
  const bits = bitReader(data);
  const map = new Map<number, number>();
  let hash = 0;
  for (let index = 0; index < count; index += 1) {
    hash += bits.readUnary() * 2 ** riceBits + bits.read(riceBits);
    map.set(hash, bits.read(valueBits));
  }
  if (hash >= hashLimit || map.size !== count || bits.left() >= 8) throw damaged();
  return map;
};

const damaged = () => new Error("the packed records are damaged");

const isWhole = (value: unknown, most: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most;

const largest = (values: Iterable<number>): number => {
  let most = 0;
  for (const value of values) {
    if (!isWhole(value, largestValue)) throw new RangeError(`${value} is not a whole number from 0 to 2^48 - 1`);
    if (value > most) most = value;
  }
  return most;
};

const bitLength = (value: number): number => (value === 0 ? 0 : value.toString(2).length);

/** The parameter that is best for gaps of a geometric distribution, as the gaps of hashes are. */
const riceBitsFor = (sorted: Float64Array): number => {
  const mean = (sorted.at(-1) ?? 0) / Math.max(1, sorted.length);
  return mean <= 1 ? 0 : Math.max(0, Math.round(Math.log2(mean * Math.LN2)));
};

/** Bits that are handled in one step, so that with up to 7 more that wait the bit operators do not overflow. */
const step = 24;

/** Most significant bit first. */
const bitWriter = () => {
  let bytes = new Uint8Array(1024);
  let length = 0;
  let waiting = 0;
  let waitingBits = 0;

  const makeRoom = () => {
    if (length + 4 <= bytes.length) return;
    const larger = new Uint8Array(bytes.length * 2);
    larger.set(bytes);
    bytes = larger;
  };

  const write = (value: number, width: number): void => {
    if (width > step) {
      write(Math.floor(value / 2 ** step), width - step);
      write(value % 2 ** step, step);
      return;
    }
    makeRoom();
    waiting = (waiting << width) | value;
    waitingBits += width;
    while (waitingBits >= 8) {
      waitingBits -= 8;
      bytes[length++] = waiting >>> waitingBits;
      waiting &= (1 << waitingBits) - 1;
    }
  };

  const writeUnary = (ones: number) => {
    for (let left = ones; left > 0; left -= 8) write(2 ** Math.min(8, left) - 1, Math.min(8, left));
    write(0, 1);
  };

  const toBase64 = () => {
    if (waitingBits > 0) write(0, 8 - waitingBits);
    return Buffer.from(bytes.buffer, 0, length).toString("base64");
  };

  return { write, writeUnary, toBase64 };
};

const bitReader = (base64: string) => {
  const bytes = Buffer.from(base64, "base64");
  let position = 0;
  let waiting = 0;
  let waitingBits = 0;

  const left = () => (bytes.length - position) * 8 + waitingBits;

  const read = (width: number): number => {
    if (width > step) return read(width - step) * 2 ** step + read(step);
    while (waitingBits < width) {
      if (position === bytes.length) throw damaged();
      waiting = (waiting << 8) | (bytes[position++] as number);
      waitingBits += 8;
    }
    waitingBits -= width;
    const value = waiting >>> waitingBits;
    waiting &= (1 << waitingBits) - 1;
    return value;
  };

  const readUnary = (): number => {
    let ones = 0;
    while (read(1) === 1) ones += 1;
    return ones;
  };

  return { read, readUnary, left };
};
