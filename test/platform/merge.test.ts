import { merge } from "../../src/platform/merge";

test("the parts of a component are put together", () => {
  expect(merge({ one: 1 }, {}, { two: 2 })).toEqual({ one: 1, two: 2 });
});

test("a key that two of them claim stops the component from loading, and is named", () => {
  expect(() => merge({ one: 1 }, { one: 2 })).toThrow('The key "one" is claimed twice.');
  expect(() => merge({ toString: 1 }, { toString: 2 })).toThrow('The key "toString" is claimed twice.');
});
