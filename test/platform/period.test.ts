import fc from "fast-check";
import { type Period, periodInput, periodText, startOf } from "../../src/platform/period";
import { clean, display, refusal, required } from "../support/cleaning";

const period = periodInput(required);
const day = 86_400_000;
const now = Date.parse("2026-03-31T14:00:00.250Z");

const started = (text: unknown) => new Date(startOf(clean(period, text) as Period, now)).toISOString();

test.each([
  ["90s", "2026-03-31T13:58:30.250Z"],
  ["90m", "2026-03-31T12:30:00.250Z"],
  ["12h", "2026-03-31T02:00:00.250Z"],
  ["90d", "2025-12-31T14:00:00.250Z"],
  ["2w", "2026-03-17T14:00:00.250Z"],
  ["6M", "2025-09-30T14:00:00.250Z"],
  ["1M", "2026-02-28T14:00:00.250Z"],
  ["25M", "2024-02-29T14:00:00.250Z"],
  ["2y", "2024-03-31T14:00:00.250Z"],
  ["3600", "2026-03-31T13:00:00.250Z"],
  [3600, "2026-03-31T13:00:00.250Z"],
  [" 007d ", "2026-03-24T14:00:00.250Z"],
])("%j began at %s", (text, start) => {
  expect(started(text)).toBe(start);
});

test("a year before the 29th of February is the 28th", () => {
  expect(startOf({ amount: 1, unit: "y" }, Date.parse("2024-02-29T00:00:00Z"))).toBe(
    Date.parse("2023-02-28T00:00:00Z"),
  );
});

test.each(["0", "0d", "000", 0])("a period of nothing is refused: %j", (text) => {
  expect(refusal(period, text)).toBe("The Input: must be longer than 0.");
});

test.each([
  "-1d",
  "-5",
  -5,
  "1.5d",
  1.5,
  "+1d",
  "1e3",
  "d",
  "90 d",
  "90D",
  "90S",
  "1mo",
  "P90D",
  "90d1h",
  "ninety",
  "9٣d",
  true,
])("what is no period is refused: %j", (text) => {
  expect(refusal(period, text)).toBe(
    `The Input: "${text}" is no period such as 90d. The units are s, m (minutes), h, d, w, M (months) and y; a number alone is seconds.`,
  );
});

test.each(["101y", "1300M", "99999999999", `9${"9".repeat(400)}d`])(
  "one longer than 100 years is refused: %s",
  (text) => {
    expect(refusal(period, text)).toBe(`The Input: "${text}" is longer than 100 years.`);
  },
);

test("a blank one is left out, or refused where it is needed", () => {
  expect(clean(periodInput(display), " ")).toBeUndefined();
  expect(refusal(period, "")).toBe("The Input: a value is required.");
});

const units = ["s", "m", "h", "d", "w", "M", "y"] as const;
const anyPeriod = fc
  .record({ amount: fc.integer({ min: 1, max: 100 }), unit: fc.constantFrom(...units) })
  .map((given): Period => given);
const anyTime = fc.date({ min: new Date("1990-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });

test("every period is read from its text, and a number alone as seconds", () => {
  fc.assert(
    fc.property(anyPeriod, (given) => {
      expect(clean(period, periodText(given))).toEqual(given);
      expect(clean(period, given.amount)).toEqual({ amount: given.amount, unit: "s" });
    }),
  );
});

test("a period begins before it ends, and a longer one of its unit no later", () => {
  fc.assert(
    fc.property(anyPeriod, anyTime, (given, end) => {
      const start = startOf(given, end.getTime());
      expect(start).toBeLessThan(end.getTime());
      expect(startOf({ ...given, amount: given.amount + 1 }, end.getTime())).toBeLessThan(start);
    }),
  );
});

test("months and years keep day and time, or end on the last day of a shorter month", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.constantFrom("M", "y"), anyTime, (amount, unit, end) => {
      const start = new Date(startOf({ amount, unit } as Period, end.getTime()));
      const months = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
      expect(months(end) - months(start)).toBe(unit === "M" ? amount : amount * 12);
      expect(start.toISOString().slice(-14)).toBe(end.toISOString().slice(-14));
      if (start.getUTCDate() === end.getUTCDate()) return;
      expect(start.getUTCDate()).toBeLessThan(end.getUTCDate());
      expect(new Date(start.getTime() + day).getUTCDate()).toBe(1);
    }),
  );
});
