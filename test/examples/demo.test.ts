import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const root = path.join(__dirname, "..", "..");

test("the demo does the nightly job from the sign-in to the report", async () => {
  const tsx = path.join(root, "node_modules", ".bin", "tsx");
  const { stdout } = await promisify(execFile)(tsx, ["examples/demo.ts"], { cwd: root, timeout: 30_000 });
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
    expect(stdout).toMatch(line);
  }
}, 40_000);
