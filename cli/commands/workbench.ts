import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { Ended } from "../ended";
import type { Surroundings } from "../surroundings";

const main = join(__dirname, "../../workbench/main.ts");

/** Runs the workbench in a process of its own, which takes the arguments as they are and whose exit code counts. */
const start = async (args: readonly string[], { env, folder, signal }: Surroundings): Promise<void> => {
  const tsx = require.resolve("tsx");
  const child = spawn(process.execPath, ["--import", tsx, main, ...args], { env, cwd: folder, stdio: "inherit" });
  signal.addEventListener("abort", () => child.kill("SIGTERM"), { once: true });
  const [code, killedBy] = await once(child, "exit");
  if (code !== 0) throw new Ended(code ?? 128 + constants.signals[killedBy as NodeJS.Signals]);
};

/** Adds the subcommand `workbench`. */
export const addWorkbench = (program: Command, surroundings: Surroundings): void => {
  program
    .command("workbench")
    .summary("run a page on which everything can be tried")
    .helpOption(false)
    .allowUnknownOption()
    .argument("[options...]", "those of the workbench, which --help tells")
    .action((_options: string[], _values: unknown, command: Command) => start(command.args, surroundings));
};
