/** What a vendor takes a bounded number of in one request, done in several that look like one. */
import { extended } from "./errors";

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
