/** `npm run spec:diff -- FILE`: what a newer description of the vendor changes. Exit codes: see `runSpecDiff`. */
import { runSpecDiff } from "./command";

const { env } = process;

/** Loaded late: most calls need none of the sources. */
const findActions = async () => (await import("./actions.js")).actionsCalling;

runSpecDiff(process.argv.slice(2), {
  /** npm runs scripts in the folder of package.json; the file is meant from where the user is. */
  folder: (env.npm_lifecycle_event === "spec:diff" && env.INIT_CWD) || process.cwd(),
  findActions,
  out: console.log,
  error: console.error,
}).then((exitCode) => {
  process.exitCode = exitCode;
});
