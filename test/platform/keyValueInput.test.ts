import { keyValueInput } from "../../src/platform/keyValueInput";
import { clean, display, refusal } from "../support/cleaning";

describe("names and values", () => {
  const keyValues = keyValueInput(display);

  it.each([
    [
      "pairs",
      [
        { key: "a", value: "1" },
        { key: " b ", value: 2 },
        { key: "c", value: false },
      ],
    ],
    ["an object", { a: "1", b: 2, c: false }],
  ])("may come as %s", (_, value) => {
    expect(clean(keyValues, value)).toEqual({ a: "1", b: "2", c: "false" });
  });

  it("leave out what has no name or no value", () => {
    const pairs = [
      { key: "a", value: " " },
      { key: "", value: "1" },
      { value: "2" },
      { key: null },
      { key: "b", value: "3" },
    ];
    expect(clean(keyValues, pairs)).toEqual({ b: "3" });
    expect(clean(keyValues, { a: "", b: "3", c: null })).toEqual({ b: "3" });
  });

  it.each([[[]], [{}], [[{ key: "", value: "" }]], [["", null]]])("without any entry count as blank: %j", (value) => {
    expect(clean(keyValues, value)).toBeUndefined();
  });

  it("keeps every value of a name that is given several times", () => {
    const pairs = ["1", "2", "3"].map((value) => ({ key: "a", value }));
    expect(clean(keyValues, [...pairs, { key: "b", value: "4" }])).toEqual({ a: ["1", "2", "3"], b: "4" });
  });

  it("keeps names that every object has already", () => {
    const names = ["constructor", "toString", "__proto__", "constructor"];
    const pairs = names.map((key) => ({ key, value: `${key} given` }));
    const cleaned = clean(keyValues, pairs) as object;
    expect(Object.entries(cleaned)).toEqual([
      ["constructor", ["constructor given", "constructor given"]],
      ["toString", "toString given"],
      ["__proto__", "__proto__ given"],
    ]);
    expect(Object.entries(clean(keyValues, JSON.parse('{"__proto__": "1"}')) as object)).toEqual([["__proto__", "1"]]);
  });

  it("refuse anything else", () => {
    for (const pairs of [["a=1"], [["a", "1"]], [{ a: 1 }], [5]]) {
      expect(refusal(keyValues, pairs)).toBe("The Input: a list of keys and values is expected.");
    }
    expect(refusal(keyValues, [{ key: {}, value: 1 }])).toContain("a text is expected");
    expect(refusal(keyValues, "a=1")).toBe("The Input: a list of keys and values is expected.");
    expect(refusal(keyValues, { a: { b: 1 } })).toBe("The Input: a text is expected, not a list or an object.");
  });
});
