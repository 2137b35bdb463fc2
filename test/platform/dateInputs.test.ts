import { execFileSync } from "node:child_process";
import path from "node:path";
import { timestampInput, unixTimeInput } from "../../src/platform/dateInputs";
import { clean, display, refusal } from "../support/cleaning";

const root = path.join(__dirname, "../..");

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
      const { timestampInput } = require("./src/platform/dateInputs");
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
