import type { Input } from "../engine/component";
import { type Files, fileValue, parseJson, readFile } from "../engine/files";
import type { Given } from "../engine/params";
import { inputRefused } from "../engine/usageError";
import type { GivenInput } from "./options";

/** Values that the platform hands over as objects, so that their text on the command line is JSON. */
const objectTypes = ["structuredObject", "dynamicObject", "objectSelection", "objectFieldMap", "jsonForm"];

interface KeyValuePair {
  key: string;
  value: unknown;
}

type Resolve = (text: string) => Promise<unknown>;

/** One after another: two of them could want stdin. */
const inOrder = async <Each, Result>(
  list: readonly Each[],
  work: (each: Each) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = [];
  for (const each of list) results.push(await work(each));
  return results;
};

/** `@file` stands for the file's content, `@@text` for the text `@text`. */
const resolver =
  (files: Files, purpose: string): Resolve =>
  async (text) => {
    if (text.startsWith("@@")) return text.slice(1);
    return text.startsWith("@") ? fileValue(await readFile(text.slice(1), files, purpose)) : text;
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
  async (text: string): Promise<KeyValuePair> => {
    const [key = "", value = ""] = text.split(/=(.*)/s);
    return { key: decode(key), value: await resolve(decode(value)) };
  };

const pairs = async (value: unknown, resolve: Resolve): Promise<KeyValuePair[]> => {
  const text = String(value);
  const inQuery = () =>
    inOrder(
      text.split("&").filter((pair) => pair !== ""),
      pairFromText(resolve),
    );
  return pairsFromJson(parseJson(text)) ?? inQuery();
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
const readValue = async (
  { key, type, collection }: Input,
  texts: readonly string[],
  files: Files,
): Promise<unknown> => {
  const resolve = resolver(files, `the input ${key}`);
  const values = await inOrder(texts, async (text) => withoutLastBreak(await resolve(text)));
  if (collection === "keyvaluelist") return (await inOrder(values, (value) => pairs(value, resolve))).flat();
  if (collection === "valuelist") return values.flatMap(items);
  if (values.length > 1)
    throw inputRefused(key, `The input ${key} is given ${values.length} times; it takes one value.`);
  return objectTypes.includes(type) ? object(key, values[0]) : values[0];
};

/** What the command line gives for each input, by its key. Throws as `readValue` does. */
export const readValues = async (
  inputs: readonly Input[],
  given: readonly GivenInput[],
  files: Files,
): Promise<Given> => {
  const keys = [...new Set(given.map(({ key }) => key))];
  return new Map(
    await inOrder(keys, async (key): Promise<[string, unknown]> => {
      const texts = given.filter((each) => each.key === key).map(({ text }) => text);
      const input = inputs.find((each) => each.key === key);
      return [key, input ? await readValue(input, texts, files) : texts];
    }),
  );
};
