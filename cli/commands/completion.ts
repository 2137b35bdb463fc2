import { Argument, type Command } from "commander";
import { candidates } from "../completion/candidates";
import { type Shell, scripts } from "../completion/scripts";
import type { Surroundings } from "../surroundings";
import { table } from "../text";

const setups: [string, string][] = [
  ["bash", 'eval "$(remote-support completion bash)" in ~/.bashrc'],
  ["zsh", 'eval "$(remote-support completion zsh)" in ~/.zshrc, after compinit'],
  ["fish", "remote-support completion fish > ~/.config/fish/completions/remote-support.fish"],
];

/** Adds the subcommand `completion`, and the hidden one that the shells ask. */
export const addCompletion = (program: Command, surroundings: Surroundings): void => {
  const { output } = surroundings;
  program
    .command("completion")
    .summary("print a script that completes words in a shell")
    .description(
      'Print a script for a shell, which completes subcommands, components, keys, inputs and flags. The shell has to find the command under its name: "npm link" in this folder sees to that.',
    )
    .addArgument(new Argument("<shell>", "the shell").choices(Object.keys(scripts)))
    .addHelpText("after", () => ["", output.style.bold("Set up:"), ...table(setups, output.style)].join("\n"))
    .action((shell: Shell) => output.text(scripts[shell]));
  program
    .command("complete", { hidden: true })
    .helpOption(false)
    .argument("[words...]")
    .action((words: string[]) => {
      const lines = candidates(program, words, surroundings).map((pair) => `${pair.join("\t")}\n`);
      output.text(lines.join(""));
    });
};
