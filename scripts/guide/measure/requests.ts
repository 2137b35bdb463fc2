/** How many requests TeamViewer's actions send, found by running each against a server that records them. */
import { component, type Input } from "../../../test/support/component";
import { inputsOf, type Values } from "../../../test/support/inputs";
import { type Recording, startRecording } from "../../../test/support/recording";
import type { Received } from "../../../test/support/server";

/** The requests of one action. */
export interface Sent {
  key: string;
  /** With as few inputs as it can do with. */
  least: number;
  /** With Fetch All, for lists of one page and of three; undefined where there is no such input. */
  all?: { onePage: number; threePages: number };
  /** With 100, and with 201 values in an input that is sent in portions. */
  portions?: { input: string; of100: number; of201: number };
}

type Body = Record<string, unknown>;

/** The fields by which TeamViewer names the next page. */
const nextPage = /^(next_?pagination_?token|continuation_?token|next_?offset)$/i;

/** The page of that number, of so many: TeamViewer's example, with the name of a next page unless it is the last. */
const pageOf = (answer: unknown, number: number, last: number): unknown => {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer) || Buffer.isBuffer(answer)) return answer;
  const page = Object.entries(answer as Body).flatMap(([name, value]): [string, unknown][] => {
    if (!nextPage.test(name)) return name === "ParsingError" ? [] : [[name, value]];
    return number < last ? [[name, `page-${number + 1}`]] : [];
  });
  return Object.fromEntries(page);
};

/** Runs an action against lists of so many pages, and counts what it sends. */
const count = async (recording: Recording, key: string, inputs: Values, pages = 1): Promise<number> => {
  const { description } = recording;
  const asked = new Map<string, number>();
  const answers = (received: Received) => {
    const operation = `${received.method} ${received.url.split("?", 1)}`;
    const number = (asked.get(operation) ?? 0) + 1;
    asked.set(operation, number);
    return pageOf(description.answerTo(received), number, pages);
  };
  const { requests } = await recording.perform(key, inputs, answers);
  return requests.length;
};

const guidEnd = /[\da-f]{12}$/i;

/** Values that are as valid as the example, and none twice. */
const several = (example: string, number: number): string[] =>
  Array.from({ length: number }, (_, index) => {
    if (guidEnd.test(example)) return example.replace(guidEnd, String(index).padStart(12, "0"));
    return /\d$/.test(example) ? example.replace(/\d+$/, String(10_000_000 + index)) : `${index}${example}`;
  });

const filledWith = (input: Input, number: number): unknown => {
  if (input.type !== "code") return several(String(input.example), number);
  const [first] = JSON.parse(String(input.example)) as Body[];
  return JSON.stringify(several(String(first?.id), number).map((id) => ({ ...first, id })));
};

const isSentInPortions = ({ comments = "" }: Input): boolean => / at a time\./.test(comments);

const measureOne = async (recording: Recording, key: string): Promise<Sent> => {
  const least = await recording.neededInputs(key);
  const all = { ...least, fetchAll: "true" };
  const parted = inputsOf(key).find(isSentInPortions);
  const withSome = (input: Input, some: number) =>
    count(recording, key, { ...least, [input.key]: filledWith(input, some) });
  return {
    key,
    least: await count(recording, key, least),
    ...(inputsOf(key).some((input) => input.key === "fetchAll") && {
      all: { onePage: await count(recording, key, all), threePages: await count(recording, key, all, 3) },
    }),
    ...(parted && {
      portions: { input: parted.label, of100: await withSome(parted, 100), of201: await withSome(parted, 201) },
    }),
  };
};

/** The actions of TeamViewer with what each sends. Needs the built component. */
export const measureActions = async (keys = Object.keys(component.actions)): Promise<Sent[]> => {
  const recording = await startRecording();
  try {
    const measured: Sent[] = [];
    for (const key of keys) measured.push(await measureOne(recording, key));
    return measured;
  } finally {
    await recording.close();
  }
};
