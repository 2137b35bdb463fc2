/** Schemas as what they come to, however they are put together. */
import { type Document, listOf, type Node, nodeOf } from "./document";

const union = (one: unknown, other: unknown): unknown[] => [...new Set([...listOf(one), ...listOf(other)])];

const merged = (one: Node, other: Node): Node => ({
  ...one,
  ...other,
  properties: { ...nodeOf(one.properties), ...nodeOf(other.properties) },
  required: union(one.required, other.required),
});

/** Null is no alternative: the vendor's descriptions say in words, if at all, that a field can be null. */
const isNull = ({ type }: Node): boolean => type === "null";

const typeNames = (type: unknown): string[] =>
  [type]
    .flat()
    .map((name) => String(name ?? "anything"))
    .filter((name) => name !== "null");

/** Its type in words, with its format. */
export const typeOf = ({ type, format, properties }: Node): string => {
  const known = type ?? (Object.keys(nodeOf(properties)).length > 0 ? "object" : undefined);
  const names = typeNames(known).join(" or ");
  return format ? `${names} (${format})` : names;
};

/** Schemas of which one holds, as one that has the fields of all of them, and their values if each of them lists some. */
const either = (alternatives: Node[]): Node => ({
  ...alternatives.reduce(merged, {}),
  type: [...new Set(alternatives.map(typeOf))].sort(),
  format: undefined,
  enum: alternatives.every((schema) => schema.enum) ? alternatives.map((schema) => schema.enum).reduce(union) : [],
});

/** A schema without references, `allOf`, `oneOf` and `anyOf` at its top. */
export const plain = (document: Document, value: unknown): Node => {
  const { allOf, oneOf, anyOf, ...own } = document.follow(value);
  const parts = listOf(allOf).map((part) => plain(document, part));
  const alternatives = [...listOf(oneOf), ...listOf(anyOf)]
    .map((part) => plain(document, part))
    .filter((part) => !isNull(part));
  const only = alternatives.length > 1 ? [either(alternatives)] : alternatives;
  return [...parts, ...only, own].reduce(merged, {});
};

/** What a schema is recognised by within itself: the object that it is, or that it only refers to. */
export const identityOf = (document: Document, value: unknown): unknown => {
  const node = document.follow(value);
  const [only, ...more] = [...listOf(node.allOf), ...listOf(node.oneOf), ...listOf(node.anyOf)];
  return only && more.length === 0 ? document.follow(only) : node;
};
