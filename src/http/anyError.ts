/** Errors of vendors that do not say in which form they tell them. */
import { isRecord } from "./answers";
import type { VendorError } from "./errors";

/** Where APIs commonly keep the words and the name of an error, the more telling ones first. */
const describing = ["detail", "message", "error_description", "description", "msg", "reason", "title", "error"];
const naming = ["code", "errorCode", "error", "type"];

/** The longest text without a form of its own that is taken for an error's words, in characters. */
const longestText = 500;

/** Errors in errors are read so many levels deep; a list is a level. */
const deepest = 5;

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

/** Neither a sentence nor the address of a page. */
const isName = (value: unknown): value is string => isText(value) && /^[\w.-]+$/.test(value);

/** What is no sentence ends with a semicolon before the next. */
const joined = (words: readonly string[]): string => words.join("; ").replace(/([.!?]); /g, "$1 ");

/** The words of an error in an error, which may be a list of them. */
const wordsOf = (inner: unknown, level: number): string[] => {
  const { description } = (level < deepest && readAnyError(inner, level + 1)) || {};
  return description === undefined ? [] : [description];
};

/** The words of errors by the field that is wrong, `name: is missing; is too short`, or of a list or a text. */
const wordsOfMany = (errors: unknown, level: number): string[] => {
  if (!isRecord(errors)) return wordsOf(errors, level);
  return Object.entries(errors).flatMap(([field, problems]) => {
    const words = [problems].flat().flatMap((each) => wordsOf(each, level));
    return words.length > 0 ? [`${field}: ${words.join("; ")}`] : [];
  });
};

/** The error in a body of any of the common forms; undefined where no words can be found in it. */
export const readAnyError = (body: unknown, level = 1): VendorError | undefined => {
  if (typeof body === "string") {
    const text = body.trim();
    return text === "" || text.length > longestText ? undefined : { description: text };
  }
  if (Array.isArray(body)) {
    const words = body.flatMap((each) => wordsOf(each, level));
    return words.length > 0 ? { description: joined(words) } : undefined;
  }
  if (!isRecord(body)) return undefined;
  if (isRecord(body.error) && level < deepest) return readAnyError(body.error, level + 1);
  const [words] = describing.flatMap((name) => {
    const value = body[name];
    return isText(value) ? [value] : wordsOf(value, level);
  });
  const all = [...(words ? [words] : []), ...wordsOfMany(body.errors, level)];
  const code = naming.map((name) => body[name]).find(isName);
  if (all.length === 0) return code === undefined ? undefined : { code };
  return { code: code === words ? undefined : code, description: joined(all) };
};
