import { hash } from "node:crypto";

/** Ids are kept as this many bits of their hash. */
export const hashBits = 48;

/** Fingerprints are kept as this many bits of their hash. */
const fingerprintBits = 28;

/** The SHA-256 of a text, a character a byte: in half the time that it takes as a buffer. */
const digest = (text: string): string => hash("sha256", text, "binary");

const bytes24 = (digested: string, at: number): number =>
  (digested.charCodeAt(at) << 16) | (digested.charCodeAt(at + 1) << 8) | digested.charCodeAt(at + 2);

/** The first 48 bits of the text's SHA-256, as a whole number. */
export const hashOf = (text: string): number => {
  const digested = digest(text);
  return bytes24(digested, 0) * 2 ** 24 + bytes24(digested, 3);
};

/** Whether lists are written in the order of their items' texts instead of their own. */
type Lists = "asTheyAre" | "sorted";

const writeList = (list: readonly unknown[], lists: Lists): string => {
  const items = list.map((item) => write(item ?? null, lists));
  return `[${(lists === "sorted" ? items.sort() : items).join(",")}]`;
};

/** The keys of a record in the order in which they are written, each with its name in JSON. */
interface Shape {
  keys: readonly string[];
  inOrder: readonly { key: string; name: string }[];
}

const shapeOf = (keys: readonly string[], without?: ReadonlySet<string>): Shape => ({
  keys,
  inOrder: keys
    .filter((key) => !without?.has(key))
    .sort()
    .map((key) => ({ key, name: `${JSON.stringify(key)}:` })),
});

const hasKeys = ({ keys }: Shape, others: readonly string[]): boolean => {
  if (keys.length !== others.length) return false;
  for (let index = 0; index < keys.length; index += 1) if (keys[index] !== others[index]) return false;
  return true;
};

const writeShape = ({ inOrder }: Shape, record: Record<string, unknown>, lists: Lists): string => {
  let text = "";
  for (const { key, name } of inOrder) {
    const field = record[key];
    if (field !== undefined && field !== null) text += (text === "" ? name : `,${name}`) + write(field, lists);
  }
  return `{${text}}`;
};

const write = (value: unknown, lists: Lists): string => {
  if (Array.isArray(value)) return writeList(value, lists);
  if (typeof value === "boolean") return value ? "true" : "false";
  if (value === null || typeof value !== "object" || value instanceof Date) return JSON.stringify(value) ?? "null";
  return writeShape(shapeOf(Object.keys(value)), value as Record<string, unknown>, lists);
};

/** JSON that is the same for equal values: keys sorted, fields that are null or undefined left out. */
export const canonicalJson = (value: unknown): string => write(value, "asTheyAre");

const fingerprintOf = (json: string): number => {
  const digested = digest(json);
  return ((bytes24(digested, 0) * 2 ** 8 + digested.charCodeAt(3)) / 2 ** (32 - fingerprintBits)) >>> 0;
};

/**
 * A number of 28 bits that changes when the value does; two different values share one with odds of 1 in 2^28. Neither
 * the order of keys nor that of lists counts, because no API promises one; a null field is as good as an absent one.
 */
export const fingerprint = (value: unknown): number => fingerprintOf(write(value, "sorted"));

/**
 * The fingerprint of a record without some of its fields: those whose changes are no news. The records of one list mostly
 * have the same keys, so that they are sorted once.
 */
export const fingerprintWithout = (...volatile: readonly string[]): ((record: object) => number) => {
  const without = new Set(volatile);
  let shape = shapeOf([]);
  return (record) => {
    const keys = Object.keys(record);
    if (!hasKeys(shape, keys)) shape = shapeOf(keys, without);
    return fingerprintOf(writeShape(shape, record as Record<string, unknown>, "sorted"));
  };
};
