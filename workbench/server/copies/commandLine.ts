import { isOnDeploy } from "../../../engine/params";
import { connectionFlags } from "../bench";
import type { Call, GivenInput, Pair } from "./given";
import { fileMark } from "./marks";
import { variableName } from "./names";
import { quoted } from "./shell";

const asText = (value: unknown): string => (typeof value === "object" ? JSON.stringify(value) : String(value));

/** The command line reads a file where a text begins with `@`, unless it is doubled. No shell can hold a NUL. */
const argumentText = (value: unknown): string => {
  const text = asText(value);
  if (text === fileMark || text.includes("\0")) return fileMark;
  return text.startsWith("@") ? `@${text}` : text;
};

/** JSON cannot name a file: pairs with one are written as a query is. */
const pairsText = (pairs: readonly Pair[]): string =>
  pairs.some(({ value }) => value === fileMark)
    ? pairs.map(({ key, value }) => `${encodeURIComponent(key)}=${encodeURIComponent(argumentText(value))}`).join("&")
    : JSON.stringify(pairs);

const textOf = ({ input, value }: GivenInput): string =>
  input.collection === "keyvaluelist" ? pairsText(value as Pair[]) : argumentText(value);

const argumentOf = (given: GivenInput): string => {
  const { key, label } = given.input;
  return given.isSecret ? `${key}="$${variableName(label)}"` : quoted(`${key}=${textOf(given)}`);
};

const triggerFlags = ({ isInitialSync, batches }: Call): string[] => [
  ...(isInitialSync ? ["--initial-sync"] : []),
  ...(batches ? ["--batches"] : []),
];

/** The call as a command for a POSIX shell. A password is a variable of the shell. */
export const commandLine = (call: Call): string => {
  const { bench, entry, inputs, isInitialSync } = call;
  return [
    "npx remote-support",
    entry.kind === "trigger" ? "poll" : "run",
    bench.component.key,
    entry.definition.key,
    ...inputs.filter(({ input }) => isInitialSync || !isOnDeploy(input)).map(argumentOf),
    ...triggerFlags(call),
    ...connectionFlags(bench).map(quoted),
  ].join(" ");
};
