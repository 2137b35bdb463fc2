/** So many requests of one action are under way at a time, unless it says otherwise. */
export const fewAtATime = 5;

/**
 * Does work on each item, a few at a time, and gives the results in the order of the items. After a failure nothing more
 * is begun; the first one is thrown when what was under way has ended.
 */
export const concurrently = async <Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
  most = fewAtATime,
): Promise<Result[]> => {
  const results: Result[] = [];
  const failures: unknown[] = [];
  const entries = items.entries();
  const worker = async () => {
    for (const [index, item] of entries) {
      if (failures.length > 0) return;
      try {
        results[index] = await work(item, index);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
  if (failures.length > 0) throw failures[0];
  return results;
};
