/** `npm run bench`: measures the built component, shows each figure beside its limit and goal, and fails for a missed limit. */
import path from "node:path";
import { parseArgs } from "node:util";
import { prepareChildren } from "./children";
import type { Measured } from "./figures";
import { type Bench, type Group, groups } from "./groups";
import { startListServer } from "./server";
import { missedIn, tableOf } from "./table";

const names = Object.keys(groups) as Group[];

const usage = `Measures the built TeamViewer component. Exits with 1 when a limit is missed.

  npm run bench -- [options]

  --only GROUP   one group alone, also several times: ${names.join(", ")}
  --bundle FILE  another bundle than dist/teamviewer/index.js
  --rounds N     how often each ratio is measured: fewer are quicker, more are steadier
  --help         this text`;

class UsageError extends Error {}

const isGroup = (name: string): name is Group => name in groups;

const optionsOf = (args: string[]) => {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: "string", multiple: true, default: names },
      bundle: { type: "string", default: path.join(__dirname, "../dist/teamviewer/index.js") },
      rounds: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const unknown = values.only.find((name) => !isGroup(name));
  if (unknown) throw new UsageError(`--only knows no group "${unknown}". The groups are ${names.join(", ")}.`);
  const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
  if (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0)) {
    throw new UsageError(`--rounds needs a whole number above 0, not "${values.rounds}".`);
  }
  return { only: values.only.filter(isGroup), bundle: path.resolve(values.bundle), rounds, help: values.help };
};

const measure = async (bench: Bench, only: Group[]): Promise<Measured> => {
  const measured: Measured = {};
  for (const name of only) {
    process.stderr.write(`measuring ${name} …\n`);
    Object.assign(measured, await groups[name](bench));
  }
  return measured;
};

const main = async (args: string[]): Promise<number> => {
  const { only, bundle, rounds, help } = optionsOf(args);
  if (help) {
    console.log(usage);
    return 0;
  }
  const children = prepareChildren();
  const server = await startListServer();
  const spectral = require.resolve("@prismatic-io/spectral");
  const measured = await measure({ bundle, spectral, children, server, rounds }, only).finally(() => {
    server.close();
    children.remove();
  });
  console.log(tableOf(measured));
  const missed = missedIn(measured);
  if (missed.length > 0) console.log(`\nMissed: ${missed.join("; ")}.`);
  return missed.length > 0 ? 1 : 0;
};

main(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: Error) => {
    console.error(error instanceof UsageError || "code" in error ? error.message : error);
    process.exitCode = 2;
  },
);
