/** What a vendor takes a bounded number of in one request, done in several that look like one. */

interface Words {
  /** One item: `member`. */
  what: string;
  /** Several of them, where that is not `what` with an s. */
  plural?: string;
}

/** The same error, its message extended by what was done: the type still tells what went wrong. */
const interrupted = (error: unknown, { what, plural = `${what}s` }: Words, items: readonly unknown[], done: number) => {
  if (!(error instanceof Error) || done === 0) return error;
  const left = items.length - done;
  error.message += ` Of ${items.length} ${plural} the first ${done} were done, up to ${items[done - 1]}. Not done, or not known to be: the last ${left}, from ${items[done]} on.`;
  return error;
};

/**
 * Sends a list in portions of at most `most` items, one after another, and gives the answers. Throws the error of the
 * portion that failed, which says how far it got; those after it are not sent.
 */
export const inPortions = async <Item extends string | number, Answer>(
  items: readonly Item[],
  { most = 100, ...words }: Words & { most?: number },
  send: (portion: Item[]) => Promise<Answer>,
): Promise<Answer[]> => {
  const answers: Answer[] = [];
  for (let start = 0; start < items.length; start += most) {
    const answer = await send(items.slice(start, start + most)).catch((error) => {
      throw interrupted(error, words, items, start);
    });
    answers.push(answer);
  }
  return answers;
};
