/** What parses times, in processes of other time zones: in UTC, where tests mostly run, a time without one looks right. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

const script = `
const { toTime } = require("./src/polling/order.ts");
const { justAfter } = require("./src/polling/cursorState.ts");
const { toIsoSeconds } = require("./src/platform/dates.ts");
console.log(JSON.stringify({
  zone: new Date(2026, 0, 1).getTimezoneOffset(),
  times: ["2026-03-29T02:30:00", "2026-03-29T02:30:00.5", "2026-03-29T02:30:00Z", "2026-03-29T02:30:00+02:00", "2026-03-29"].map(toTime),
  since: justAfter("2026-03-29T02:30:00"),
  seconds: toIsoSeconds(toTime("2026-10-25T02:30:00")),
}));
`;

test.each([
  ["America/Los_Angeles", 480],
  ["Europe/Berlin", -60],
  ["Asia/Kolkata", -330],
  ["UTC", 0],
])("in %s a vendor's time without a zone is UTC", (TZ, zone) => {
  const args = ["--require", require.resolve("tsx/cjs"), "--eval", script];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, TZ },
    encoding: "utf8",
  });
  const time = Date.UTC(2026, 2, 29, 2, 30);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual({
    zone,
    times: [time, time + 500, time, time - 2 * 3_600_000, Date.UTC(2026, 2, 29)],
    since: time + 1,
    seconds: "2026-10-25T02:30:00Z",
  });
});
