import { isOnDeploy } from "../../../engine/params";
import type { Bench } from "../bench";
import type { Call, GivenInput } from "./given";
import { fileMark } from "./marks";
import { variableName } from "./names";
import { quoted } from "./shell";

const asText = (value: unknown): string => (typeof value === "object" ? JSON.stringify(value) : String(value));

interface Pair {
  key: string;
  value: unknown;
}

/** JSON cannot name a file: pairs with one are written as a query is. */
const pairsText = (pairs: readonly Pair[]): string =>
  pairs.some(({ value }) => value === fileMark)
    ? pairs
        .map(
          ({ key, value }) =>
            `${encodeURIComponent(key)}=${value === fileMark ? value : encodeURIComponent(asText(value))}`,
        )
        .join("&")
    : JSON.stringify(pairs);

/** The command line reads a file where a text begins with `@`, unless it is doubled. */
const textOf = ({ input, value }: GivenInput): string => {
  if (input.collection === "keyvaluelist") return pairsText(value as Pair[]);
  const text = asText(value);
  return text.startsWith("@") && text !== fileMark ? `@${text}` : text;
};

const argumentOf = (given: GivenInput): string => {
  const { key, label } = given.input;
  return given.isSecret ? `${key}="$${variableName(label)}"` : quoted(`${key}=${textOf(given)}`);
};

/** A given connection comes from its file; without one the command line starts a sandbox of its own. */
const connectionFlags = ({ connection }: Bench): string[] =>
  connection.sandbox ? [] : ["--connection", quoted(connection.source)];

const syncFlags = ({ inputs }: Call): string[] =>
  inputs.some(({ input }) => isOnDeploy(input)) ? ["--initial-sync"] : [];

/** The call as a command for a shell. A password is a variable of the shell. */
export const commandLine = (call: Call): string => {
  const { bench, entry, inputs } = call;
  const verb = entry.kind === "trigger" ? "poll" : "run";
  return [
    "npx remote-support",
    verb,
    bench.component.key,
    entry.definition.key,
    ...inputs.map(argumentOf),
    ...syncFlags(call),
    ...connectionFlags(bench),
  ].join(" ");
};
