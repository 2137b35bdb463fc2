import vm from "node:vm";
import { suggestion } from "../../../engine/suggest";

type CodeFunction = (context: unknown, stepResults: unknown) => Promise<{ data?: unknown } | undefined>;

const milliseconds = 1000;

const silent = () => {};
const silentLogger = {
  trace: silent,
  debug: silent,
  info: silent,
  log: silent,
  warn: silent,
  error: silent,
  metric: silent,
};

/** Reading a name that nobody has is a mistake of the code, not `undefined`. */
const strict = (record: Record<string, unknown>, what: string) =>
  new Proxy(record, {
    get: (target, key) => {
      if (typeof key === "string" && !Object.hasOwn(target, key))
        throw new Error(`There is no ${what} "${key}".${suggestion(key, Object.keys(target))}`);
      return target[key as string];
    },
  });

const loaded = (code: string): CodeFunction => {
  const module = { exports: undefined as unknown };
  vm.runInNewContext(code, { module, URL, URLSearchParams, Buffer }, { timeout: milliseconds });
  if (typeof module.exports !== "function") throw new Error("The code does not set module.exports to a function.");
  return module.exports as CodeFunction;
};

export interface CodeSurroundings {
  configVars: Record<string, unknown>;
  /** By what references call the steps. */
  stepResults: Record<string, unknown>;
  /** Silent unless given. */
  logger?: object;
}

/** What the code of a step gives for the results of the steps before it. Throws what the code throws. */
export const runCodeStep = async (
  code: string,
  { configVars, stepResults, logger = silentLogger }: CodeSurroundings,
): Promise<unknown> => {
  const context = { logger, configVars: strict(configVars, "config variable"), executionId: "RXhlY3V0aW9uOjI1" };
  // The code may change what it is given; the examples are for the next step, too.
  const results = strict(structuredClone(stepResults), "earlier step");
  const result = await loaded(code)(context, results);
  if (result?.data === undefined) throw new Error("The code gives no data.");
  return JSON.parse(JSON.stringify(result.data));
};
