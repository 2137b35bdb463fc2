import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { chapterLines, misfits, sentencesSaid } from "../../scripts/guide/catalogue";
import { chapters, unsaid } from "../../scripts/guide/causes";
import { displayedIn, sentencesBelow } from "../../scripts/guide/sentences";

test("every sentence that a component can say has one cause, and every cause a sentence (scripts/guide/causes)", () => {
  expect(misfits(sentencesSaid(), chapters, unsaid)).toEqual([]);
});

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "sentences-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** In the source, `#{` begins what is put into a template. */
const sentencesOf = (source: string, ...displayed: string[]) => {
  writeFileSync(path.join(folder, "source.ts"), source.replaceAll("#", "$"));
  return sentencesBelow(folder, displayedIn(displayed)).map(({ text }) => text);
};

test.each([
  ['throw new SpectralError("It is broken.");', ["It is broken."]],
  ["throw new ApiError(`#{what} failed: #{why}.`, facts);", ["{} failed: {}."]],
  ['throw new InputError("Group ID", `"#{id}" is not one.`);', ['Group ID: "{}" is not one.']],
  ['throw new InputError(label, few ? "too few." : "far too many.");', ["{}: too few.", "{}: far too many."]],
  ['context.logger.warn("Something is odd.");', ["Something is odd."]],
  ['const advise = () => "Look at the connection.";', ["Look at the connection."]],
  ['const reasons = { 401: "The key was not accepted." };', ["The key was not accepted."]],
  ['warn(`Sent #{late ? "too late for it" : ""}.`);', ["Sent {}.", "too late for it"]],
])("%s says what it says", (source, said) => {
  expect(sentencesOf(source)).toEqual(said);
});

test.each([
  'import { one } from "some where";',
  'type Way = "one way" | "another way";',
  'const exampleName = "Warsaw Office";',
  'const action = { example: { reason: "It is not there." } };',
  'const operation = "GET /groups/{id}";',
  'const key = "word";',
])("%s says nothing", (source) => {
  expect(sentencesOf(source)).toEqual([]);
});

test("what the component displays is no message, unless it is said too", () => {
  const comments = "Only what is in this group, for example g12345678. Blank: all.";
  expect(sentencesOf("const comments = `Only what is in this #{kind}, for example #{id}.`;", comments)).toEqual([]);
  expect(sentencesOf('const comments = "Only what is in it.";', comments)).toEqual(["Only what is in it."]);
  expect(sentencesOf('warn("Only what is in this group");', comments)).toEqual(["Only what is in this group"]);
});

const said = [{ text: '"{}" is no {}.', at: "source.ts:1" }];

const chapterOf = (...says: string[]) => ({ title: "T", intro: "I", causes: [{ says, why: "W", cure: "C" }] });

test("a cause names the values as it likes", () => {
  expect(misfits(said, [chapterOf('"{value}" is no {kind of thing}.')], [])).toEqual([]);
});

test("a sentence without a cause, a cause without a sentence, and a second cause are told", () => {
  expect(misfits(said, [], [])).toEqual(['source.ts:1 has no cause: "{}" is no {}.']);
  expect(misfits([], [chapterOf("It is {so}.")], ["never said"])).toEqual([
    "Nothing says any more: It is {}.",
    "Nothing says any more: never said",
  ]);
  expect(misfits(said, [chapterOf('"{a}" is no {b}.'), chapterOf('"{c}" is no {d}.')], [])).toEqual([
    'It has two causes: "{}" is no {}.',
  ]);
});

test("a chapter is a table of what is said, why, and what to do", () => {
  expect(chapterLines([chapterOf("one {way}.", " two.")])).toEqual([
    "## T",
    "",
    "I",
    "",
    "| what is said | why | what to do |",
    "| --- | --- | --- |",
    "| `one {way}.`<br>`two.` | W | C |",
    "",
  ]);
});
