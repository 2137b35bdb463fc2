import fc from "fast-check";
import { toPairs, urlWith } from "../../src/http/query";

const base = "https://api.test/v1";

describe("the names and values of a query", () => {
  it("arrive as they were given, whatever the names are", () => {
    const names = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("constructor", "toString", "__proto__"));
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string({ unit: "grapheme" }))), (pairs) => {
        const values = Object.fromEntries(pairs);
        const { searchParams } = new URL(urlWith(base, "/x", values));
        expect([...searchParams]).toEqual(Object.entries(values));
      }),
    );
  });

  it("leave out what is undefined or null, and keep what is false, zero or blank", () => {
    expect(toPairs({ a: undefined, b: null, c: false, d: 0, e: "", f: ["x", null, "y"] })).toBe(
      "c=false&d=0&e=&f=x&f=y",
    );
  });

  it("write a point in time as ISO 8601, and the fields of an object in brackets", () => {
    expect(decodeURIComponent(toPairs({ at: new Date(0), a: { b: 1, c: [2] }, l: [{ d: 3 }, new Date(0)] }))).toBe(
      "at=1970-01-01T00:00:00.000Z&a[b]=1&a[c]=2&l[0][d]=3&l=1970-01-01T00:00:00.000Z",
    );
  });

  it("have a list in the form of PHP and Rails where a form wants it", () => {
    expect(decodeURIComponent(toPairs({ id: ["a", "b"] }, "[]"))).toBe("id[]=a&id[]=b");
  });
});

describe("a URL", () => {
  it.each([
    ["/x", `${base}/x`],
    ["x", `${base}/x`],
    ["//x", `${base}/x`],
    ["/x?a=1", `${base}/x?a=1&q=2`],
    ["/x#top", `${base}/x`],
    ["/x//y", `${base}/x//y`],
    ["/x/https://other.test", `${base}/x/https://other.test`],
    ["HTTPS://other.test/y", "HTTPS://other.test/y"],
    ["https://other.test/y?a=1#top", "https://other.test/y?a=1&q=2"],
  ])("of %s is full and has all of its query", (url, full) => {
    expect(urlWith(base, url, { q: 2 })).toBe(full.includes("?") ? full : `${full}?q=2`);
    if (!full.includes("?")) expect(urlWith(base, url)).toBe(full);
  });
});
