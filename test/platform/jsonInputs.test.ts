import { isRecord } from "../../src/http/answers";
import {
  type BodyCheck,
  jsonInput,
  jsonItemsInput,
  jsonObjectInput,
  type Problem,
} from "../../src/platform/jsonInputs";
import { clean, display, refusal } from "../support/cleaning";

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

/** A check that finds this in everything. */
const finding = (problem?: Problem): BodyCheck<object> =>
  Object.assign((_: unknown): _ is object => false, { errors: problem && [problem] });

describe("a body in a JSON editor", () => {
  const all: BodyCheck<object> = (_): _ is object => true;
  const body = jsonInput({ ...display, example: { name: "a" } }, all);

  it("shows its example as JSON of several lines", () => {
    const text = '{\n  "name": "a"\n}';
    expect(body).toMatchObject({ type: "code", language: "json", example: text, placeholder: text });
  });

  it("may come as text or as a value of an earlier step", () => {
    expect(clean(body, '{"a": [1]}')).toEqual({ a: [1] });
    expect(clean(body, { a: [1] })).toEqual({ a: [1] });
  });

  it.each<[words: string, problem: Problem]>([
    [
      'at a[0].b: "c" is not known there.',
      { instancePath: "/a/0/b", keyword: "additionalProperties", params: { additionalProperty: "c" } },
    ],
    [
      "at a: the value has none of the forms that are possible there.",
      { instancePath: "/a", keyword: "anyOf", params: {} },
    ],
    ["at a: one of 1, 2 is expected.", { instancePath: "/a", keyword: "enum", params: { allowedValues: [1, 2] } }],
    ["at a: 5 at most is expected.", { instancePath: "/a", keyword: "maximum", params: { limit: 5 } }],
    ["at a: at most 5 entries are allowed.", { instancePath: "/a", keyword: "maxItems", params: { limit: 5 } }],
    ["at a: at most 5 characters are allowed.", { instancePath: "/a", keyword: "maxLength", params: { limit: 5 } }],
    ["at a: 5 at least is expected.", { instancePath: "/a", keyword: "minimum", params: { limit: 5 } }],
    ["at a: at least 5 characters are needed.", { instancePath: "/a", keyword: "minLength", params: { limit: 5 } }],
    ["at a: a text of the form ^x is expected.", { instancePath: "/a", keyword: "pattern", params: { pattern: "^x" } }],
    ['"a" is missing.', { instancePath: "", keyword: "required", params: { missingProperty: "a" } }],
    [
      "at a/b: a text or null is expected.",
      { instancePath: "/a~1b", keyword: "type", params: { type: ["string", "null"] } },
    ],
    ["at a: the value is not possible there.", { instancePath: "/a", keyword: "of tomorrow", params: {} }],
  ])("says %s", (words, problem) => {
    const refused = jsonInput({ ...display, example: {} }, finding(problem));
    expect(refusal(refused, "{}")).toBe(`The Input: ${words}`);
  });

  it("says so, too, of a value that is refused without a reason", () => {
    expect(refusal(jsonInput({ ...display, example: {} }, finding()), "{}")).toBe(
      "The Input: the value is not possible there.",
    );
  });
});

describe("JSON of an earlier step", () => {
  const walk = (value: unknown): boolean => !isRecord(value) || walk(value.a);
  const deepCheck = ((value: unknown) => walk(value)) as BodyCheck<object>;
  const takers = {
    "a JSON object": jsonObjectInput(display),
    "a body": jsonInput({ ...display, example: {} }, deepCheck),
    "a list": jsonItemsInput({ ...display, example: [{}] }, deepCheck),
  };
  const cases = Object.entries(takers).map(([kind, taker]) => ({
    kind,
    taker,
    wrap: (value: unknown) => (kind === "a list" ? [value] : value),
  }));
  const depth = 50_000;
  const nested = () => {
    let value = {};
    for (let level = 0; level < depth; level += 1) value = { a: value };
    return value;
  };

  it.each(cases)("that holds itself is refused in words: $kind", ({ taker, wrap }) => {
    const circle: Record<string, unknown> = {};
    circle.a = circle;
    expect(refusal(taker, wrap(circle))).toMatch(/^The Input: cannot be written as JSON: [^\n]*circular[^\n]*\.$/);
  });

  it.each(cases)("that is too deep is refused in words, as an object and as a text: $kind", ({ kind, taker, wrap }) => {
    expect(refusal(taker, wrap(nested()))).toBe("The Input: is nested too deeply.");
    const text = `${'{"a":'.repeat(depth)}{}${"}".repeat(depth)}`;
    expect(refusal(taker, kind === "a list" ? `[${text}]` : text)).toBe("The Input: is nested too deeply.");
  });

  it.each(cases)("with a number that has been rounded, or that JSON has not, is refused: $kind", ({ taker, wrap }) => {
    expect(refusal(taker, wrap({ id: 2 ** 60 }))).toMatch(/^The Input: the number at "id" is too large/);
    expect(refusal(taker, wrap({ id: 5n }))).toMatch(/^The Input: cannot be written as JSON: .*BigInt\.$/);
  });
});

describe("a list of objects", () => {
  const list = jsonItemsInput(
    { ...display, example: [{}] },
    finding({ instancePath: "/a", keyword: "anyOf", params: {} }),
  );

  it("counts as blank without items", () => {
    expect(clean(list, "[]")).toBeUndefined();
  });

  it("says which of them is refused", () => {
    expect(refusal(list, [{}])).toMatch(/^The Input: at \[0\]\.a: /);
  });

  it("refuses what is no list", () => {
    expect(refusal(list, "{}")).toBe("The Input: a list such as [{…}, {…}] is expected.");
  });
});
