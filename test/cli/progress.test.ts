import { recordsIn } from "../../cli/progress";
import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { call } from "./fixture";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: { managedDevices: 5_000 } });
});
afterAll(() => sandbox.close());

const read = (args: string[], options = {}) => call(["run", "teamviewer", ...args, "--sandbox", sandbox.url], options);
const everything = ["listManagedDevices", "fetchAll=true"];
const told = /\d+ pages, [\d,]+ records, [\d,]+ records\/s/;

describe("a long read", () => {
  test("tells on a terminal how far it is, in one line that is gone at the end", async () => {
    const { stderr } = await read(everything, { terminal: 80 });
    const lines = stderr.split("\r\u001b[2K");
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.at(-2)).toMatch(told);
    expect(lines.at(-1)).toBe("");
  });

  test("tells nothing elsewhere, unless it is asked to", async () => {
    expect((await read(everything)).stderr).not.toMatch(told);
    expect((await read([...everything, "--progress"])).stderr).toMatch(/^50 pages, 5,000 records, [\d,]+ records\/s$/m);
    expect((await read([...everything, "--quiet"], { terminal: 80 })).stderr).toBe("");
  });
});

test("one request is told of by its result alone", async () => {
  expect((await read(["listGroups", "--quiet"], { terminal: 80 })).stderr).toBe("");
  expect((await read(["listGroups"], { terminal: 80 })).stderr).not.toMatch(told);
});

test.each([
  ["a list", [1, 2], 2],
  ["the longest list of an object", { devices: [1, 2, 3], tags: [1], total: 9 }, 3],
  ["no list", { id: 1 }, undefined],
  ["null", null, undefined],
])("the records of a page are those of %s", (_what, answer, records) => {
  const content = Buffer.from(JSON.stringify(answer));
  const received = {
    status: 200,
    statusText: "OK",
    headers: {},
    body: { size: content.length, content, isWhole: true },
  };
  expect(recordsIn({ received })).toBe(records);
  expect(recordsIn({ received: { ...received, status: 404 } })).toBeUndefined();
});
