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

const hex = (value: number, length: number) => value.toString(16).padStart(length, "0");

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
      const [a, b, c, d] = [next32(), next32(), next32(), next32()] as const;
      const version = hex((b & 0x0fff) | 0x4000, 4);
      const variant = hex(((c >>> 16) & 0x3fff) | 0x8000, 4);
      return `${hex(a, 8)}-${hex(b >>> 16, 4)}-${version}-${variant}-${hex(c & 0xffff, 4)}${hex(d, 8)}`;
    },
    digits: (length) => Array.from({ length }, (_, index) => (index === 0 ? 1 + integer(9) : integer(10))).join(""),
  };
};
