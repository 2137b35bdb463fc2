import { concurrently } from "../../src/http/concurrently";

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const watched = () => {
  let running = 0;
  const seen = { most: 0, begun: [] as number[], ended: [] as number[] };
  const work = async (item: number) => {
    running += 1;
    seen.most = Math.max(seen.most, running);
    seen.begun.push(item);
    await later(item % 3);
    running -= 1;
    seen.ended.push(item);
    return item * 10;
  };
  return { seen, work };
};

const items = Array.from({ length: 20 }, (_, index) => index);

test("a few are under way at a time, and the results keep the order of the items", async () => {
  const { seen, work } = watched();
  expect(await concurrently(items, work, 4)).toEqual(items.map((item) => item * 10));
  expect(seen.most).toBe(4);
  expect([...seen.begun].sort((a, b) => a - b)).toEqual(items);
});

test("after a failure nothing more is begun, and what was under way is waited for", async () => {
  const { seen, work } = watched();
  let begunAtFailure: number | undefined;
  const failing = async (item: number) => {
    await work(item);
    if (item !== 3) return;
    begunAtFailure = seen.begun.length;
    throw new Error("item 3");
  };
  await expect(concurrently(items, failing, 4)).rejects.toThrow("item 3");
  expect(seen.begun).toHaveLength(begunAtFailure ?? -1);
  expect(new Set(seen.ended)).toEqual(new Set(seen.begun));
});

test("of several failures the first one in time is thrown, also one that is not asynchronous", async () => {
  const slow = async (item: number) => {
    await later(10);
    throw new Error(`item ${item}`);
  };
  const work = (item: number) => {
    if (item === 2) throw new Error("at once");
    return slow(item);
  };
  await expect(concurrently(items, work, 4)).rejects.toThrow("at once");
});

test("of nothing comes nothing", async () => {
  expect(await concurrently([], async () => 1)).toEqual([]);
});
