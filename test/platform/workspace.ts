import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const repository = path.join(__dirname, "../..");

const configurations: { name: string }[] = require("../../webpack.config.js");

/** The keys of all components that the build makes. */
export const components = configurations.map(({ name }) => name);

/** The folder of a built component. */
export const buildOf = (component: string) => path.join(repository, "dist", component);

/** TeamViewer's, which is the largest and has one of everything. */
export const build = buildOf("teamviewer");

const timeout = 60_000;

export interface Outcome {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

export interface Workspace {
  root: string;
  /** Copies a built component, TeamViewer's unless told otherwise, to a folder below the root and gives that folder. */
  copyBuild(folder: string, component?: string): string;
  /** Runs a command with closed input, so that a question ends it instead of hanging it. */
  run(command: string, args: string[], cwd: string, variables?: Record<string, string>): Promise<Outcome>;
  remove(): void;
}

/** Only what a command needs: a developer's login, proxy settings and node options stay out of reach. */
const environment = (root: string) => ({
  PATH: [path.join(repository, "node_modules/.bin"), process.env.PATH].join(path.delimiter),
  HOME: path.join(root, "home"),
  XDG_CONFIG_HOME: path.join(root, "home/.config"),
  XDG_CACHE_HOME: path.join(root, "home/.cache"),
  XDG_DATA_HOME: path.join(root, "home/.local/share"),
  TMPDIR: path.join(root, "tmp"),
  NO_COLOR: "1",
  NO_PROXY: "127.0.0.1",
  PRISM_SKIP_NEW_VERSION_CHECK: "true",
});

const execute = (command: string, args: string[], cwd: string, env: Record<string, string>) =>
  new Promise<Outcome>((resolve, reject) => {
    const child = execFile(command, args, { cwd, env, timeout }, (error, stdout, stderr) => {
      if (typeof error?.code === "string") reject(error);
      else resolve({ exitCode: child.exitCode, stdout, stderr });
    });
    child.stdin?.end();
  });

/** A folder outside the repository, with a home of its own for the commands that run in it. */
export const createWorkspace = (): Workspace => {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), "component-")));
  for (const folder of ["home", "tmp"]) mkdirSync(path.join(root, folder));
  return {
    root,
    copyBuild: (folder, component = "teamviewer") => {
      const copy = path.join(root, folder);
      cpSync(buildOf(component), copy, { recursive: true });
      return copy;
    },
    run: (command, args, cwd, variables = {}) => execute(command, args, cwd, { ...environment(root), ...variables }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
};
