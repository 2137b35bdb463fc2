/** Foreign text of 200,000 characters, made to keep a pattern busy, takes no longer than any other text of that size. */

import { Unreadable } from "../../src/http/body";
import { whatHappened } from "../../src/http/failure";
import { createSecrets, redact, redactText, secretsIn } from "../../src/http/redact";
import { parseRetryAfter } from "../../src/http/retry";
import { redactPairs, secretsInText } from "../../src/http/textSecrets";

/** What takes time by its square takes a minute of it here, and what takes time by its size a fraction of a second. */
const size = 200_000;

const fill = (part: string) => part.repeat(Math.ceil(size / part.length));

/** What a regular expression can get lost in: something over and over, by itself and behind how a match begins. */
const hostile = [
  ...[..." aA1\"'\\%&=:;,.-_+/<>{[\n\té🙂", "<title", "<title>", "<TITLE ", "Bearer ", "Bearer 1", "token=", "token:'"],
  ...['"token":"\\', "%25", "\\u", "\\\\u00", "&#x", "s3cret", "s3cret+/"],
].map(fill);
const beginnings = ["<html>", "<html><title", "Bearer ", "Bearer a", "token: ", '{"token":"'].flatMap((beginning) =>
  ["1", " "].map((part) => `${beginning}${fill(part)}!`),
);

/** CPU time, because the tests run side by side. Many times what it takes, and a fraction of what it must not. */
const most = 2_000;

const cpuOf = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const answer = (text: string) => ({ status: 502, statusText: "", headers: {}, body: new Unreadable(text) });

const readers: [string, (text: string) => unknown][] = [
  [
    "the words on a page that is no JSON",
    (text) => whatHappened({ kind: "unreadable", answer: answer(text) }, undefined, 1),
  ],
  ["the search for known secrets", (text) => redactText(text, ["s3cret+/value", '\\\\"\\', "short"])],
  ["the search for secrets under their names", secretsInText],
  ["the marks in a form", redactPairs],
  ["the waiting time that a server asks for", (text) => parseRetryAfter(text, 0)],
];

describe.each(readers)("%s", (_, read) => {
  it("stays quick on text that is made to keep it busy", () => {
    for (const text of [...hostile, ...beginnings]) {
      const took = cpuOf(() => read(text));
      if (took > most) throw new Error(`${took} ms for ${JSON.stringify(text.slice(0, 30))}…`);
    }
  }, 120_000);
});

describe("a body of 100,000 levels", () => {
  const levels = 100_000;

  it.each([
    ["objects", '{"a":', "}"],
    ["lists", "[", "]"],
    ["secrets", '{"token":', "}"],
  ])("of %s is walked through without an overflow, and gives its secrets", (_, open, close) => {
    const body = JSON.parse(`${open.repeat(levels)}{"password":"hunter22"}${close.repeat(levels)}`);
    expect(secretsIn(body)).toEqual(["hunter22"]);
    expect(JSON.stringify(redact(body))).not.toContain("hunter22");
  });
});

describe("secrets of a size or number that no pattern can hold", () => {
  it.each([
    ["of 4,000 characters that all have other forms", "a+/".repeat(1334)],
    ["of 19,000 letters", "abc".repeat(6333)],
    ["of two characters to a letter", "🙂é".repeat(700)],
  ])("%s are found whole, also encoded", (_, secret) => {
    const secrets = createSecrets(secret);
    for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
      expect(secrets.redact(`before ${form} after`)).toBe("before [redacted] after");
    }
  });

  it("cost next to nothing where they do not occur", () => {
    const many = createSecrets(
      Array.from({ length: 10_000 }, (_, index) => `tok+en/${index}xyzabcdefg`),
      "a+/".repeat(300_000),
    );
    const text = `an ordinary error, ${"of some length ".repeat(200)}`;
    expect(cpuOf(() => expect(many.redact(text)).toBe(text))).toBeLessThan(most);
  });

  it("that occur all at once are not searched for: nothing is shown of the text", () => {
    const values = Array.from({ length: 2_000 }, (_, index) => `tok+en/${index}xyzabcdefg`);
    const shown = createSecrets(values).redact(values.join(" "));
    expect(shown).toBe("[redacted] (left out: there are too many secrets to look for)");
  });
});
