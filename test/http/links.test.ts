/** Links to the next page: how they are read, and where they may lead. */
import fc from "fast-check";
import { linkedPage, nextLinkIn } from "../../src/http/links";

test.each([
  ['</1.0/entries?from=a>; rel="next"', "/1.0/entries?from=a"],
  ["</1.0/entries?from=a>; rel=next", "/1.0/entries?from=a"],
  ["</a>;rel=next", "/a"],
  [' </a> ; title="x, y; rel=next" ; REL = "prev NEXT" ', "/a"],
  ['</first>; rel="first", </second,2>; rel="next"', "/second,2"],
  ['</a>; rel="prev"', undefined],
  ["</a>", undefined],
  ["", undefined],
  [undefined, undefined],
  ["next page: 2", null],
  ["</a; rel=next", null],
  ['</a>; rel="next', null],
  ["</a>; rel=next, nonsense", null],
])("%j names %j as the next page", (header, next) => {
  expect(nextLinkIn(header)).toBe(next);
});

const base = "https://api.example.com";

test.each([
  ["/1.0/entries?from=a%20b", "from=a%20b", ["from"]],
  ["/1.0/entries?from=a+b&from=c&page=", "from=a+b&from=c&page=", ["from", "page"]],
  [" /1.0/entries ", "", []],
])("the link %j is followed as it is written", (link, query, names) => {
  expect(linkedPage(link, "/1.0/entries", base)).toEqual({ query, names: new Set(names) });
});

test("of a base URL with a path the link may begin with that, or be as the vendor has it", () => {
  for (const link of ["/proxy/1.0/entries?a=b", "/1.0/entries?a=b"]) {
    expect(linkedPage(link, "/1.0/entries", `${base}/proxy`)).toMatchObject({ query: "a=b" });
  }
});

test.each([
  "https://elsewhere.example/1.0/entries?from=a",
  "https://api.example.com/1.0/entries?from=a",
  "//elsewhere.example/1.0/entries",
  "/\\elsewhere.example/1.0/entries",
  "/\t/elsewhere.example/1.0/entries",
  "1.0/entries?from=a",
  "?from=a",
  "javascript:alert(1)",
  "",
])("the link %j is no path", (link) => {
  expect(linkedPage(link, "/1.0/entries", base)).toBe("is not a path");
});

test.each(["/1.0/members", "/1.0/entries/../members", "/1.0/entries/", "/1.0/entries/a", "/1.0/entries%2fa"])(
  "the link %j leads to another resource",
  (link) => {
    expect(linkedPage(link, "/1.0/entries", base)).toMatch(/^leads to \/1\.0\/.* and not to \/1\.0\/entries$/);
  },
);

test("whatever a header holds, it is read or not, and its link leads nowhere but to its list", () => {
  const text = fc.string({
    unit: fc.constantFrom("/", "\\", "a", ".", "?", "=", "<", ">", ";", " ", '"', ":", "@", "#", ","),
  });
  fc.assert(
    fc.property(text, (part) => {
      const next = nextLinkIn(`</list${part}>; rel=next`);
      const target = typeof next === "string" ? linkedPage(next, "/list", base) : "unread";
      if (typeof target === "string") return;
      const url = new URL(`${base}/list?${target.query}`);
      expect([url.origin, url.pathname]).toEqual([base, "/list"]);
    }),
  );
});
