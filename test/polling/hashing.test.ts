import fc from "fast-check";
import { canonicalJson, fingerprint, fingerprintWithout, hashOf } from "../../src/polling/hashing";

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, reversed(field)]),
  );
};

test("canonical JSON does not depend on the order of keys, at any depth", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))));
});

test("canonical JSON differs where values differ", () => {
  const texts = [1, "1", true, "true", null, "null", [], {}, [1, 2], [2, 1], { a: 1 }, { a: "1" }, { b: 1 }, [[1], 2]];
  expect(new Set(texts.map(canonicalJson)).size).toBe(texts.length);
});

test("a missing field is as good as null", () => {
  expect(canonicalJson({ a: 1, b: null, c: undefined })).toBe('{"a":1}');
});

test("the hash of an id is 48 bits of its SHA-256", () => {
  expect(hashOf("abc").toString(16)).toBe("ba7816bf8f01");
});

describe("a fingerprint", () => {
  test("is the number that version 1.0.0 took, also of records with other keys one after the other", () => {
    const value = fingerprintWithout("seen");
    const records = [
      { name: "A", tags: ["b", "a", { y: 1, x: null }], seen: 4 },
      { tags: [], when: new Date(0), flag: false, deep: { b: [2, 1], a: undefined } },
      { name: "A", tags: ["b", "a", { y: 1, x: null }], seen: 5 },
      {},
    ];
    expect(records.map(value)).toEqual([6551241, 181856230, 6551241, 71382778]);
  });

  test("is a whole number of 28 bits", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const number = fingerprint(value);
        expect(Number.isInteger(number) && number >= 0 && number < 2 ** 28).toBe(true);
      }),
    );
  });

  test("does not depend on the order of keys and lists", () => {
    expect(fingerprint({ a: [{ x: 1, y: 2 }, 3], b: 1 })).toBe(fingerprint({ b: 1, a: [3, { y: 2, x: 1 }] }));
  });

  test("changes with a field at any depth", () => {
    expect(fingerprint({ a: [{ x: 1 }] })).not.toBe(fingerprint({ a: [{ x: 2 }] }));
  });

  test("leaves out the fields that are no news", () => {
    const value = fingerprintWithout("last_seen");
    expect(value({ name: "A", last_seen: 1 })).toBe(value({ name: "A", last_seen: 2 }));
    expect(value({ name: "A", last_seen: 1 })).not.toBe(value({ name: "B", last_seen: 1 }));
  });
});
