import { badRequest } from "../core/errors";

const idKinds = {
  u: /^u\d+$/,
  g: /^g\d+$/,
  c: /^c\d+$/,
  d: /^d\d+$/,
  r: /^r\d+$/,
  s: /^s\d[\d-]*$/,
  m: /^m\d[\d-]*$/,
} as const;

/** An id with its prefix; the wire refuses one without. */
export const idOf = (prefix: keyof typeof idKinds, value: string, what: string): string => {
  if (!idKinds[prefix].test(value))
    throw badRequest(`The ${what} '${value}' must be a number with the prefix ${prefix}.`);
  return value;
};

/** The number in an id with its prefix: 12345678 of u12345678. */
export const numberIn = (id: string): number => Number(id.slice(1));

/** The TeamViewer ID of the seeded computer with this number, on all lists that have the computer. */
export const teamviewerIdOf = (index: number) => 384_000_000 + index * 53 + (index % 7);
