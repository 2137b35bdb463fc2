/** Errors of vendors that do not say in which form they tell them. */
import { isRecord } from "./answers";
import type { VendorError } from "./errors";

/** Where APIs commonly keep the words and the name of an error, the more telling ones first. */
const describing = ["detail", "message", "error_description", "description", "title", "error"];
const naming = ["code", "errorCode", "error", "type"];

/** The longest text without a form of its own that is taken for an error's words, in characters. */
const longestText = 500;

/** Errors in errors are read so many levels deep. */
const deepest = 3;

const textsIn = (body: Record<string, unknown>, names: readonly string[]): string[] =>
  names.map((name) => body[name]).filter((value): value is string => typeof value === "string" && value.trim() !== "");

/** Neither a sentence nor the address of a page. */
const isName = (text: string): boolean => /^[\w.-]+$/.test(text);

/** The words of a list of errors, or of errors by the field that is wrong: `name: is missing; is too short`. */
const wordsOfMany = (errors: unknown, level: number): string[] => {
  const wordsOf = (each: unknown): string[] => {
    const { description } = (level < deepest && readAnyError(each, level + 1)) || {};
    return description === undefined ? [] : [description];
  };
  if (Array.isArray(errors)) return errors.flatMap(wordsOf);
  return Object.entries(isRecord(errors) ? errors : {}).flatMap(([field, problems]) => {
    const words = [problems].flat().flatMap(wordsOf);
    return words.length > 0 ? [`${field}: ${words.join("; ")}`] : [];
  });
};

/** The error in a body of any of the common forms; undefined where no words can be found in it. */
export const readAnyError = (body: unknown, level = 1): VendorError | undefined => {
  if (typeof body === "string") {
    const text = body.trim();
    return text === "" || text.length > longestText ? undefined : { description: text };
  }
  if (!isRecord(body)) return undefined;
  if (isRecord(body.error) && level < deepest) return readAnyError(body.error, level + 1);
  const [words] = textsIn(body, describing);
  const all = [...(words ? [words] : []), ...wordsOfMany(body.errors, level)];
  const code = textsIn(body, naming).find(isName);
  if (all.length === 0) return code === undefined ? undefined : { code };
  return { code: code === words ? undefined : code, description: all.join(" ") };
};
