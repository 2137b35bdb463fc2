import { concurrently } from "../../src/http/concurrently";

/** Runs that end when they are told to. */
const heldBack = () => {
  const ends: (() => void)[] = [];
  const begun: number[] = [];
  return {
    begun,
    run: async (item: number) => {
      begun.push(item);
      await new Promise<void>((end) => ends.push(end));
      return item * 10;
    },
    endNext: async () => {
      ends.shift()?.();
      await new Promise(setImmediate);
    },
  };
};

test("no more than so many run at once, the next as soon as one has ended", async () => {
  const { begun, run, endNext } = heldBack();
  const all = concurrently([1, 2, 3, 4], 2, run);
  expect(begun).toEqual([1, 2]);
  await endNext();
  expect(begun).toEqual([1, 2, 3]);
  for (let left = 3; left > 0; left -= 1) await endNext();
  expect(await all).toEqual([10, 20, 30, 40]);
});

test("results come in the order of the items, whichever ends first", async () => {
  const run = (item: number) => new Promise<number>((end) => setTimeout(() => end(item), item));
  expect(await concurrently([9, 1, 5], 3, run)).toEqual([9, 1, 5]);
});

test("after a failure none is begun any more", async () => {
  const begun: number[] = [];
  const run = async (item: number) => {
    begun.push(item);
    if (item === 2) throw new Error("The second failed.");
  };
  await expect(concurrently([1, 2, 3, 4, 5, 6], 2, run)).rejects.toThrow("The second failed.");
  await new Promise(setImmediate);
  expect(begun.length).toBeLessThan(5);
});

test("of nothing comes nothing", async () => {
  expect(await concurrently([], 5, () => Promise.reject(new Error("not to be called")))).toEqual([]);
});
