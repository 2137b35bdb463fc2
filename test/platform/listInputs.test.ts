import { jsonListInput, lineListInput, listInput, valueListInput } from "../../src/platform/listInputs";
import { asIs, clean, display, refusal, required } from "./cleaning";

describe("a list with one item a line", () => {
  const lines = lineListInput(display, asIs);

  it("keeps spaces and commas in its items, and takes any line end", () => {
    expect(clean(lines, "Front Desk, 2nd floor\r\n  Till 01 \n\nWarehouse")).toEqual(
      ["Front Desk, 2nd floor", "Till 01", "", "Warehouse"].filter(Boolean),
    );
  });

  it("takes a list of an earlier step, and a JSON array", () => {
    expect(clean(lines, ["Front Desk, 2nd floor", ""])).toEqual(["Front Desk, 2nd floor"]);
    expect(clean(lines, '["Front Desk, 2nd floor"]')).toEqual(["Front Desk, 2nd floor"]);
  });
});

describe.each([
  ["a list", listInput(display, asIs)],
  ["a list in a JSON editor", jsonListInput(display, asIs)],
  ["a list with a field for each item", valueListInput(display, asIs)],
])("%s", (_, list) => {
  it.each([
    [["a", "b", "c"]],
    ['["a", "b", "c"]'],
    [' [ "a","b" , "c" ] '],
    ["a,b,c"],
    ["a, b, c"],
    ["a b  c"],
    ["a;b; c"],
    ["a\nb\r\nc\n"],
    [" ,a,, b;\n;c, "],
    [["a", "", " b ", null, "c", undefined]],
    ['["a", "", null, "b", "c"]'],
  ])("%j has the items a, b and c", (value) => {
    expect(clean(list, value)).toEqual(["a", "b", "c"]);
  });

  it("may hold numbers", () => {
    expect(clean(list, [1, 2])).toEqual(["1", "2"]);
    expect(clean(list, "[1, 2]")).toEqual(["1", "2"]);
  });

  it.each([[[]], ["[]"], [","], [["", null]]])("without items counts as blank: %j", (value) => {
    expect(clean(list, value)).toBeUndefined();
  });

  it("refuses a JSON array that is cut off, and items that are no text", () => {
    expect(refusal(list, '["a",')).toMatch(/^The Input: is not valid JSON/);
    expect(refusal(list, [{}])).toBe("The Input: a text is expected, not a list or an object.");
    expect(refusal(list, { a: 1 })).toBe("The Input: a text is expected, not a list or an object.");
  });
});

describe("a required list", () => {
  it("refuses one without items", () => {
    expect(refusal(listInput(required, asIs), "[]")).toBe("The Input: a value is required.");
  });

  it("is parsed item by item, with the label at hand", () => {
    const list = listInput(required, (item, label) => `${label} ${item}`);
    expect(clean(list, "1,2")).toEqual(["The Input 1", "The Input 2"]);
  });
});
