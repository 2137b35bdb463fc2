/** The commands that the pages show exist, with their flags, keys and inputs. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { builtComponents, entriesOf, loadComponent } from "../../engine/component";
import manifest from "../../package.json";

const root = path.join(__dirname, "..", "..");
const dist = path.join(root, "dist");

const markdownIn = (folder: string) =>
  readdirSync(path.join(root, folder), { recursive: true }).map((file) => path.posix.join(folder, String(file)));

const pages = [
  "README.md",
  "CHANGELOG.md",
  "documentation/README.md",
  ...["docs", "examples"].flatMap(markdownIn),
].filter((file) => file.endsWith(".md") && !file.startsWith("docs/reference/"));

/** The lines of blocks of commands, and what stands as code in a sentence. */
const commandsIn = (page: string): string[] => {
  const blocks = [...page.matchAll(/^ *```sh\n(.*?)^ *```/gms)].flatMap(([, lines = ""]) => lines.split("\n"));
  const inline = page.replace(/^ *```.*?^ *```/gms, "").matchAll(/`([^`\n]+)`/g);
  return [...blocks, ...[...inline].map(([, code = ""]) => code)].map((line) => line.trim().replace(/ +# .*/, ""));
};

const everyCommand = pages.flatMap((page) =>
  commandsIn(readFileSync(path.join(root, page), "utf8")).map((command) => ({ page, command })),
);

interface PrismCommand {
  flags: Record<string, { name: string; char?: string; allowNo?: boolean }>;
}

const prism: Record<string, PrismCommand> = JSON.parse(
  readFileSync(path.join(root, "node_modules/@prismatic-io/prism/oclif.manifest.json"), "utf8"),
).commands;

const namesOf = ({ flags }: PrismCommand): string[] =>
  Object.values(flags).flatMap(({ name, char, allowNo }) => [
    `--${name}`,
    ...(char ? [`-${char}`] : []),
    ...(allowNo ? [`--no-${name}`] : []),
  ]);

/** What is wrong with a command of `prism`, up to what it hands to another command. */
const wrongInPrism = (command: string): string[] => {
  const [, name = "", own = ""] = /\bprism ([a-z][\w:-]*)(.*?)( -- |$)/.exec(command) ?? [];
  const known = prism[name];
  if (!known) return [name];
  const flags = own.replace(/"[^"]*"/g, "").matchAll(/(?<=\s)--?[a-zA-Z][\w-]*/g);
  return [...flags].map(([flag]) => flag).filter((flag) => !namesOf(known).includes(flag));
};

const prismCommands = everyCommand.filter(({ command }) => /^(npx )?prism [a-z]/.test(command));

test.each(prismCommands)("$page: $command", ({ command }) => {
  expect(wrongInPrism(command)).toEqual([]);
});

test("a command or a flag that prism does not have is noticed", () => {
  expect(wrongInPrism("npx prism components:release --no-confirm")).toEqual(["components:release"]);
  expect(wrongInPrism('prism components:publish --no-confirm --no-comment --comment "--x"')).toEqual(["--no-comment"]);
});

const published = everyCommand.filter(({ command }) => /^npm run publish:\w+ -- /.test(command));

test.each(published)("$page: $command", ({ command }) => {
  expect(wrongInPrism(command.replace(/^npm run publish:\w+ --/, "prism components:publish"))).toEqual([]);
});

const scripts = everyCommand.flatMap(({ page, command }) =>
  [...command.matchAll(/\bnpm run (?:--silent |-s )?([\w:]+)/g)].map(([, script = ""]) => ({ page, script })),
);

test("every script that a page names is one of the package", () => {
  expect(scripts.filter(({ script }) => !(script in manifest.scripts))).toEqual([]);
});

/** What is wrong with a call of a component: the first of component, key and inputs that does not exist. */
const wrongInAction = (words: readonly string[]): string | undefined => {
  const [component = "", key, ...rest] = words;
  if (!builtComponents(dist).includes(component)) return component;
  if (key === undefined || key.startsWith("-")) return undefined;
  const entry = entriesOf(loadComponent(dist, component)).find(({ definition }) => definition.key === key);
  if (!entry) return key;
  const inputs = entry.definition.inputs.map((input) => input.key);
  return rest.flatMap((word) => /^(\w+)=/.exec(word)?.[1] ?? []).find((name) => !inputs.includes(name));
};

const actions = everyCommand.flatMap(({ page, command }) => {
  const [, call] =
    /\b(?:npm run (?:--silent |-s )?action --|npx remote-support (?:run|poll|show)) (.*?)( \| |$)/.exec(command) ?? [];
  return call && !call.startsWith("-") ? [{ page, call }] : [];
});

test.each(actions)("$page: $call", ({ call }) => {
  expect(wrongInAction(call.match(/(?:[^\s"]|"[^"]*")+/g) ?? [])).toBeUndefined();
});

test.each([
  ["teamviewr", "teamviewr"],
  ["teamviewer listDevicez", "listDevicez"],
  ["teamviewer listDevices onlineState=online", "onlineState"],
  ["teamviewer listDevices online_state=online", undefined],
])("what is wrong with %s is %s", (call, wrong) => {
  expect(wrongInAction(call.split(" "))).toBe(wrong);
});

test("the files that a command imports exist", () => {
  const files = everyCommand.flatMap(({ page, command }) => {
    const [, file] = / --path (examples\/\S+)/.exec(command) ?? [];
    return file ? [{ page, file }] : [];
  });
  expect(files.filter(({ file }) => !existsSync(path.join(root, file)))).toEqual([]);
});
