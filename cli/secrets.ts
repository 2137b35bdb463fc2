const mark = "[redacted]";

/** A shorter secret is replaced only where it stands alone, because it occurs by chance inside ordinary words. */
const shortestPart = 4;

export interface Secrets {
  /** Remembers values that must not be shown; blanks are ignored. */
  add(...values: unknown[]): void;
  /** `text` without the remembered values, plain, URL-encoded, JSON-escaped or in base64. */
  redact(text: string): string;
}

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const base64 = (text: string) => Buffer.from(text).toString("base64").replace(/=+$/, "");

const patternsOf = (secret: string): string[] => {
  const plain = escapeRegExp(secret);
  if (secret.length < shortestPart) return [`(?<!\\w)${plain}(?!\\w)`];
  const encoded = [encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), base64(secret)];
  return [plain, ...encoded.map(escapeRegExp)];
};

/** Collects the secrets of one run, to keep them out of everything that it prints. */
export const createSecrets = (): Secrets => {
  const known = new Set<string>();
  let pattern: RegExp | undefined;

  const compile = () => {
    const patterns = [...known].flatMap(patternsOf).sort((a, b) => b.length - a.length);
    return new RegExp(patterns.join("|") || "(?!)", "g");
  };

  return {
    add(...values) {
      for (const value of values) {
        const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
        for (const form of [text, text.trim()]) if (form.trim() !== "") known.add(form);
      }
      pattern = undefined;
    },
    redact(text) {
      pattern ??= compile();
      return text.replace(pattern, mark);
    },
  };
};
