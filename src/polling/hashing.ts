import { createHash } from "node:crypto";

/** Ids are kept as this many bits of their hash. */
export const hashBits = 48;

/** Fingerprints are kept as this many bits of their hash. */
const fingerprintBits = 28;

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** The first 48 bits of the text's SHA-256, as a whole number. */
export const hashOf = (text: string): number => digest(text).readUIntBE(0, hashBits / 8);

type ListForm = (items: string[]) => string[];

const write = (value: unknown, listForm: ListForm): string => {
  if (Array.isArray(value)) return `[${listForm(value.map((item) => write(item ?? null, listForm))).join(",")}]`;
  if (value === null || typeof value !== "object" || value instanceof Date) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined && field !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${write(field, listForm)}`);
  return `{${fields.join(",")}}`;
};

/** JSON that is the same for equal values: keys sorted, fields that are null or undefined left out. */
export const canonicalJson = (value: unknown): string => write(value, (items) => items);

/**
 * A number of 28 bits that changes when the value does; two different values share one with odds of 1 in 2^28. Neither
 * the order of keys nor that of lists counts, because no API promises one; a null field is as good as an absent one.
 */
export const fingerprint = (value: unknown): number =>
  digest(write(value, (items) => items.sort())).readUInt32BE(0) >>> (32 - fingerprintBits);

/** The fingerprint of a record without some of its fields: those whose changes are no news. */
export const fingerprintWithout =
  (...volatile: readonly string[]) =>
  (record: object): number =>
    fingerprint(Object.fromEntries(Object.entries(record).filter(([field]) => !volatile.includes(field))));
