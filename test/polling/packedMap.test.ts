import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { hashOf } from "../../src/polling/hashing";
import { largestValue, pack as packTable, unpack } from "../../src/polling/packedMap";
import { HashTable } from "../../src/polling/tables";

const pack = (map: ReadonlyMap<number, number>) => {
  const table = new HashTable();
  for (const [hash, value] of map) table.set(hash, value);
  return packTable(table);
};

const throughJson = (map: ReadonlyMap<number, number>) => unpack(JSON.parse(JSON.stringify(pack(map))));

const hash = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const anyMap = fc
  .integer({ min: 0, max: 48 })
  .chain((bits) => fc.array(fc.tuple(hash, fc.integer({ min: 0, max: 2 ** bits - 1 })), { maxLength: 300 }))
  .map((entries) => new Map(entries));

describe("a packed map", () => {
  test("gives back every map of 48-bit hashes and values of up to 48 bits", () => {
    fc.assert(fc.property(anyMap, (map) => expect([...throughJson(map)].sort()).toEqual([...map].sort())));
  });

  test.each([
    ["nothing", []],
    ["the smallest hash", [[0, 0]]],
    ["the largest hash and value", [[2 ** 48 - 1, largestValue]]],
    ["neighbours", [0, 1, 2, 3, 4].map((key) => [key, key])],
    [
      "two hashes at the ends",
      [
        [0, 1],
        [2 ** 48 - 1, 2],
      ],
    ],
  ] as [string, [number, number][]][])("holds %s", (_, entries) => {
    expect([...throughJson(new Map(entries))]).toEqual(entries);
  });

  test("is the same text whatever the order of its entries", () => {
    fc.assert(fc.property(anyMap, (map) => expect(pack(new Map([...map].reverse()))).toEqual(pack(map))));
  });

  test("takes at most 61.1 bits for a GUID and a fingerprint of 28 bits", () => {
    const map = new Map(Array.from({ length: 20_000 }, () => [hashOf(randomUUID()), 2 ** 28 - 1]));
    const bits = Buffer.from(pack(map).data, "base64").length * 8;
    // With 20,000 instead of 100,000 ids the gaps are 5 times as long: log2(5) = 2.3 bits more.
    expect(bits / map.size).toBeLessThan(61.1 + Math.log2(5));
  });

  test.each([-1, 0.5, 2 ** 48, Number.NaN])("refuses the value %d", (value) => {
    expect(() => pack(new Map([[1, value]]))).toThrow("is not a whole number");
  });

  test("of which a part is missing is refused", () => {
    fc.assert(
      fc.property(
        anyMap.filter((map) => map.size > 0),
        fc.integer({ min: 1, max: 40 }),
        (map, missing) => {
          const packed = pack(map);
          const bytes = Buffer.from(packed.data, "base64");
          const data = bytes.subarray(0, Math.max(0, bytes.length - missing)).toString("base64");
          expect(() => unpack({ ...packed, data })).toThrow("damaged");
        },
      ),
    );
  });

  test.each([
    ["nothing", undefined],
    ["null", null],
    ["a text", "packed"],
    ["no data", { count: 0, riceBits: 0, valueBits: 0 }],
    ["a negative count", { count: -1, riceBits: 0, valueBits: 0, data: "" }],
    ["a count of a thousand million", { count: 1e9, riceBits: 3, valueBits: 2, data: "AAAA" }],
    ["bits that are left over", { count: 0, riceBits: 0, valueBits: 0, data: "AAAA" }],
    ["a hash above 48 bits", { count: 1, riceBits: 48, valueBits: 0, data: "v/////////8=" }],
  ])("made of %s is refused", (_, packed) => {
    expect(() => unpack(packed)).toThrow("damaged");
  });
});
