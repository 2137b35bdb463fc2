import { runCommand } from "./command";
import { Interrupted } from "./interrupted";

const { env, stdin, stdout, stderr } = process;

/** npm runs scripts in the folder of package.json; paths are meant from where the user is. */
const isScript = ["action", "sandbox"].includes(env.npm_lifecycle_event ?? "");
const folder = (isScript && env.INIT_CWD) || process.cwd();

/** A reader that has seen enough, such as head, is no error. */
for (const stream of [stdout, stderr]) {
  stream.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 1));
}

// A second signal ends the process at once.
const ending = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(name, () => ending.abort(new Interrupted(name)));
}

const replaceConsole = (console: Console) => {
  globalThis.console = console;
};

runCommand(process.argv.slice(2), { env, folder, stdin, stdout, stderr, signal: ending.signal, replaceConsole }).then(
  (exitCode) => {
    // Idle keep-alive connections would hold the process for seconds.
    stdout.write("", () => process.exit(exitCode));
  },
);
