import fc from "fast-check";
import {
  choiceListInput,
  jsonListInput,
  lineListInput,
  listInput,
  namedListInput,
  valueListInput,
} from "../../src/platform/listInputs";
import { asIs, clean, display, refusal, required } from "../support/cleaning";

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

describe("a list with a field for each item", () => {
  const list = valueListInput({ ...display, most: 3 }, (item) => item.toUpperCase());

  it.each([
    ["several in the first field", ["a, b", "", "c"]],
    ["all of them in one field", ["a;b\nc"]],
    ["the list of an earlier step in a field", [["a", "b"], "c"]],
    ["a JSON array in a field", ['["a", "b", "c"]']],
  ])("takes %s", (_, value) => {
    expect(clean(list, value)).toEqual(["A", "B", "C"]);
  });

  it("keeps an item with spaces in a field together, which may be one ID", () => {
    expect(clean(list, ["123 456 789", "d1"])).toEqual(["123 456 789", "D1"]);
  });

  it("takes as many as the vendor does, and refuses one more, wherever they stand", () => {
    expect(clean(list, "a,b,c")).toHaveLength(3);
    for (const many of ["a,b,c,d", ["a", "b", "c", "d"], ["a,b", "c,d"]]) {
      expect(refusal(list, many)).toBe("The Input: at most 3 are allowed; these are 4.");
    }
  });
});

describe("a list of choices", () => {
  const choices = [
    { label: "User Profile", value: "UserProfile" },
    { label: "Session", value: "Session" },
  ] as const;
  const list = choiceListInput({ ...display, choices });

  it.each([[["userprofile", "SESSION"]], ["UserProfile, session"], [["UserProfile,Session"]]])(
    "takes each in any mix of upper and lower case, and spells it as the vendor does: %j",
    (value) => {
      expect(clean(list, value)).toEqual(["UserProfile", "Session"]);
    },
  );

  it("refuses what it does not have, with what there is", () => {
    expect(refusal(list, ["Session", "Policy"])).toBe('The Input: "Policy" is none of UserProfile, Session.');
  });

  it("offers them, and is left out when it is blank", () => {
    expect(list).toMatchObject({ collection: "valuelist", model: choices });
    expect(clean(list, ["", null])).toBeUndefined();
  });
});

describe("a list of numbers with names", () => {
  const list = namedListInput(required, { 0: "EasyAccess", 5: "SoftwareUpdate" });

  it.each([[["easyaccess", 5]], ["EasyAccess SoftwareUpdate"], ["[0, 5]"], [["0", "softwareupdate"]]])(
    "takes names and numbers, and gives the numbers: %j",
    (value) => {
      expect(clean(list, value)).toEqual([0, 5]);
    },
  );

  it("refuses other names and numbers", () => {
    expect(refusal(list, [1])).toBe('The Input: "1" is none of EasyAccess, SoftwareUpdate.');
    expect(refusal(list, [])).toBe("The Input: a value is required.");
  });
});

describe("a list with an item a line", () => {
  const list = lineListInput(display, asIs);

  it.each([
    ["a line each, with any line end", "TILL-7\r\n Front desk, left \n\nA;B\rC\n"],
    ["a byte-order mark before them", "\uFEFFTILL-7\nFront desk, left\nA;B\nC"],
    ["a file with a line each", { data: Buffer.from("\uFEFFTILL-7\r\nFront desk, left\r\nA;B\r\nC"), contentType: "" }],
    ["a list of an earlier step", ["TILL-7", " ", "Front desk, left ", "A;B", null, "C"]],
    ["a JSON array", ' ["TILL-7", "Front desk, left", "A;B", "C"]'],
  ])("takes %s, and keeps spaces and commas in them", (_, value) => {
    expect(clean(list, value)).toEqual(["TILL-7", "Front desk, left", "A;B", "C"]);
  });

  it("may begin with a bracket", () => {
    expect(clean(list, "[old] TILL-7\n[1]")).toEqual(["[old] TILL-7", "[1]"]);
  });

  it("holds every line that is not blank, whatever stands on it", () => {
    const line = fc.string({ unit: fc.constantFrom("a", " ", ",", ";", '"', "]", "é") });
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom("\r\n", "\n", "\r"), (lines, end) => {
        const items = lines.map((each) => each.trim()).filter(Boolean);
        expect(clean(list, lines.join(end))).toEqual(items.length > 0 ? items : undefined);
      }),
    );
  });

  it.each([[[]], ["[]"], ["\r\n "], [["", null]]])("without items counts as blank: %j", (value) => {
    expect(clean(list, value)).toBeUndefined();
    expect(refusal(lineListInput(required, asIs), value)).toBe("The Input: a value is required.");
  });

  it("refuses items that are no text", () => {
    expect(refusal(list, [{}])).toBe("The Input: a text is expected, not a list or an object.");
  });
});
