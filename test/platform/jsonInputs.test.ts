import { isRecord } from "../../src/http/answers";
import { type BodyCheck, jsonItemsInput, jsonObjectInput } from "../../src/platform/jsonInputs";
import { clean, display, refusal } from "./cleaning";

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
