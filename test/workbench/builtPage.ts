import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const repository = resolve(__dirname, "../..");
const source = join(repository, "workbench", "page");
const built = join(repository, "workbench", "dist", "index.html");

const changedAt = (file: string) => statSync(join(source, file)).mtimeMs;

const isStale = (): boolean =>
  !existsSync(built) ||
  readdirSync(source, { recursive: true, encoding: "utf8" }).some((file) => changedAt(file) > statSync(built).mtimeMs);

/** Builds the page of the workbench where it has changed since it was built. */
export const buildPage = (): void => {
  if (!isStale()) return;
  const vite = join(repository, "node_modules", "vite", "bin", "vite.js");
  execFileSync(process.execPath, [vite, "build", source, "--logLevel", "warn"], {
    stdio: "inherit",
    // Not that of the tests, for which React builds its slow half.
    env: { ...process.env, NODE_ENV: "production" },
  });
};
