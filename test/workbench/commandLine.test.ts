/** A call as a command for a shell. */
import { execFileSync } from "node:child_process";
import { readValues } from "../../cli/values";
import { loadComponent } from "../../engine/component";
import type { Copies } from "../../workbench/api";
import { builtPart, dist, saidValues, useCopies } from "./copied";
import { useWorkbench } from "./fixture";

const page = useWorkbench();
const all = useCopies(page);
const files = { folder: "/", stdin: process.stdin };

/** The words that a shell makes of commands, for each of them. */
const words = (shell: string, commands: readonly string[], env: Record<string, string>): string[][] => {
  const script = [`npx() { printf '%s\\0' "$@" end; }`, "set -u", ...commands].join("\n");
  const output = execFileSync(shell, { input: script, env: { ...env, HOME: "/" }, encoding: "utf8" });
  return output
    .split("\0end\0")
    .slice(0, -1)
    .map((command) => command.split("\0"));
};

test.each(["sh", "bash"])(
  "says in %s what the form says, of every entry and with all that a shell reads otherwise",
  async (shell) => {
    const commands = all.copied.map(({ copies }) => copies.commandLine);
    const variables = commands.flatMap((command) =>
      [...command.matchAll(/"\$([A-Z0-9_]+)"/g)].map(([, name = ""]) => name),
    );
    const env = Object.fromEntries(variables.map((name) => [name, "typed once"]));
    const lines = words(shell, commands, env);
    expect(lines).toHaveLength(all.copied.length);
    for (const [index, each] of all.copied.entries()) {
      const { component, entry } = each;
      const [binary, verb, ofComponent, key, ...rest] = lines[index] ?? [];
      expect([binary, ofComponent, key]).toEqual(["remote-support", component, entry.key]);
      expect(verb).toBe(entry.kind === "trigger" ? "poll" : "run");
      const flags = [
        ...(entry.initialSync?.inputs.length ? ["--initial-sync"] : []),
        "--sandbox",
        all.sandboxes[component],
      ];
      expect(rest.slice(-flags.length)).toEqual(flags);
      const given = rest.slice(0, -flags.length).map((word) => {
        const [name = "", text = ""] = word.split(/=(.*)/s);
        return { key: name, text };
      });
      expect(Object.fromEntries(await readValues(builtPart(each).inputs, given, files))).toEqual(saidValues(each));
    }
  },
);

test("a command says nothing of what holds its default", async () => {
  const { commandLine } = await page.copy("teamviewer", "listManagedDevices", { fetchAll: "false", queryParams: [] });
  expect(commandLine).toBe(
    `npx remote-support run teamviewer listManagedDevices --sandbox ${all.sandboxes.teamviewer}`,
  );
});

test("a command names files where there is one, and leaves the rest of the pairs readable", async () => {
  const file = { base64: "AP//", contentType: "image/png" };
  const { commandLine } = await page.copy("teamviewer", "rawRequest", {
    method: "POST",
    url: "/groups",
    data: file,
    fileData: [
      { key: "a picture", value: file },
      { key: "text", value: "@home" },
    ],
  });
  expect(commandLine).toContain(" data=@FILE ");
  expect(commandLine).toContain(" 'fileData=a%20picture=%40FILE&text=%40%40home' ");
  const { inputs } = loadComponent(dist, "teamviewer").actions.rawRequest ?? { inputs: [] };
  const text = "a%20picture=%40%40FILE&text=%40%40home";
  expect((await readValues(inputs, [{ key: "fileData", text }], files)).get("fileData")).toEqual([
    { key: "a picture", value: "@FILE" },
    { key: "text", value: "@home" },
  ]);
});

test("a command has the execution and the batches that are asked for", async () => {
  const path = "/components/teamviewer/entries/newDevices/copy";
  const lines = await Promise.all(
    [{ execution: "initialSync" }, { batches: true }].map(async (asked) => {
      const { text } = await page.call("POST", path, { values: {}, ...asked });
      return (JSON.parse(text) as Copies).commandLine;
    }),
  );
  expect(lines.map((line) => line.replace(/ --sandbox .*/, ""))).toEqual([
    "npx remote-support poll teamviewer newDevices --initial-sync",
    "npx remote-support poll teamviewer newDevices --batches",
  ]);
});
