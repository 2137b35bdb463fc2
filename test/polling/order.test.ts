import { idText, isOddTime, oldestFirst, toTime } from "../../src/polling/order";

describe("a vendor's time", () => {
  test.each([
    ["2026-03-31T14:00:00Z", "2026-03-31T14:00:00.000Z"],
    ["2026-03-31T14:00:00.1234567Z", "2026-03-31T14:00:00.123Z"],
    ["2026-03-31T16:00:00+02:00", "2026-03-31T14:00:00.000Z"],
    ["2026-03-31T14:00:00", "2026-03-31T14:00:00.000Z"],
    [1_774_965_600_000, "2026-03-31T14:00:00.000Z"],
    ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59.000Z"],
  ])("%s is %s", (time, expected) => {
    expect(new Date(toTime(time) as number).toISOString()).toBe(expected);
  });

  test.each([undefined, null, "", "soon", "0001-01-01T00:00:00Z", 0, Number.NaN, Number.POSITIVE_INFINITY])(
    "%p is none",
    (time) => expect(toTime(time)).toBeUndefined(),
  );
});

test.each([5, "2026-03-31T14:00:00Z", undefined, { at: 5 }, true, 1_774_965_600, -1, Number.NaN])(
  "%p is odd as a time unless it is a text, or milliseconds, or missing",
  (time) => expect(isOddTime(time)).toBe(typeof time !== "string" && time !== undefined),
);

test.each([{ value: 1 }, [1], true, Number.NaN, "", null, undefined])("%p is no id", (id) => {
  expect(idText(id as string)).toBeUndefined();
});

test("no collator is made before records are sorted", () => {
  jest.isolateModules(() => {
    const made = jest.spyOn(Intl, "Collator");
    const order = require("../../src/polling/order") as typeof import("../../src/polling/order");
    expect(made).not.toHaveBeenCalled();
    expect(
      [
        { id: "d10", time: 1 },
        { id: "d9", time: 1 },
      ].sort(order.oldestFirst)[0]?.id,
    ).toBe("d9");
    expect(made).toHaveBeenCalledTimes(1);
    made.mockRestore();
  });
});

test("records are sorted by time, then by id in natural order, those without a time last", () => {
  const records = [
    { id: "d1", time: undefined },
    { id: "d10", time: 5 },
    { id: "d9", time: 5 },
    { id: "d3", time: 2 },
  ];
  expect(records.sort(oldestFirst).map(({ id }) => id)).toEqual(["d3", "d9", "d10", "d1"]);
});
