/** What is secret, and texts and objects without it: for the components' logs and errors and for the command line. */
import { createHider, mark } from "./hiding";

const secretName =
  /password|passwd|passphrase|passcode|pwd$|secret|cookie|credentials?$|assertion$|jwt$|^(x|proxy)?auth(entication)?$|authorization$|tokens?$|(api|access|auth|device|license|private|shared|signing|session|encryption|subscription|functions?)keys?$|ssocustomerid$/;

/** Tokens that tell a place in a list: people need them to resume it. */
const pageToken = /(page|paging|pagination|continuation|next|skip|sync|delta|cursor)tokens?$/;

/** Whether what stands under this name is a secret: a field, a header, a query parameter. Case, `-` and `_` do not count. */
export const isSecretName = (name: string): boolean => {
  const letters = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  return secretName.test(letters) && !pageToken.test(letters);
};

/** Texts that stand under a secret's name and are none: hiding them would make holes in every sentence. */
const common = /^(true|false|null|undefined|none|yes|no|on|off|test|error|token|\d{1,3})$/i;

/** Files and streams: nothing in them is under a name, and walking through their bytes would take for ever. */
const isBinary = (value: object) =>
  ArrayBuffer.isView(value) || typeof (value as { pipe?: unknown }).pipe === "function";

/** Nobody reads a log line deeper, and what writes it as JSON ends at some depth. */
const deepest = 40;

const redactAt = (value: unknown, parents: readonly object[]): unknown => {
  if (typeof value === "bigint") return String(value);
  if (value === null || typeof value !== "object") return value;
  if (isBinary(value)) return "[binary data]";
  if (parents.includes(value)) return "[circular]";
  if (parents.length === deepest) return "[deeper levels]";
  const inside = (field: unknown) => redactAt(field, [...parents, value]);
  if (Array.isArray(value)) return value.map(inside);
  if (value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, isSecretName(key) && field != null ? mark : inside(field)]),
  );
};

/**
 * A copy of `value` in which every field with a secret's name holds a mark instead of its value. Of what is nested
 * deeper than a log line can show, a mark says so.
 */
export const redact = (value: unknown): unknown => redactAt(value, []);

/** The texts and numbers in `value` that stand under a secret's name or, with `secret`, in a list by themselves. */
const find = (value: unknown, secret: boolean): string[] => {
  const found: string[] = [];
  const seen = { secret: new Set<object>(), open: new Set<object>() };
  // Not by recursion: a body can be nested as deeply as its sender likes.
  const waiting = [{ value, secret }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value: item, secret: isSecret } = next;
    if (item === null || typeof item !== "object") {
      if (isSecret && /^(string|number|bigint)$/.test(typeof item)) found.push(String(item));
      continue;
    }
    const before = isSecret ? seen.secret : seen.open;
    if (isBinary(item) || before.has(item)) continue;
    before.add(item);
    const isList = Array.isArray(item);
    for (const [key, field] of Object.entries(item).reverse()) {
      waiting.push({ value: field, secret: isList ? isSecret : isSecretName(key) });
    }
  }
  return found;
};

/** The texts and numbers that stand under a secret's name anywhere in `value`, alone or in a list. */
export const secretsIn = (value: unknown): string[] => find(value, false);

/** Any bearer token, also one that nobody knows of, but not a number or the next word of a sentence. */
const bearer =
  /\bBearer\s+(?!(?:\d+|tokens?|authentication|authorization|scheme|is|was|has|or|and|with|in)[.,;:!?)"']*(?:\s|$))[\w\-.~+/]+=*/gi;

/** Texts that must not be shown. */
export interface Secrets {
  /** Remembers more of them: texts and numbers, also in lists; anything else, and what is blank, is ignored. */
  add(...values: unknown[]): void;
  /** These and more of them, for one purpose. */
  with(...values: unknown[]): Secrets;
  /** `text` without them, in any form in which they can come back, and without any bearer token. */
  redact(text: string): string;
}

/**
 * Keeps secrets out of texts. One of less than six characters is replaced only where it stands alone, and a common word
 * or a small number nowhere.
 */
export const createSecrets = (...values: unknown[]): Secrets => {
  const known = new Set<string>();
  const hide = createHider();

  const add = (...more: unknown[]) => {
    for (const text of find(more, true)) {
      const trimmed = text.trim();
      if (trimmed !== "" && !common.test(trimmed)) known.add(text).add(trimmed);
    }
  };

  add(...values);
  return {
    add,
    with: (...more) => createSecrets([...known], more),
    redact: (text) => hide(text, known).replace(bearer, `Bearer ${mark}`),
  };
};

/** `text` without the given secrets and without any bearer token. */
export const redactText = (text: string, secrets: readonly string[] = []): string =>
  createSecrets(secrets).redact(text);
