/** `npm run spec:diff -- FILE`: what a newer description of the vendor changes. Exit codes: see `runSpecDiff`. */
import { runSpecDiff } from "./command";

const { env } = process;

/** Loaded late: without a built component it throws, which then is an error of the command. */
const findActions = async () => {
  const { measure } = await import("../apiCoverage/measure.js");
  const reached = await measure();
  return (operation: string) => [...(reached.get(operation)?.actions ?? [])].sort();
};

runSpecDiff(process.argv.slice(2), {
  /** npm runs scripts in the folder of package.json; the file is meant from where the user is. */
  folder: (env.npm_lifecycle_event === "spec:diff" && env.INIT_CWD) || process.cwd(),
  findActions,
  out: console.log,
  error: console.error,
}).then((exitCode) => {
  process.exitCode = exitCode;
});
