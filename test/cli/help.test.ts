import type { Writable } from "../../cli/caller";
import { knownEntries, loadAll } from "../../cli/components";
import { entryHelp } from "../../cli/help";
import { styleOf } from "../../cli/style";
import { version } from "../../package.json";
import { createWorkspace } from "../engine/fixture";
import { call, root } from "./fixture";

const workspace = createWorkspace();
afterAll(workspace.remove);
const dist = `${root}/dist`;

const fixture = (...args: string[]) => call([...args, "--dist", "dist"], { folder: workspace.folder });
const widest = (text: string) => Math.max(...text.split("\n").map(({ length }) => length));
const onOneLine = (text: string) => text.replace(/\s+/g, " ");

describe("help", () => {
  test("of the command names the subcommands and the exit codes, also when nothing is asked", async () => {
    const { code, stdout } = await call([]);
    for (const name of ["list", "show", "run", "poll", "connection", "sandbox", "workbench", "completion"]) {
      expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b`, "m"));
    }
    for (const each of ["0", "1", "2", "3", "4", "5", "130"])
      expect(stdout).toMatch(new RegExp(`^ {2}${each} +\\w`, "m"));
    expect(code).toBe(0);
    expect((await call(["--help"])).stdout).toBe(stdout);
  });

  test.each([["run"], ["poll"], ["list"], ["show"], ["connection", "check"], ["sandbox"], ["completion"]])(
    "of %s %s fits into 80 columns",
    async (...path) => {
      const { code, stdout } = await call([...path, "--help"]);
      expect(stdout).toContain(`Usage: npx remote-support ${path.join(" ")}`);
      expect(widest(stdout)).toBeLessThanOrEqual(80);
      expect(code).toBe(0);
    },
  );

  test("is apart from the version, which is the package's number alone", async () => {
    expect(await call(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("of run says how values are given, where the connection comes from and what comes out", async () => {
    const { stdout } = await call(["run", "--help"]);
    for (const title of ["Values:", "Where the connection comes from", "What cannot be undone:", "What comes out:"]) {
      expect(stdout).toContain(`\n${title}`);
    }
  });

  test("of an entry has the required inputs first, and each with its type, default, choices and comment", async () => {
    const { stdout } = await fixture("run", "fixture", "echo", "-h");
    expect(stdout).toMatch(/^Echo\naction fixture echo, reads only\n\nGive back what it was given\.\n/);
    expect(stdout).toContain("Usage:\n  npx remote-support run fixture echo name='Front Desk' [INPUT=VALUE ...]\n");
    const [required = "", optional = ""] = stdout
      .split("Optional inputs:\n")
      .map((part) => part.split("inputs:\n").at(-1));
    expect(required).toContain("  name  (Name)\n      string, required\n      The name of the thing.\n");
    expect(optional).toContain(
      '  size  (Size)\n      string, optional, default "medium"\n      How large it is.\n      Choices: small (S), medium (M).\n',
    );
    expect(optional).toContain("  tags  (Tags)\n      list of string, optional\n");
    expect(optional).not.toContain("name  (Name)");
  });

  test("of an input with a dropdown says what lists its values", async () => {
    expect((await fixture("show", "fixture", "deleteThing")).stdout).toContain(
      "Values: npx remote-support run fixture selectThing",
    );
  });

  test("of a batch trigger has the inputs of its initial sync apart", async () => {
    expect((await fixture("show", "fixture", "syncThings")).stdout).toMatch(
      /Inputs of the initial sync, with --initial-sync:\n {2}since {2}\(Since\)\n/,
    );
  });

  test("of what cannot be undone says so, and that it asks", async () => {
    expect((await fixture("show", "fixture", "deleteThing")).stdout).toContain("This cannot be undone. It asks");
    expect((await fixture("show", "fixture", "clearThings")).stdout).toContain(
      "This cannot be undone when Dry Run is off. It asks",
    );
  });

  test("of a group shows its fields, and what the numbers of choices stand for", async () => {
    const { stdout } = await call(["show", "teamviewer", "createConditionalAccessFeatureOption"]);
    expect(stdout).toMatch(/ {2}data {2}\(.+\)\n {6}JSON object, optional\n/);
    expect(onOneLine(stdout)).toMatch(
      / fileTransfer: .*Choices: 0 \(Allow\), 1 \(After confirmation\), 2 \(Denied\)\./,
    );
  });

  test("of a list with an item a line, or of a table, shows how a file is given", async () => {
    const { stdout } = await call(["show", "realvnc", "addComputersToGroups"]);
    expect(stdout).toContain(
      "  npx remote-support run realvnc addComputersToGroups \\\n    assignments=@assignments.csv [INPUT=VALUE ...]\n",
    );
    expect(stdout).toContain("      From a file: assignments=@assignments.csv\n");
  });

  test("of every entry of every component fits into 80 columns, but for a word that cannot be broken", () => {
    const style = styleOf({ columns: 80 } as Writable, {});
    for (const component of loadAll(dist)) {
      for (const known of knownEntries(dist, component)) {
        const lines = entryHelp(component, known, style).split("\n");
        const broad = lines.filter((line) => line.length > 80 && line.trim().includes(" "));
        expect({ key: known.entry.definition.key, broad }).toEqual({ key: known.entry.definition.key, broad: [] });
      }
    }
  });
});

describe("a list", () => {
  test("of the components counts what each has", async () => {
    const { stdout } = await call(["list"]);
    expect(stdout).toMatch(/^realvnc\n {2}RealVNC Connect: \d+ actions, \d+ data sources, \d+ triggers\n {2}Manage /m);
    expect(stdout).toMatch(/^teamviewer\n/m);
    expect(stdout).toMatch(/^tsmanage\n/m);
  });

  test("of a component has its families with their first sentences, triggers last, and its connections", async () => {
    const { stdout } = await call(["list", "teamviewer"]);
    expect(stdout).toMatch(/\n\nDevices \(\d+\)\n {2}listDevices +List the devices of /);
    expect(stdout).toMatch(/\n\nTriggers \(13\)\n(?:.+\n)+\nConnections\n/);
    expect(widest(stdout)).toBeLessThanOrEqual(80);
    expect(stdout).not.toContain("Needs ");
  });

  test("without the build's catalogue has the kinds for families", async () => {
    const { stdout } = await fixture("list", "fixture");
    expect(stdout).toMatch(/Actions \(5\)\n {2}echo +Give back what it was given\.\n/);
    expect(stdout).toMatch(/Data Sources \(1\)\n {2}selectThing +Select Thing for the tests\.\n/);
  });

  test("is narrowed by words, and says when nothing matches", async () => {
    const keys = async (...words: string[]) =>
      JSON.parse((await call(["list", "teamviewer", ...words, "--json"])).stdout).map(
        ({ key }: { key: string }) => key,
      );
    expect(await keys("groups.delete")).toEqual(["deleteGroup"]);
    expect(await keys("MONITORING", "alarm", "trigger")).toEqual(["newMonitoringAlarms"]);
    expect((await call(["list", "teamviewer", "sendInvoice"])).stdout).toContain("Nothing matches.");
  });

  test("as JSON says of each what it is, needs and destroys", async () => {
    const all = JSON.parse((await call(["list", "teamviewer", "--json"])).stdout);
    expect(all.find(({ key }: { key: string }) => key === "deleteUser")).toMatchObject({
      kind: "action",
      label: "Delete User",
      family: "Users",
      needs: { "Token level": ["company"] },
      irreversible: "with Permanent Delete",
    });
    const components = JSON.parse((await call(["list", "--json"])).stdout);
    expect(components).toContainEqual(expect.objectContaining({ key: "tsmanage", actions: 6, triggers: 0 }));
  });

  test("has colours on a terminal alone, and there not with NO_COLOR", async () => {
    const colour = "\u001b[";
    expect((await call(["list", "tsmanage"], { terminal: 80 })).stdout).toContain(colour);
    expect((await call(["list", "tsmanage"], { terminal: 80, env: { NO_COLOR: "1" } })).stdout).not.toContain(colour);
    expect((await call(["list", "tsmanage"])).stdout).not.toContain(colour);
  });
});
