import { lazily, withLazy } from "../../src/platform/lazily";

const made = () => {
  const make = jest.fn((key: string, value: number) => `${key}${value}`);
  return { make, object: lazily({ one: 1, two: 2 }, make) };
};

test("a value is made when it is first read, once, and no other with it", () => {
  const { make, object } = made();
  expect([make.mock.calls, object.two, object.two, make.mock.calls]).toEqual([
    [["two", 2]],
    "two2",
    "two2",
    [["two", 2]],
  ]);
});

test.each<[string, (object: object) => unknown]>([
  ["its values are listed", (object) => Object.values(object)],
  ["its entries are listed", (object) => Object.entries(object).map(([, value]) => value)],
  ["it is spread", (object) => Object.values({ ...object })],
  ["it is assigned to another", (object) => Object.values(Object.assign({}, object))],
  ["it is written as JSON", (object) => Object.values(JSON.parse(JSON.stringify(object)))],
  ["it is cloned", (object) => Object.values(structuredClone(object))],
])("all values are there where %s", (_, valuesOf) => {
  expect(valuesOf(made().object)).toEqual(["one1", "two2"]);
});

test("looking at the keys makes nothing", () => {
  const { make, object } = made();
  expect([Object.keys(object), "one" in object, Object.hasOwn(object, "three")]).toEqual([["one", "two"], true, false]);
  expect(make).not.toHaveBeenCalled();
});

test("a value that cannot be made is an error each time that it is read, and leaves the others", () => {
  const make = jest.fn((key: string) => {
    if (key === "two") throw new Error("two is broken");
    return key;
  });
  const object = lazily({ one: 1, two: 2, three: 3 }, make);
  for (const _ of [1, 2]) expect(() => object.two).toThrow("two is broken");
  expect(() => Object.values(object)).toThrow("two is broken");
  expect([object.one, object.three, Object.keys(object)]).toEqual(["one", "three", ["one", "two", "three"]]);
  expect(make).toHaveBeenCalledTimes(5);
});

test("a value can be replaced, as any other, before it was made", () => {
  const { make, object } = made();
  object.one = "replaced";
  expect(object).toEqual({ one: "replaced", two: "two2" });
  expect(make.mock.calls).toEqual([["two", 2]]);
});

test("a value can be replaced, as any other, once it was made", () => {
  const object = withLazy({ key: "getDevice" }, "outputSchema", () => "made");
  expect(object.outputSchema).toBe("made");
  object.outputSchema = "replaced";
  expect(object).toEqual({ key: "getDevice", outputSchema: "replaced" });
});
