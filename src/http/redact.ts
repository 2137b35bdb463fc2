/** What is secret, and texts and objects without it: for the components' logs and errors and for the command line. */
import { formsOf } from "./secretForms";

const secretName =
  /password|passwd|passphrase|secret|cookie|authorization$|tokens?$|(api|access|auth|license|private|shared|signing|session|encryption|subscription)keys?$|ssocustomerid$/;

/** Tokens that tell a place in a list: people need them to resume it. */
const pageToken = /(page|paging|pagination|continuation|next|skip|sync|delta|cursor)tokens?$/;

/** Whether what stands under this name is a secret: a field, a header, a query parameter. Case, `-` and `_` do not count. */
export const isSecretName = (name: string): boolean => {
  const letters = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  return secretName.test(letters) && !pageToken.test(letters);
};

/** Texts that stand under a secret's name and are none: hiding them would make holes in every sentence. */
const common = /^(true|false|null|undefined|none|yes|no|on|off|test|error|token|\d{1,3})$/i;

const mark = "[redacted]";

/** Files and streams: nothing in them is under a name, and walking through their bytes would take for ever. */
const isBinary = (value: object) =>
  ArrayBuffer.isView(value) || typeof (value as { pipe?: unknown }).pipe === "function";

/** A copy of `value` in which every field with a secret's name holds a mark instead of its value, at any depth. */
export const redact = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(redact);
  if (value === null || typeof value !== "object") return value;
  if (isBinary(value)) return "[binary data]";
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, isSecretName(key) && field != null ? mark : redact(field)]),
  );
};

const texts = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(texts);
  return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
};

/** The texts and numbers that stand under a secret's name anywhere in `value`, alone or in a list. */
export const secretsIn = (value: unknown): string[] => {
  if (value === null || typeof value !== "object" || isBinary(value)) return [];
  return Object.entries(value).flatMap(([key, field]) => [
    ...(isSecretName(key) ? texts(field) : []),
    ...secretsIn(field),
  ]);
};

/** Any bearer token, also one that nobody knows of, but not a number or the next word of a sentence. */
const bearer =
  /\bBearer\s+(?!(?:\d+|tokens?|authentication|authorization|scheme|is|was|has|or|and|with|in)[.,;:!?)"']*(?:\s|$))[\w\-.~+/]+=*/gi;

/** Texts that must not be shown. */
export interface Secrets {
  /** Remembers more of them: texts and numbers; anything else, and what is blank, is ignored. */
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
  let pattern: RegExp | undefined;

  const add = (...more: unknown[]) => {
    const before = known.size;
    const forms = more.flatMap(texts).flatMap((text) => [text, text.trim()]);
    for (const form of forms) if (form.trim() !== "" && !common.test(form.trim())) known.add(form);
    if (known.size > before) pattern = undefined;
  };

  /** The longest first: of a secret that contains another one, no rest may stay. */
  const compile = () => {
    const longestFirst = [...known].sort((a, b) => b.length - a.length);
    return new RegExp(longestFirst.map(formsOf).join("|") || "(?!)", "gu");
  };

  add(...values);
  return {
    add,
    with: (...more) => createSecrets([...known], more),
    redact(text) {
      pattern ??= compile();
      return text.replace(pattern, mark).replace(bearer, `Bearer ${mark}`);
    },
  };
};

/** `text` without the given secrets and without any bearer token. */
export const redactText = (text: string, secrets: readonly string[] = []): string =>
  createSecrets(...secrets).redact(text);
