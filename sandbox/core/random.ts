/** A small deterministic generator (mulberry32): the same name gives the same numbers. */
export interface Random {
  /** A number from 0 up to, but not including, 1. */
  next(): number;
  integer(below: number): number;
  pick<Item>(items: readonly Item[]): Item;
  uuid(): string;
  digits(length: number): string;
}

const hash = (name: string): number => {
  let value = 2166136261;
  for (let index = 0; index < name.length; index++) value = Math.imul(value ^ name.charCodeAt(index), 16777619);
  return value >>> 0;
};

const bytes = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, "0"));

/** Eight digits for 32 bits, from a table: most of what is seeded has a GUID. */
const hex = (value: number) =>
  `${bytes[value >>> 24]}${bytes[(value >>> 16) & 255]}${bytes[(value >>> 8) & 255]}${bytes[value & 255]}`;

export const random = (name: string): Random => {
  let state = hash(name);
  const next32 = () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return (value ^ (value >>> 14)) >>> 0;
  };
  const next = () => next32() / 4294967296;
  const integer = (below: number) => Math.floor(next() * below);
  return {
    next,
    integer,
    pick: (items) => items[integer(items.length)] as (typeof items)[number],
    uuid: () => {
      const [first, version, variant, last] = [
        hex(next32()),
        hex((next32() & 0xffff0fff) | 0x4000),
        hex((next32() & 0x3fffffff) | 0x80000000),
        hex(next32()),
      ];
      return `${first}-${version.slice(0, 4)}-${version.slice(4)}-${variant.slice(0, 4)}-${variant.slice(4)}${last}`;
    },
    digits: (length) => Array.from({ length }, (_, index) => (index === 0 ? 1 + integer(9) : integer(10))).join(""),
  };
};
