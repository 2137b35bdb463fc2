import { timestampInput, unixTimeInput } from "../../src/platform/dateInputs";
import {
  choiceInput,
  choicesOf,
  flagInput,
  integerInput,
  namedChoiceInput,
  numberNamed,
  onOffInput,
  parsedInput,
  passwordInput,
  textInput,
  unnamedChoiceInput,
} from "../../src/platform/inputs";
import { jsonObjectInput } from "../../src/platform/jsonInputs";
import { keyValueInput } from "../../src/platform/keyValueInput";
import { jsonListInput, listInput, valueListInput } from "../../src/platform/listInputs";
import { asIs, type CleanedInput, clean, display, refusal, refusalOf, required } from "../support/cleaning";

const choices = [
  { label: "Open", value: "open" },
  { label: "Closed", value: "closed" },
] as const;
const numbers = [0, 7] as const;

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

test.each<[string, CleanedInput]>([
  ["a text", textInput(display)],
  ["a choice", choiceInput({ ...display, choices })],
  ["a number choice", unnamedChoiceInput(display, numbers)],
  ["an on/off field", onOffInput(display)],
  ["a flag", flagInput(display)],
  ["a whole number", integerInput(display)],
])("%s refuses a list and an object, which are no words", (_, input) => {
  for (const given of [[], [1], {}, { a: 1 }]) {
    expect(refusal(input, given)).toBe("The Input: a text is expected, not a list or an object.");
  }
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

  it.each([["1"], [8], ["Some"]])("among numbers refuses %j", (value) => {
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

  it.each([["yes"], ["1"], [1], [0], ["on"]])("refuses %j, which could mean either", (value) => {
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

describe("numbers with names", () => {
  const names = { 0: "allow", 1: "after confirmation", 10: "Dyngate" } as const;
  const choice = namedChoiceInput(display, names);

  it("are offered by their names, and carry the number", () => {
    expect(choicesOf(names)).toEqual([
      { label: "Allow", value: "0" },
      { label: "After confirmation", value: "1" },
      { label: "Dyngate", value: "10" },
    ]);
    expect(choice.model).toEqual(choicesOf(names));
  });

  it.each([
    ["0", 0],
    [0, 0],
    [" After Confirmation ", 1],
    ["DYNGATE", 10],
    ["10", 10],
  ])("are taken by name or number: %j", (given, number) => {
    expect(clean(choice, given)).toBe(number);
  });

  it.each(["2", "confirmation", "00", "-1"])("refuse %j, with the names that there are", (given) => {
    expect(refusal(choice, given)).toBe(`The Input: "${given}" is none of allow, after confirmation, Dyngate.`);
  });

  it("say where in the input the refused one is", () => {
    const run = () => numberNamed(names)("deny", "The Input", "at [0].type: ");
    expect(refusalOf(run)).toBe('The Input: at [0].type: "deny" is none of allow, after confirmation, Dyngate.');
  });
});
