/** What a vendor takes a bounded number of in one request, done in several that look like one. */
import { ConnectionError, SpectralError } from "@prismatic-io/spectral";
import { extended, messageOf } from "./errors";
import { toPairs, urlWith } from "./query";

interface Words {
  /** One item: `member`. */
  what: string;
  /** Several of them, where that is not `what` with an s. */
  plural?: string;
}

const interrupted = (error: unknown, { what, plural = `${what}s` }: Words, items: readonly unknown[], done: number) => {
  if (done === 0) return error;
  const left = items.length - done;
  return extended(
    error,
    `Of ${items.length} ${plural} the first ${done} were done, up to ${items[done - 1]}. Not done, or not known to be: the last ${left}, from ${items[done]} on.`,
  );
};

interface Portions<Item> extends Words {
  /** The largest portion. */
  most?: number;
  /** Tells an item from the others. */
  nameOf?: (item: Item) => unknown;
}

/** A text or a number is its own name. */
type NamedPortions<Item> = Item extends string | number
  ? Portions<Item>
  : Portions<Item> & Required<Pick<Portions<Item>, "nameOf">>;

/**
 * Sends a list in portions of at most `most` items, one after another, and gives the answers. Throws the error of the
 * portion that failed, which says how far it got; those after it are not sent.
 */
export const inPortions = async <Item, Answer>(
  items: readonly Item[],
  portions: NamedPortions<NoInfer<Item>>,
  send: (portion: Item[]) => Promise<Answer>,
): Promise<Answer[]> => {
  const { most = 100, nameOf = String, ...words } = portions as Portions<Item>;
  const answers: Answer[] = [];
  for (let start = 0; start < items.length; start += most) {
    const answer = await send(items.slice(start, start + most)).catch((error) => {
      throw interrupted(error, words, items.map(nameOf), start);
    });
    answers.push(answer);
  }
  return answers;
};

/**
 * The lists that portions were answered with, as one. Where one was answered with something else, or with nothing as a
 * PUT may be, that is the answer: a part of the list would look like the whole.
 */
export const oneList = <Item>(answers: readonly Item[][]): Item[] => {
  const other = answers.findIndex((answer) => !Array.isArray(answer));
  return other < 0 ? answers.flat() : (answers[other] as Item[]);
};

/** Nothing is begun after so many minutes: an execution ends at 15, and the last request may take three of them. */
export const longestMinutes = 12;

/** What became of the portions. One that failed was not done, or is not known to be. */
export interface Portioned<Item, Answer> {
  done: { portion: Item[]; answer: Answer }[];
  failed: { portion: Item[]; error: unknown }[];
}

/** So many reasons beside the first are told when all portions failed. */
const mostReasons = 4;

/** The error of portions none of which is known to be done: that of refused credentials or the first, with the others. */
const nothingDone = (errors: readonly unknown[]): unknown => {
  const error = errors.find((each) => each instanceof ConnectionError) ?? errors[0];
  const others = [...new Set(errors.map(messageOf))].filter((message) => message !== messageOf(error));
  if (others.length === 0) return error;
  const more = others.length > mostReasons ? [`${others.length - mostReasons} more failed in other ways.`] : [];
  const told = [...others.slice(0, mostReasons), ...more].join(" ");
  return extended(error, `None of ${errors.length} requests is known to be done. Others failed otherwise: ${told}`);
};

/**
 * As `inPortions`, where a portion that fails does not stop those after it. Nothing more is sent once the credentials are
 * refused, or after 12 minutes, so that the answer always comes back. When nothing was done, throws the error of the
 * refused credentials or the first one, which tells of the others.
 */
export const portionByPortion = async <Item, Answer>(
  items: readonly Item[],
  most: number,
  send: (portion: Item[]) => Promise<Answer>,
  now: () => number = Date.now,
): Promise<Portioned<Item, Answer>> => {
  const end = now() + longestMinutes * 60_000;
  const portions = Array.from({ length: Math.ceil(items.length / most) }, (_, index) =>
    items.slice(index * most, (index + 1) * most),
  );
  const { done, failed }: Portioned<Item, Answer> = { done: [], failed: [] };
  const unsent: typeof failed = [];
  /** Why none of the rest is sent. */
  let reason: string | undefined;
  for (const portion of portions) {
    if (now() >= end) reason ??= `${longestMinutes} minutes were over before it`;
    if (reason) {
      unsent.push({ portion, error: new SpectralError(`Not sent: ${reason}.`) });
      continue;
    }
    try {
      done.push({ portion, answer: await send(portion) });
    } catch (error) {
      failed.push({ portion, error });
      if (error instanceof ConnectionError) reason = "the connection was refused before it";
    }
  }
  if (done.length === 0 && failed.length > 0) throw nothingDone(failed.map(({ error }) => error));
  return { done, failed: [...failed, ...unsent] };
};

/** Under the 8 KB that web servers commonly take of a URL, in bytes. */
export const longestUrl = 7_999;

/**
 * The values of a parameter that repeats, cut so that each whole URL stays under 8 KB. A value that is too long for a URL
 * of its own is a portion of its own, which the server may refuse.
 */
export const byLengthOfUrl = (baseUrl: string, path: string, name: string, values: readonly string[]): string[][] => {
  const room = longestUrl - urlWith(baseUrl, path).length;
  const portions: string[][] = [];
  let left = 0;
  for (const value of values) {
    const length = 1 + toPairs({ [name]: value }).length;
    const portion = portions.at(-1);
    if (portion && length <= left) portion.push(value);
    else {
      portions.push([value]);
      left = room;
    }
    left -= length;
  }
  return portions;
};
