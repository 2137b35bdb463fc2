import type { Input } from "../engine/component";
import { fileValue, parseJson, readFile } from "../engine/files";
import type { Given } from "../engine/params";
import { inputRefused } from "../engine/usageError";
import type { GivenInput } from "./options";

/** Values that the platform hands over as objects, so that their text on the command line is JSON. */
const objectTypes = ["structuredObject", "dynamicObject", "objectSelection", "objectFieldMap", "jsonForm"];

interface KeyValuePair {
  key: string;
  value: unknown;
}

type Resolve = (text: string) => unknown;

/** `@file` stands for the file's content, `@@text` for the text `@text`. */
const resolver =
  (folder: string, purpose: string): Resolve =>
  (text) => {
    if (text.startsWith("@@")) return text.slice(1);
    return text.startsWith("@") ? fileValue(readFile(text.slice(1), folder, purpose)) : text;
  };

/** Editors end a file with a line break, which is no part of a value of one line. */
const withoutLastBreak = (value: unknown): unknown =>
  typeof value === "string" ? value.replace(/^([^\r\n]*)\r?\n$/, "$1") : value;

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const isPair = (value: unknown): value is KeyValuePair =>
  typeof value === "object" && value !== null && "key" in value && "value" in value;

const pairsFromJson = (json: unknown): KeyValuePair[] | undefined => {
  if (Array.isArray(json)) return json.every(isPair) ? json : undefined;
  if (typeof json !== "object" || json === null) return undefined;
  return Object.entries(json).map(([key, value]) => ({ key, value }));
};

const pairFromText =
  (resolve: Resolve) =>
  (text: string): KeyValuePair => {
    const [key = "", value = ""] = text.split(/=(.*)/s);
    return { key: decode(key), value: resolve(decode(value)) };
  };

const pairs = (value: unknown, resolve: Resolve): KeyValuePair[] => {
  const text = String(value);
  return (
    pairsFromJson(parseJson(text)) ??
    text
      .split("&")
      .filter((pair) => pair !== "")
      .map(pairFromText(resolve))
  );
};

const items = (value: unknown): unknown[] => {
  const list = typeof value === "string" ? parseJson(value) : undefined;
  return Array.isArray(list) ? list : [value];
};

const object = (key: string, value: unknown): unknown => {
  const json = parseJson(String(value));
  if (json === undefined) throw inputRefused(key, `The input ${key} takes JSON.`);
  return json;
};

/**
 * The value that the platform would hand over for what the command line gives for an input. A collection may be given
 * several times. Throws `InputsRefused` when another input is or when JSON is expected, a `UsageError` when a file cannot be
 * read.
 */
const readValue = ({ key, type, collection }: Input, texts: readonly string[], folder: string): unknown => {
  const resolve = resolver(folder, `the input ${key}`);
  const values = texts.map((text) => withoutLastBreak(resolve(text)));
  if (collection === "keyvaluelist") return values.flatMap((value) => pairs(value, resolve));
  if (collection === "valuelist") return values.flatMap(items);
  if (values.length > 1)
    throw inputRefused(key, `The input ${key} is given ${values.length} times; it takes one value.`);
  return objectTypes.includes(type) ? object(key, values[0]) : values[0];
};

/** What the command line gives for each input, by its key. Throws as `readValue` does. */
export const readValues = (inputs: readonly Input[], given: readonly GivenInput[], folder: string): Given => {
  const keys = [...new Set(given.map(({ key }) => key))];
  return new Map(
    keys.map((key) => {
      const texts = given.filter((each) => each.key === key).map(({ text }) => text);
      const input = inputs.find((each) => each.key === key);
      return [key, input ? readValue(input, texts, folder) : texts];
    }),
  );
};
