import { execFileSync } from "node:child_process";
import path from "node:path";
import { isRecord } from "../../src/http/answers";
import { InputError } from "../../src/http/errors";
import { timestampInput, unixTimeInput } from "../../src/platform/dateInputs";
import {
  choiceInput,
  flagInput,
  integerInput,
  onOffInput,
  parsedInput,
  passwordInput,
  textInput,
  unnamedChoiceInput,
} from "../../src/platform/inputs";
import { type BodyCheck, jsonItemsInput, jsonObjectInput } from "../../src/platform/jsonInputs";
import { keyValueInput } from "../../src/platform/keyValueInput";
import { jsonListInput, lineListInput, listInput, valueListInput } from "../../src/platform/listInputs";

const root = path.join(__dirname, "../..");
const display = { label: "The Input", comments: "What it is." };
const required = { ...display, required: true } as const;

const choices = [
  { label: "Open", value: "open" },
  { label: "Closed", value: "closed" },
] as const;
const numbers = [0, 7] as const;
const asIs = (text: string) => text;

interface CleanedInput {
  clean?: unknown;
}

/** What the platform does with a value before an action sees it. */
const clean = (input: CleanedInput, value: unknown): unknown => (input.clean as (value: unknown) => unknown)(value);

/** The message with which an input refuses a value. */
const refusal = (input: CleanedInput, value: unknown): string => {
  try {
    const cleaned = clean(input, value);
    throw new Error(`It should have been refused, but gave ${JSON.stringify(cleaned)}.`);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
};

const factories: [kind: string, make: (options: typeof display) => CleanedInput][] = [
  ["a text", (options) => textInput(options)],
  ["a password", (options) => passwordInput(options)],
  ["a parsed text", (options) => parsedInput(options, asIs)],
  ["a choice", (options) => choiceInput({ ...options, choices })],
  ["an open choice", (options) => choiceInput({ ...options, choices, open: true })],
  ["a number choice", (options) => unnamedChoiceInput(options, numbers)],
  ["a whole number", (options) => integerInput(options)],
  ["a point in time", (options) => timestampInput(options)],
  ["a point in Unix time", (options) => unixTimeInput(options)],
  ["a JSON object", (options) => jsonObjectInput(options)],
  ["a list", (options) => listInput(options, asIs)],
  ["a list with one item a line", (options) => lineListInput(options, asIs)],
  ["a list in a JSON editor", (options) => jsonListInput(options, asIs)],
  ["a list with a field for each item", (options) => valueListInput(options, asIs)],
];

const blanks: [blank: string | null | undefined][] = [[""], ["  "], ["\n\t"], [null], [undefined]];

describe.each(factories)("%s that is blank", (_, make) => {
  it.each(blanks)("is left out when it is optional: %j", (blank) => {
    expect(clean(make(display), blank)).toBeUndefined();
  });

  it.each(blanks)("is refused by its label when it is required: %j", (blank) => {
    expect(refusal(make(required), blank)).toBe("The Input: a value is required.");
  });
});

describe("an on/off field and a list of names and values, which are never required", () => {
  it.each(blanks)("are left out when they are blank: %j", (blank) => {
    expect(clean(onOffInput(display), blank)).toBeUndefined();
    expect(clean(keyValueInput(display), blank)).toBeUndefined();
  });
});

describe("a text", () => {
  it("is sent as it is, with the white space around it", () => {
    expect(clean(textInput(display), "  Warsaw\n ")).toBe("  Warsaw\n ");
  });

  it.each([
    [5, "5"],
    [0, "0"],
    [false, "false"],
  ])("may come as %j", (value, text) => {
    expect(clean(textInput(display), value)).toBe(text);
  });

  it.each([[1e20], [2 ** 53], [1e21], [Number.NaN], [Number.POSITIVE_INFINITY]])(
    "is refused as the number %p, which is not what its sender meant any more",
    (value) => {
      expect(refusal(textInput(display), value)).toBe(
        `The Input: ${value} is not exact as a number. Give it as a text.`,
      );
      expect(refusal(listInput(display, asIs), [value])).toContain("Give it as a text.");
    },
  );

  it("may come as any number that is exact", () => {
    expect(clean(textInput(display), Number.MAX_SAFE_INTEGER)).toBe("9007199254740991");
    expect(clean(textInput(display), 12345678901234567890n)).toBe("12345678901234567890");
    expect(clean(textInput(display), 0.1)).toBe("0.1");
  });

  it.each([[{}], [["a"]]])("is refused as %j, which would be sent as [object Object]", (value) => {
    expect(refusal(textInput(display), value)).toBe("The Input: a text is expected, not a list or an object.");
  });

  const limited = textInput({ ...display, minLength: 2, maxLength: 4, pattern: /^\w*$/, format: "letters and digits" });

  it.each([["ab"], ["abcd"]])("within its limits passes: %j", (text) => {
    expect(clean(limited, text)).toBe(text);
  });

  it.each([
    ["a", "The Input: at least 2 characters are needed; this has 1."],
    ["abcde", "The Input: at most 4 characters are allowed; this has 5."],
    ["a-b", "The Input: must be letters and digits."],
  ])("beyond its limits is refused: %j", (text, message) => {
    expect(refusal(limited, text)).toBe(message);
  });
});

describe("a password", () => {
  const limited = passwordInput({ ...display, minLength: 8, maxLength: 10, pattern: /^\w*$/, format: "letters" });

  it("is of the type that forms hide, and sent as it is", () => {
    expect(limited.type).toBe("password");
    expect(clean(limited, "Passw0rd")).toBe("Passw0rd");
    expect(clean(passwordInput(display), " Pass word ")).toBe(" Pass word ");
  });

  it.each([["Sh0rt"], ["MuchTooL0ngForIt"], ["W1th-dash"]])("never stands in its error: %s", (value) => {
    expect(refusal(limited, value)).not.toContain(value);
  });

  it("never stands in its error as an object or a list", () => {
    expect(refusal(limited, { value: "Passw0rd" })).not.toContain("Passw0rd");
    expect(refusal(limited, ["Passw0rd"])).not.toContain("Passw0rd");
  });
});

describe("a parsed text", () => {
  it("is parsed without the white space around it, with the label at hand for an error", () => {
    const seen: string[] = [];
    const shout = parsedInput(display, (text, label) => {
      seen.push(label);
      return text.toUpperCase();
    });
    expect(clean(shout, " g1 ")).toBe("G1");
    expect(seen).toEqual(["The Input"]);
  });
});

describe("a choice", () => {
  const choice = choiceInput({ ...display, choices });

  it.each([["open"], ["OPEN"], [" Open "]])("%j is the value that the list has", (value) => {
    expect(clean(choice, value)).toBe("open");
  });

  it("outside its list is refused with the values that there are", () => {
    expect(refusal(choice, "ajar")).toBe('The Input: "ajar" is none of open, closed.');
  });

  it("that is open takes other values as they are", () => {
    const open = choiceInput({ ...display, choices, open: true });
    expect(clean(open, " Ajar ")).toBe("Ajar");
    expect(clean(open, "CLOSED")).toBe("closed");
  });

  it("offers labels and values", () => {
    expect(choice.model).toEqual(choices);
  });

  it.each([
    ["7", 7],
    [7, 7],
    [" 0 ", 0],
    [0, 0],
  ])("among numbers takes %j as a number", (value, number) => {
    expect(clean(unnamedChoiceInput(display, numbers), value)).toBe(number);
  });

  it("among numbers says of each that nobody publishes a name for it", () => {
    expect(unnamedChoiceInput(display, numbers).model).toEqual([
      { label: "0 (no published name)", value: "0" },
      { label: "7 (no published name)", value: "7" },
    ]);
  });

  it.each([["1"], [8], ["Some"], [{}]])("among numbers refuses %j", (value) => {
    expect(refusal(unnamedChoiceInput(display, numbers), value)).toMatch(/^The Input: ".*" is none of 0, 7\.$/);
  });
});

describe("an on/off field", () => {
  it.each([
    [true, true],
    ["true", true],
    ["True", true],
    [" TRUE ", true],
    [false, false],
    ["false", false],
    ["False", false],
  ])("%j is %j", (value, on) => {
    expect(clean(onOffInput(display), value)).toBe(on);
  });

  it.each([["yes"], ["1"], [1], [0], ["on"], [[]]])("refuses %j, which could mean either", (value) => {
    expect(refusal(onOffInput(display), value)).toContain("is neither true nor false.");
  });

  it("is refused when it is blank and required", () => {
    expect(refusal(onOffInput(required), "")).toBe("The Input: a value is required.");
  });

  it("is no boolean input: the platform would give an untouched one the value false", () => {
    expect(onOffInput(display)).toMatchObject({ type: "string", model: [{ value: "true" }, { value: "false" }] });
    expect(onOffInput(display)).not.toHaveProperty("default");
  });
});

describe("a flag", () => {
  it.each([
    [true, true],
    ["true", true],
    ["True", true],
    [false, false],
    ["false", false],
    ["", false],
    [null, false],
    [undefined, false],
  ])("%j is %j", (value, on) => {
    expect(clean(flagInput(display), value)).toBe(on);
  });

  it("refuses what is neither", () => {
    expect(refusal(flagInput(display), "yes")).toBe('The Input: "yes" is neither true nor false.');
  });
});

describe("a whole number", () => {
  const integer = integerInput({ ...display, minimum: 1, maximum: 20 });

  it.each([
    ["1", 1],
    [" 20 ", 20],
    [7, 7],
  ])("takes %j", (value, number) => {
    expect(clean(integer, value)).toBe(number);
  });

  it.each([
    ["0", "must be 1 or more; this is 0."],
    [-3, "must be 1 or more; this is -3."],
    ["21", "must be 20 or less; this is 21."],
    ["1.5", '"1.5" is not a whole number.'],
    ["ten", '"ten" is not a whole number.'],
    ["1 0", '"1 0" is not a whole number.'],
    ["0x10", '"0x10" is not a whole number.'],
    ["0b11", '"0b11" is not a whole number.'],
    [Number.NaN, '"NaN" is not a whole number.'],
    [true, '"true" is not a whole number.'],
    ["9007199254740993", '"9007199254740993" is not a whole number.'],
  ])("refuses %j", (value, problem) => {
    expect(refusal(integer, value)).toBe(`The Input: ${problem}`);
  });

  it("takes zero where it may", () => {
    expect(clean(integerInput(display), 0)).toBe(0);
  });
});

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

describe("a point in time", () => {
  const timestamp = timestampInput(display);
  const afternoon = "2026-03-31T14:00:00Z";

  it.each([
    [afternoon],
    ["2026-03-31T16:00:00+02:00"],
    ["2026-03-31T16:00:00+0200"],
    ["2026-03-31T08:30-05:30"],
    ["2026-03-31T14:00:00.999Z"],
    ["2026-03-31t14:00:00z"],
    ["2026-03-31 14:00"],
    [" 2026-03-31T14:00:00 "],
    [new Date(afternoon)],
    [Date.parse(afternoon)],
    [String(Date.parse(afternoon))],
    [Date.parse(afternoon) / 1000],
    [` ${Date.parse(afternoon) / 1000} `],
    ["2026-03-31T14:00:00.5"],
  ])("%j goes out in UTC, to the second", (value) => {
    expect(clean(timestamp, value)).toBe(afternoon);
  });

  it("keeps its milliseconds where the vendor wants them", () => {
    const exact = timestampInput({ ...display, milliseconds: true });
    expect(clean(exact, "2026-03-31T16:00:00.125+02:00")).toBe("2026-03-31T14:00:00.125Z");
    expect(exact).not.toHaveProperty("milliseconds");
  });

  it("goes out as Unix time in milliseconds where the vendor wants that, whatever form it has", () => {
    const unix = unixTimeInput(display);
    const given = ["2026-03-31T16:00:00.125+02:00", 1774965600125, "1774965600125", new Date(1774965600125)];
    for (const value of given) expect(clean(unix, value)).toBe(1774965600125);
    expect(clean(unix, 1774965600)).toBe(1774965600000);
    expect(refusal(unix, "week 5")).toMatch(/^The Input: "week 5" is not a date and time/);
  });

  it("without a time is midnight", () => {
    expect(clean(timestamp, "2026-03-31")).toBe("2026-03-31T00:00:00Z");
  });

  it("without an offset is UTC, whatever the machine's own time zone", () => {
    const script = `
      const { timestampInput } = require("./src/platform/inputs");
      const { clean } = timestampInput({ label: "At", comments: "When." });
      console.log(clean("2026-03-31T14:00:00"), new Date("2026-03-31T14:00:00").toISOString());`;
    const env = { ...process.env, TZ: "America/New_York" };
    // A process of its own: Jest hides the real environment, by which the time zone is set.
    const printed = execFileSync(process.execPath, ["--require", "tsx/cjs", "--eval", script], { env, cwd: root });
    expect(printed.toString()).toBe(`${afternoon} 2026-03-31T18:00:00.000Z\n`);
  });

  it.each([
    ["tomorrow"],
    ["week 5"],
    ["31.03.2026"],
    ["03/04/2026"],
    ["2026-13-01"],
    ["2026-03-31T25:00:00Z"],
    ["1"],
    [new Date(Number.NaN)],
    [Number.POSITIVE_INFINITY],
    [8.64e15],
    [true],
    ["2026-02-30"],
    ["2025-02-29T10:00:00Z"],
    ["2026-04-31T10:00:00+02:00"],
    ["2026-00-10"],
    ["2026-03-00"],
    ["2026-03-31T24:30:00Z"],
    ["2026-03-31T23:60:00Z"],
    ["2026-03-31T14:00:00+25:00"],
  ])("refuses %j", (value) => {
    expect(refusal(timestamp, value)).toMatch(/^The Input: ".*" is not a date and time such as/);
  });

  it.each([
    [0],
    [7],
    [-1774965600],
    [177496560],
    [17749656001],
    [177496560012],
    [17749656001234],
    [1774965600.5],
    ["0"],
    ["20260331"],
    ["202603311400"],
    ["1774965600.5"],
  ])("refuses %j, which is neither Unix seconds nor milliseconds", (value) => {
    expect(refusal(timestamp, value)).toBe(
      `The Input: "${value}" is not a date and time such as 2026-03-31T14:00:00Z, nor Unix time in seconds (10 digits) or milliseconds (13 digits).`,
    );
  });

  it("takes the last day of a February in a leap year, and midnight at the end of a day", () => {
    expect(clean(timestamp, "2028-02-29")).toBe("2028-02-29T00:00:00Z");
    expect(clean(timestamp, "2026-03-31T24:00:00Z")).toBe("2026-04-01T00:00:00Z");
  });
});

describe("a list of objects in a JSON editor", () => {
  const check = ((value: unknown) => isRecord(value)) as BodyCheck<Record<string, unknown>>;
  const items = jsonItemsInput({ ...display, example: [{ name: "a" }], most: 2 }, check);

  it("takes as many as the vendor does", () => {
    expect(clean(items, '[{"name": "a"}, {"name": "b"}]')).toEqual([{ name: "a" }, { name: "b" }]);
  });

  it("refuses one more", () => {
    expect(refusal(items, [{}, {}, {}])).toBe("The Input: at most 2 are allowed; these are 3.");
  });
});

describe("a JSON object", () => {
  const object = jsonObjectInput(display);

  it("may come as text or as an object of an earlier step", () => {
    expect(clean(object, ' {"a": {"b": 1}} ')).toEqual({ a: { b: 1 } });
    expect(clean(object, { a: 1 })).toEqual({ a: 1 });
  });

  it.each([["[1]"], ["5"], ["null"], ['"text"'], [[1]], [5]])("refuses %j", (value) => {
    expect(refusal(object, value)).toBe('The Input: a JSON object such as {"key": "value"} is expected.');
  });

  it("says what is wrong with text that is not JSON", () => {
    expect(refusal(object, "{a: 1}")).toMatch(/^The Input: is not valid JSON: /);
  });

  it.each([['{"password": hunter22}'], ['{"password": "hunter22", x}'], ["hunter22"], ['{"a": 1} hunter22']])(
    "says so without showing of the text %s, in which there may be a secret",
    (text) => {
      expect(refusal(object, text)).toMatch(/^The Input: is not valid JSON: [A-Z]/);
      expect(refusal(object, text)).not.toMatch(/unter22|password/);
    },
  );

  it.each(['{"id": 12345678901234567890}', '{"a": [{"id": 9007199254740993}]}', '{"id": 1e400}'])(
    "refuses a number that would be sent as another one: %s",
    (text) => {
      expect(refusal(object, text)).toBe(
        'The Input: the number at "id" is too large to be kept exactly. Write it as a text, in quotes.',
      );
    },
  );

  it("keeps fields of any name", () => {
    const text = '{"constructor":1,"toString":{"__proto__":2},"__proto__":{"a":3}}';
    expect(JSON.stringify(clean(object, text))).toBe(text);
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
