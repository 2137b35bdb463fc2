import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { hashOf } from "../../src/polling/hashing";
import { pack } from "../../src/polling/packedMap";
import { ShardedTable } from "../../src/polling/shards";
import { HashTable } from "../../src/polling/tables";

const throughJson = (table: ShardedTable) => ShardedTable.read(JSON.parse(JSON.stringify(table)));

const tableOf = (map: ReadonlyMap<number, number>) => {
  const table = new HashTable();
  for (const [hash, value] of map) table.set(hash, value);
  return table;
};

const entriesOf = (table: ShardedTable) => {
  const { hashes, values } = table.sorted();
  return [...hashes].map((hash, index): [number, number] => [hash, values[index] as number]);
};

const inOrder = (map: ReadonlyMap<number, number>) => [...map].sort(([a], [b]) => a - b);

/** Many in one place as well, so that shards are full and empty ones lie between them. */
const hash = fc.oneof(fc.integer({ min: 0, max: 2 ** 48 - 1 }), fc.nat(1000), fc.constant(2 ** 48 - 1));
const value = fc.oneof(fc.nat(3), fc.nat(2 ** 28 - 1), fc.integer({ min: 0, max: 2 ** 48 - 1 }));
const changes = fc.array(fc.tuple(hash, value), { maxLength: 400, size: "max" });

const random = (count: number) => new Map(Array.from({ length: count }, () => [hashOf(randomUUID()), 2 ** 28 - 1]));

test("a table in shards holds what was set, page after page, as a map does", () => {
  fc.assert(
    fc.property(changes, fc.array(changes, { maxLength: 4 }), (first, pages) => {
      const map = new Map(first);
      let table = ShardedTable.of(tableOf(map).sorted());
      for (const page of pages) {
        for (const [hash, value] of page) {
          map.set(hash, value);
          table.set(hash, value);
        }
        expect(table.size).toBe(map.size);
        table = throughJson(table);
        table.verify();
        expect([...first, ...page].filter(([hash]) => table.get(hash) !== map.get(hash))).toEqual([]);
      }
      expect(entriesOf(table)).toEqual(inOrder(map));
    }),
  );
});

test("its check is that of the same records put together in another way, and of no others", () => {
  fc.assert(
    fc.property(changes, (entries) => {
      const table = ShardedTable.of(tableOf(new Map(entries)).sorted());
      expect(throughJson(table).check).toBe(table.check);
      const { check } = table;
      const other = table.get(5) === 8 ? 9 : 8;
      table.set(5, 7);
      table.set(5, other);
      expect(table.check).not.toBe(check);
    }),
  );
});

test("the place of a hash is its place in the order of all", () => {
  const map = random(5000);
  const table = throughJson(ShardedTable.of(tableOf(map).sorted()));
  for (const [place, [hash]] of inOrder(map).entries()) {
    expect(table.indexOf(hash)).toBe(place);
    if (!map.has(hash + 1)) expect(table.indexOf(hash + 1)).toBe(-1);
  }
});

test("that was stored as one packed map is read", () => {
  const map = random(1000);
  expect(entriesOf(ShardedTable.read(JSON.parse(JSON.stringify(pack(tableOf(map))))))).toEqual(inOrder(map));
});

test("100,000 fingerprints take less than 1 MiB", () => {
  const table = ShardedTable.of(tableOf(random(100_000)).sorted());
  expect(JSON.stringify(table).length).toBeLessThan(1024 * 1024 - 1000);
});

test("grows from nothing to the size that it has when it is made at once, nearly", () => {
  const map = random(20_000);
  const table = ShardedTable.empty();
  for (const [hash, value] of map) table.set(hash, value);
  const atOnce = JSON.stringify(ShardedTable.of(tableOf(map).sorted())).length;
  expect(JSON.stringify(table).length).toBeLessThan(atOnce * 1.02);
});

describe("a stored table", () => {
  const stored = () => JSON.parse(JSON.stringify(ShardedTable.of(tableOf(random(1000)).sorted())));

  test.each([
    ["that is nothing", () => undefined],
    ["without shards", ({ shards: _, ...rest }) => rest],
    ["with a shard less", ({ shards, ...rest }) => ({ ...rest, shards: shards.slice(1) })],
    ["with a shard that is no text", ({ shards, ...rest }) => ({ ...rest, shards: [7, ...shards.slice(1)] })],
    ["with another count", (table) => ({ ...table, count: table.count + 1 })],
    ["with counts that are cut", (table) => ({ ...table, counts: table.counts.slice(4) })],
    ["without a check", (table) => ({ ...table, check: undefined })],
  ] as [string, (table: ReturnType<typeof stored>) => unknown][])("%s is refused", (_, damage) => {
    expect(() => ShardedTable.read(damage(stored()))).toThrow("damaged");
  });

  test("of which one character is another is found by verifying", () => {
    const table = stored();
    const [first = "", ...rest] = table.shards as string[];
    table.shards = [`${first[0] === "A" ? "B" : "A"}${first.slice(1)}`, ...rest];
    expect(() => ShardedTable.read(table).verify()).toThrow("damaged");
  });

  test("of which two shards have changed places is found by verifying", () => {
    const table = stored();
    const [first, second, ...rest] = table.shards as string[];
    table.shards = [second, first, ...rest];
    expect(() => ShardedTable.read(table).verify()).toThrow("damaged");
  });
});
