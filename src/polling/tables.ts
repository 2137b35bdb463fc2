/**
 * Numbers by hash, in typed arrays: a million of them take 16 to 32 MiB, a `Map` 100. Hashes are as good as random, so
 * that their highest bits tell where they are.
 */
import { hashBits } from "./hashing";

/** The hashes of a table in their order, and the value of each. */
export interface Sorted {
  hashes: Float64Array;
  values: Float64Array;
}

/** What is read of a table. */
export interface ReadonlyTable {
  readonly size: number;
  get(hash: number): number | undefined;
  has(hash: number): boolean;
  forEach(visit: (value: number, hash: number) => void): void;
  sorted(): Sorted;
}

/** Hashes in one part of a `SortedTable`, on average. */
const partSize = 4;

/** A table that does not change, in the order of its hashes. */
export class SortedTable implements ReadonlyTable {
  readonly size: number;
  /** Where the hashes of each part begin. */
  private starts: Uint32Array | undefined;

  /** `hashes` has to be in order. */
  constructor(
    readonly hashes: Float64Array,
    readonly values: Float64Array,
  ) {
    this.size = hashes.length;
  }

  private get span(): number {
    return 2 ** hashBits / (Math.floor(this.size / partSize) + 1);
  }

  private findStarts(): Uint32Array {
    const { hashes, span } = this;
    const starts = new Uint32Array(Math.floor(this.size / partSize) + 1);
    let part = 0;
    for (let index = 0; index < hashes.length; index += 1) {
      const own = Math.floor((hashes[index] as number) / span);
      while (part < own) starts[++part] = index;
    }
    while (part < starts.length - 1) starts[++part] = hashes.length;
    return starts;
  }

  /** The place of a hash in the order; -1 when it is not there. */
  indexOf(hash: number): number {
    const { hashes, span } = this;
    this.starts ??= this.findStarts();
    let index = this.starts[Math.floor(hash / span)] as number;
    while (index < hashes.length && (hashes[index] as number) < hash) index += 1;
    return hashes[index] === hash ? index : -1;
  }

  get(hash: number): number | undefined {
    const index = this.indexOf(hash);
    return index < 0 ? undefined : this.values[index];
  }

  has(hash: number): boolean {
    return this.indexOf(hash) >= 0;
  }

  forEach(visit: (value: number, hash: number) => void): void {
    for (let index = 0; index < this.size; index += 1) {
      visit(this.values[index] as number, this.hashes[index] as number);
    }
  }

  sorted(): Sorted {
    return this;
  }

  *[Symbol.iterator](): Generator<[number, number]> {
    for (let index = 0; index < this.size; index += 1) {
      yield [this.hashes[index] as number, this.values[index] as number];
    }
  }
}

export const noRecords = (): SortedTable => new SortedTable(new Float64Array(0), new Float64Array(0));

const free = -1;

const fewestPlaces = 16;

/** A quarter more places than hashes at least, so that probing ends after a few steps. */
const placesFor = (count: number): number => Math.max(fewestPlaces, 2 ** Math.ceil(Math.log2(count * 1.25 + 1)));

/**
 * A table that grows: open addressing with linear probing. The place of a hash is its highest bits, so that the table lies
 * nearly in the order of its hashes. `expected` is how many will come; more may.
 */
export class HashTable implements ReadonlyTable {
  size = 0;
  private hashes: Float64Array;
  private values: Float64Array;

  constructor(expected = 0) {
    const places = placesFor(expected);
    this.hashes = new Float64Array(places).fill(free);
    this.values = new Float64Array(places);
  }

  /** The place where the hash is, or where it would be. */
  private placeOf(hash: number): number {
    const { hashes } = this;
    let place = Math.floor(hash / (2 ** hashBits / hashes.length));
    while (hashes[place] !== hash && hashes[place] !== free) place = place + 1 === hashes.length ? 0 : place + 1;
    return place;
  }

  get(hash: number): number | undefined {
    const place = this.placeOf(hash);
    return this.hashes[place] === free ? undefined : this.values[place];
  }

  has(hash: number): boolean {
    return this.hashes[this.placeOf(hash)] !== free;
  }

  set(hash: number, value: number): void {
    const place = this.placeOf(hash);
    this.values[place] = value;
    if (this.hashes[place] !== free) return;
    this.hashes[place] = hash;
    this.size += 1;
    if (this.size * 1.25 > this.hashes.length) this.grow();
  }

  forEach(visit: (value: number, hash: number) => void): void {
    const { hashes, values } = this;
    for (let place = 0; place < hashes.length; place += 1) {
      if (hashes[place] !== free) visit(values[place] as number, hashes[place] as number);
    }
  }

  sorted(): Sorted {
    const hashes = new Float64Array(this.size);
    const values = new Float64Array(this.size);
    let count = 0;
    this.forEach((value, hash) => {
      // An insertion costs little: only hashes that probing has put behind others are out of order.
      let index = count++;
      for (; index > 0 && (hashes[index - 1] as number) > hash; index -= 1) {
        hashes[index] = hashes[index - 1] as number;
        values[index] = values[index - 1] as number;
      }
      hashes[index] = hash;
      values[index] = value;
    });
    return { hashes, values };
  }

  private grow() {
    const larger = new HashTable(this.size * 2);
    this.forEach((value, hash) => {
      larger.set(hash, value);
    });
    this.hashes = larger.hashes;
    this.values = larger.values;
  }
}

/** A table of what is in one of two tables that have no hash in common. */
export const joined = (one: Sorted, other: Sorted): SortedTable => {
  const count = one.hashes.length + other.hashes.length;
  const hashes = new Float64Array(count);
  const values = new Float64Array(count);
  let left = 0;
  let right = 0;
  for (let index = 0; index < count; index += 1) {
    const fromOne = right === other.hashes.length || (one.hashes[left] as number) < (other.hashes[right] as number);
    hashes[index] = (fromOne ? one.hashes[left] : other.hashes[right]) as number;
    values[index] = (fromOne ? one.values[left++] : other.values[right++]) as number;
  }
  return new SortedTable(hashes, values);
};
