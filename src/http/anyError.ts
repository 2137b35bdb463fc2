/** Errors of vendors that do not say in which form they tell them. */
import { isRecord } from "./answers";
import type { VendorError } from "./errors";

/** Where APIs commonly keep the words and the name of an error, the more telling ones first. */
const describing = ["detail", "message", "error_description", "description", "title", "error"];
const naming = ["code", "errorCode", "error", "type"];

/** The longest text without a form of its own that is taken for an error's words, in characters. */
const longestText = 500;

const textIn = (body: Record<string, unknown>, names: readonly string[]): string | undefined =>
  names.map((name) => body[name]).find((value): value is string => typeof value === "string" && value.trim() !== "");

/** The words of `{ errors: [...] }`, whose items are texts or objects with words. */
const wordsOfMany = (errors: unknown): string | undefined => {
  if (!Array.isArray(errors)) return undefined;
  const words = errors.flatMap((each) => (typeof each === "string" ? each : (readAnyError(each)?.description ?? [])));
  return words.length > 0 ? words.join(" ") : undefined;
};

/** The error in a body of any of the common forms; undefined where no words can be found in it. */
export const readAnyError = (body: unknown): VendorError | undefined => {
  if (typeof body === "string") {
    const text = body.trim();
    return text === "" || text.startsWith("<") || text.length > longestText ? undefined : { description: text };
  }
  if (!isRecord(body)) return undefined;
  if (isRecord(body.error)) return readAnyError(body.error);
  const description = textIn(body, describing) ?? wordsOfMany(body.errors);
  const code = textIn(body, naming);
  if (description === undefined && code === undefined) return undefined;
  return { code: code === description ? undefined : code, description };
};
