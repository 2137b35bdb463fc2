/** The bench: what it makes of the figures. The figures themselves depend on the machine, and are no tests. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { figures } from "../../bench/figures";
import { alternate, ratio } from "../../bench/rounds";
import { missedIn, tableOf } from "../../bench/table";
import { createWorkspace, repository, type Workspace } from "../platform/workspace";

let workspace: Workspace;

beforeAll(() => {
  workspace = createWorkspace();
});

afterAll(() => workspace.remove());

const bench = (...args: string[]) =>
  workspace.run("tsx", [path.join(repository, "bench/main.ts"), ...args], workspace.root);

test("every figure has a goal within its limit, and says where they come from", () => {
  for (const { limit, goal, from } of Object.values(figures)) {
    expect(goal).toBeLessThanOrEqual(limit);
    expect(from).not.toBe("");
  }
});

test("a figure is good up to its goal, ok up to its limit, and missed above it", () => {
  const { limit, goal } = figures.bytes;
  const verdict = (bytes: number) => tableOf({ bytes }).split("\n")[1]?.split(/ {2,}/).at(-2);
  expect([goal, goal + 1, limit, limit + 1].map(verdict)).toEqual(["good", "ok", "ok", "MISSED"]);
});

test("the figures that miss their limits are named, also one that could not be measured", () => {
  expect(missedIn({ bytes: figures.bytes.limit, load: figures.load.limit })).toEqual([]);
  expect(missedIn({ bytes: figures.bytes.limit + 1, load: Number.NaN })).toEqual([
    figures.bytes.label,
    figures.load.label,
  ]);
});

test("rounds alternate, another one first each time, after one that does not count", async () => {
  const order: string[] = [];
  const measured = await alternate(2, {
    a: async () => order.push("a"),
    b: async () => order.push("b"),
  });
  expect(order).toEqual(["a", "b", "a", "b", "b", "a"]);
  expect(measured).toEqual({ a: [3, 6], b: [4, 5] });
});

test("a ratio is the median of those of the rounds, which one disturbed round does not change", () => {
  expect(ratio([10, 99, 30], [10, 10, 10])).toBe(3);
  expect(ratio([2, 4, 6], [1, 2, 3])).toBe(2);
});

test("one group alone is measured on the built bundle, within its limit", async () => {
  const { exitCode, stdout } = await bench("--only", "size");
  expect(stdout).toMatch(/^figure +measured +limit +goal.*\nbundle +[\d,]+ +1,098,155 +960,886 +(good|ok) +bytes\n$/);
  expect(exitCode).toBe(0);
});

test("a missed limit is named, and fails the command", async () => {
  const bundle = path.join(workspace.root, "large.js");
  writeFileSync(bundle, " ".repeat(1_098_156));
  const { exitCode, stdout } = await bench("--only", "size", "--bundle", bundle);
  expect(stdout).toMatch(/^bundle +1,098,156 .* MISSED +bytes\n\nMissed: bundle\.\n$/m);
  expect(exitCode).toBe(1);
});

test.each([
  [["--only", "weight"], 'no group "weight". The groups are size, load,'],
  [["--rounds", "none"], '--rounds needs a whole number above 0, not "none".'],
  [["--fast"], "--fast"],
])("refuses %j by name", async (args, message) => {
  expect(await bench(...args)).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining(message) });
});
