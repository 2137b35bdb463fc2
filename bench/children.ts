/** Runs what is measured in processes of their own, in plain node as on the platform. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { transformFileSync } from "@swc/core";
import type { Cost, PollCost, Task, TaskOptions } from "./tasks";

const run = promisify(execFile);

export interface Children {
  /** The CPU of loading a module, in milliseconds, and of getting an action of the component in it. */
  load(module: string, action?: string): Promise<number>;
  run<T extends Task>(task: T, options: Partial<TaskOptions>): Promise<T extends "poll" ? PollCost : Cost>;
  /** A file of that name that nobody else uses. */
  file(name: string): string;
  remove(): void;
}

/** A folder with the tasks as JavaScript, so that no process has to translate them. */
export const prepareChildren = (): Children => {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
  const translated = (name: string): string => {
    const { code } = transformFileSync(path.join(__dirname, `${name}.ts`), {
      jsc: { parser: { syntax: "typescript" }, target: "es2022" },
      module: { type: "commonjs" },
    });
    const file = path.join(folder, `${name}.cjs`);
    writeFileSync(file, code);
    return file;
  };
  const [load, tasks] = [translated("load"), translated("tasks")];
  const node = async (...args: string[]) => JSON.parse((await run(process.execPath, args)).stdout);
  return {
    load: async (module, action = "") => (await node(load, module, action)).cpu,
    run: (task, options) => node("--expose-gc", tasks, task, JSON.stringify(options)),
    file: (name) => path.join(folder, name),
    remove: () => rmSync(folder, { recursive: true }),
  };
};
