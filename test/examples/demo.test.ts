import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const root = path.join(__dirname, "..", "..");

let told: string;

beforeAll(async () => {
  const tsx = path.join(root, "node_modules", ".bin", "tsx");
  const { stdout } = await promisify(execFile)(tsx, ["examples/demo.ts"], { cwd: root, timeout: 30_000 });
  told = stdout;
}, 40_000);

/** The part of the output that is about one component. */
const storyOf = (component: string) => told.split(/^(?=\S+ component, )/m).find((part) => part.startsWith(component));

test("the demo does TeamViewer's nightly job from the sign-in to the report", () => {
  for (const line of [
    /Sign in \(OAuth 2\.0\) +consent, code, token/,
    /Select Managed Device +1000 choices, first: \S/,
    /Read managed devices +1000 on 10 pages/,
    /Not seen for 30 days +\d+, longest: .+ \(\d{4}-\d\d-\d\d\)/,
    /Create Group +Devices to check \(g\d+\)/,
    /Create Contact +On-site technician \(c\d+\)/,
    /Create Session +s[\d-]+, https:/,
    /Update and read it back +for On-site technician/,
    /Token expires +noticed as a connection error/,
    /Refresh the token +signed in again as \S/,
    /Rate limit +waited [1-9][\d.]* s as told, then went on/,
    /Done in [\d.]+ s with \d+ requests; 1 warning in the log/,
  ]) {
    expect(storyOf("TeamViewer")).toMatch(line);
  }
});

test("the demo cleans up a fleet as its dry runs say, through the end of a session, and explains a missing permission", () => {
  for (const line of [
    /Verify Connection +the key is valid; \d+ permissions looked at$/m,
    /Clean Duplicate Computers +3 to do: TILL-7, TILL-7 #3$/m,
    /3 done, 0 failed, \d+ left alone$/m,
    /Clean Stale Computers +2 to do: LAB-OLD-1, LAB-OLD-2$/m,
    /A session ends in the middle +renewed, and the clean-up went on$/m,
    /Add Computers to Groups +3 of 3 lines into \S/,
    /A key that can only list .*HTTP 403.*needs the permission DELETE_ENTRY/,
    /Done in [\d.]+ s with \d+ requests; 0 warnings in the log/,
  ]) {
    expect(storyOf("RealVNC")).toMatch(line);
  }
});

test("the demo promotes a guild's recruits, comes through a batch that fails, and tells of it", () => {
  for (const line of [
    /List Members +400 found, 1 not: \S+=$/m,
    /Recruits who come often +[12]\d\d$/m,
    /Set Server Groups of Members +\d+ of [12]\d\d are raiders, 50 failed$/m,
    /PATCH \/members\/update-batch failed: HTTP 500/,
    /Set Server Groups of Members +50 of 50 are raiders, 0 failed$/m,
    /Look them up again +[12]\d\d raiders, none of them a recruit$/m,
    /Done in [\d.]+ s with \d+ requests; 1 warning in the log/,
  ]) {
    expect(storyOf("TSManage")).toMatch(line);
  }
});
