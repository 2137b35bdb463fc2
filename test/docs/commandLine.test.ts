/** The page on the command line says what the command does. */
import { readFileSync } from "node:fs";
import { exitCodesTold } from "../../cli/exitCodes";
import { call, root } from "../cli/fixture";

const page = readFileSync(`${root}/docs/command-line.md`, "utf8");
const commands = [...page.matchAll(/npx remote-support ([a-z][^`\n|]*)/g)].map(([, words = ""]) =>
  words.trim().split(" "),
);

const subcommandsIn = async (...path: string[]): Promise<string[]> => {
  const { stdout } = await call([...path, "--help"]);
  const [, lines = ""] = /\nCommands:\n((?: {2}.*\n)+)/.exec(stdout) ?? [];
  return [...lines.matchAll(/^ {2}(\w+)/gm)].map(([, name = ""]) => name);
};

test("it has each subcommand, and each with its arguments", async () => {
  const { stdout } = await call(["--help"]);
  for (const name of (await subcommandsIn()).filter((each) => each !== "help" && each !== "connection")) {
    const [, term = ""] = new RegExp(`^ {2}(${name}(?: [[<]\\S+)*)`, "m").exec(stdout) ?? [];
    expect(page).toContain(`\n| \`${term.replace(" [options...]", "")}\` | `);
  }
});

test.each(commands.filter((words) => words.some((word) => word.startsWith("--"))))(
  "it has flags that exist: %s %s %s %s %s",
  async (...words) => {
    const path = words.slice(
      0,
      words[0] === "connection" || (words[0] === "sandbox" && !words[1]?.startsWith("-")) ? 2 : 1,
    );
    const { stdout } = await call([...path, "--help"]);
    for (const flag of words.filter((word) => word.startsWith("--"))) expect(stdout).toMatch(new RegExp(`${flag}\\b`));
  },
);

test("its exit codes are those of the help", () => {
  const [, rows = ""] = /\| code \| meaning \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(page) ?? [];
  expect(rows).toBe(exitCodesTold.map((row) => `| ${row.join(" | ")} |\n`).join(""));
});
