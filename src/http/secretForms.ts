/**
 * The forms in which a secret can stand in a text, as the source of a regular expression (flag `u`): as it is, in a URL
 * or a form body (any characters encoded, hex digits of any case, twice over), in JSON (escaped only where it must be,
 * or with `\u002B` as .NET does it), in HTML and in base64, also inside a longer text such as `user:secret`.
 */

/** A shorter secret occurs by chance inside ordinary words. */
const shortestPart = 6;

/** Encoders leave these as they are. */
const plain = /[A-Za-z0-9._-]/;
const plainRuns = /[A-Za-z0-9._-]+/g;

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

const anyCase = (hex: string) => hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);

const hexOf = (value: number, digits: number) => anyCase(value.toString(16).padStart(digits, "0"));

const percentEncoded = (character: string) =>
  [...Buffer.from(character)].map((byte) => `%(?:25){0,3}${hexOf(byte, 2)}`).join("");

const jsonEncoded = (character: string) =>
  character
    .split("")
    .map((unit) => `\\\\{1,8}u${hexOf(unit.charCodeAt(0), 4)}`)
    .join("");

const htmlNames: Record<string, string> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "apos" };

const htmlEncoded = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  const names = [`#0{0,5}${code}`, `#[xX]0{0,5}${hexOf(code, 1)}`, htmlNames[character]].filter(Boolean);
  return `&(?:${names.join("|")});`;
};

const jsonLetters: Record<string, string> = { "\b": "b", "\f": "f", "\n": "n", "\r": "r", "\t": "t" };

/** The forms of a run of backslashes as one, because each of them can be doubled, three times over. */
const backslashes = (count: number) =>
  `(?:\\\\{${count},${8 * count}}|(?:${percentEncoded("\\")}){${count}}|(?:${jsonEncoded("\\")}){${count}})`;

const formsOfCharacter = (character: string): string => {
  if (plain.test(character)) return literal(character);
  if (character.startsWith("\\")) return backslashes(character.length);
  const letter = jsonLetters[character];
  const forms = [
    percentEncoded(character),
    jsonEncoded(character),
    htmlEncoded(character),
    ...(letter ? [`\\\\{1,8}${letter}`] : []),
    ...(character === " " ? ["\\+"] : []),
    // The last one, because the others begin with it where it is a `%` or an `&`.
    `\\\\{0,8}${literal(character)}`,
  ];
  return `(?:${forms.join("|")})`;
};

const base64Forms: Record<string, string> = { "+": "(?:\\+|-|%2[bB])", "/": "(?:\\\\{0,8}\\/|_|%2[fF])" };

const base64Character = "[A-Za-z0-9+/_-]";

/**
 * Base64 puts three bytes into four characters. How a secret looks in it depends on how many bytes of the group come
 * before it; the characters at its ends, which it shares with its neighbours, can be any.
 */
const inBase64 = (secret: string, bytesBefore: number) => {
  const bytes = Buffer.concat([Buffer.alloc(bytesBefore), Buffer.from(secret)]);
  const shared = Math.ceil((bytesBefore * 8) / 6);
  const own = bytes.toString("base64").slice(shared, Math.floor((bytes.length * 8) / 6));
  return { shared, own, whole: bytes.length % 3 === 0 };
};

const base64After = (secret: string, bytesBefore: number): string => {
  const { shared, own, whole } = inBase64(secret, bytesBefore);
  const core = own.replace(/[+/]/g, (character) => base64Forms[character] ?? "");
  const end = whole ? "" : `${base64Character}?(?:=|%3[dD]){0,2}`;
  return `${base64Character}{${shared}}${core}${end}`;
};

/** All forms of a text but base64. */
export const encodedFormsOf = (text: string): string =>
  (text.match(/\\+|[^\\]/gu) ?? []).map(formsOfCharacter).join("");

/** The forms of a secret but base64. A short one counts only where it stands alone. */
const alone = (secret: string): string => {
  const encoded = encodedFormsOf(secret);
  return secret.length < shortestPart ? `(?<![\\p{L}\\p{N}_])${encoded}(?![\\p{L}\\p{N}_])` : encoded;
};

const longest = (texts: readonly string[]) => texts.reduce((a, b) => (b.length > a.length ? b : a), "");

/** What no encoder changes of a secret: where it is missing in a text, the secret is. In base64 by the bytes before it. */
export interface Traces {
  secret: string;
  encoded: string;
  base64: readonly string[];
}

export const tracesOf = (secret: string): Traces => ({
  secret,
  encoded: longest(secret.match(plainRuns) ?? []),
  base64:
    secret.length < shortestPart
      ? []
      : [0, 1, 2].map((bytesBefore) => longest(inBase64(secret, bytesBefore).own.split(/[+/]/))),
});

/** The forms in which a secret may stand in a text. */
export interface PossibleForms {
  secret: string;
  encoded: boolean;
  /** How many bytes of a group of three may come before it in base64. */
  base64: number[];
}

const absent = { encoded: false, base64: [] };

/** The forms in which the secret may stand in the text, told by a search that is much cheaper than their patterns. */
export const possibleForms = ({ secret, encoded, base64 }: Traces, text: string): PossibleForms => {
  // No form is shorter than the secret itself.
  if (secret.length > text.length) return { secret, ...absent };
  return {
    secret,
    encoded: text.includes(encoded),
    base64: base64.flatMap((trace, bytesBefore) => (text.includes(trace) ? [bytesBefore] : [])),
  };
};

/** Patterns of all that may stand in a text. */
export const patternsOf = ({ secret, encoded, base64 }: PossibleForms): string[] => [
  ...(encoded ? [alone(secret)] : []),
  ...base64.map((before) => base64After(secret, before)),
];
