const secretName =
  /authorization|cookie|password|secret|api[-_]?key|license[-_]?key|^(access|refresh|script|bearer|id)?[-_]?token$/i;

/** Shorter strings occur by chance in ordinary text, and no vendor issues secrets that short. */
const shortestSecret = 6;

const mark = "[redacted]";

/** A copy of `value` in which every field with a secret's name holds a mark instead of its value, at any depth. */
export const redact = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(redact);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, secretName.test(key) && field != null ? mark : redact(field)]),
  );
};

/** The strings that stand under a secret's name anywhere in `value`: what must not appear in a log or an error. */
export const secretsIn = (value: unknown): string[] => {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, field]) =>
    secretName.test(key) && typeof field === "string" ? [field] : secretsIn(field),
  );
};

/** `text` without the given secrets, in their plain and URL-encoded form, and without any bearer token. */
export const redactText = (text: string, secrets: readonly string[] = []): string =>
  secrets
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((clean, secret) => clean.replaceAll(secret, mark), text)
    .replace(/\bBearer\s+[\w\-.~+/]+=*/gi, `Bearer ${mark}`);
