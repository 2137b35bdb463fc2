import { concurrently } from "../../src/http/concurrently";

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const watched = (failAt?: number) => {
  let running = 0;
  const seen = { most: 0, begun: [] as number[], ended: [] as number[] };
  const work = async (item: number) => {
    running += 1;
    seen.most = Math.max(seen.most, running);
    seen.begun.push(item);
    await later(item % 3);
    running -= 1;
    seen.ended.push(item);
    if (item === failAt) throw new Error(`item ${item}`);
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
  const { seen, work } = watched(3);
  await expect(concurrently(items, work, 4)).rejects.toThrow("item 3");
  expect(seen.begun.length).toBeLessThan(items.length);
  expect([...seen.ended].sort()).toEqual([...seen.begun].sort());
});

test("of nothing comes nothing", async () => {
  expect(await concurrently([], async () => 1)).toEqual([]);
});
