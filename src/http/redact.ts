const secretName =
  /authorization|cookie|password|secret|api[-_]?key|license[-_]?key|^(access|refresh|script|bearer|id)?[-_]?token$/i;

/** Whether what stands under this name is a secret: a field, a header or a query parameter. */
export const isSecretName = (name: string): boolean => secretName.test(name);

/** Shorter strings occur by chance in ordinary text, and no vendor issues secrets that short. */
const shortestSecret = 6;

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

/** The strings that stand under a secret's name anywhere in `value`: what must not appear in a log or an error. */
export const secretsIn = (value: unknown): string[] => {
  if (value === null || typeof value !== "object" || isBinary(value)) return [];
  return Object.entries(value).flatMap(([key, field]) =>
    isSecretName(key) && typeof field === "string" ? [field] : secretsIn(field),
  );
};

/** The forms in which a secret can stand in a text: plain, in a URL, in a form body and in JSON. */
const formsOf = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  new URLSearchParams([["", secret]]).toString().slice(1),
  JSON.stringify(secret).slice(1, -1),
];

/** `text` without the given secrets, plain and encoded, and without any bearer token. */
export const redactText = (text: string, secrets: readonly string[] = []): string =>
  secrets
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap(formsOf)
    // The longest first: of a secret that contains another one, no rest may stay.
    .sort((a, b) => b.length - a.length)
    .reduce((clean, secret) => clean.replaceAll(secret, mark), text)
    .replace(/\bBearer\s+[\w\-.~+/]+=*/gi, `Bearer ${mark}`);
