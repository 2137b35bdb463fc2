/**
 * What `run` gives for each item, in the order of the items. At most `most` run at once. After one has failed none is
 * begun any more, and its error is thrown.
 */
export const concurrently = async <Item, Result>(
  items: readonly Item[],
  most: number,
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = [];
  let begun = 0;

  const runInTurn = async () => {
    while (begun < items.length) {
      const index = begun++;
      results[index] = await run(items[index] as Item).catch((error) => {
        begun = items.length;
        throw error;
      });
    }
  };

  await Promise.all(Array.from({ length: most }, runInTurn));
  return results;
};
