import { runCommand } from "./command";

const { env } = process;

/** npm runs scripts in the folder of package.json; paths are meant from where the user is. */
const folder = (env.npm_lifecycle_event === "action" && env.INIT_CWD) || process.cwd();

/** A reader that has seen enough, such as head, is no error. */
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 1));

runCommand(process.argv.slice(2), { env, folder }).then((exitCode) => {
  // Idle keep-alive connections would hold the process for seconds.
  process.stdout.write("", () => process.exit(exitCode));
});
