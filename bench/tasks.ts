/**
 * What is measured, in a process of its own: `node tasks.cjs <task> <options as JSON>` prints what it cost as JSON. The
 * tasks with a bare loop do the same work with node's own `http`, and are what the others are compared with.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import type { Component } from "../engine/component";

export interface Cost {
  /** Milliseconds of CPU. */
  cpu: number;
  /** The most memory that the process had at any time, in MiB. */
  memory: number;
}

/** What a poll cost, the size of its state in bytes, and how many records it delivered. */
export interface PollCost extends Cost {
  state: number;
  delivered: number;
}

export interface TaskOptions {
  bundle: string;
  baseUrl: string;
  trigger: string;
  inputs: object;
  /** The file with the state before the poll; there is none where the file is not there. */
  stateBefore: string;
  /** Where the state after the poll goes. */
  stateAfter: string;
}

const token = "14873295-hK3v9QmZx0LpW7rTyB2n";
const agent = new Agent({ keepAlive: true });

const bareGet = <Body>(url: string): Promise<Body> =>
  new Promise((resolve, reject) => {
    const headers = { Accept: "application/json", Authorization: `Bearer ${token}` };
    get(url, { agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => resolve(JSON.parse(Buffer.concat(parts).toString("utf8"))));
    }).on("error", reject);
  });

const quiet = () => {};
const { error, warn } = console;
const logger = { metric: quiet, trace: quiet, debug: quiet, info: quiet, log: quiet, warn, error };

// biome-ignore lint/suspicious/noExplicitAny: the platform's context and payload, as far as the component looks at them.
const contextWith = (instanceState: object): any => ({
  logger,
  instanceState,
  crossFlowState: {},
  executionState: {},
  integrationState: {},
  globalDebug: false,
});

/** A part of the component with the values of its inputs: what is given, the connection, and otherwise the defaults. */
const partOf = (kind: "actions" | "triggers", key: string, { bundle, baseUrl }: TaskOptions, given: object) => {
  const component: Component = require(bundle).default;
  const part = component[kind][key];
  if (!part) throw new Error(`The component has no ${key} among its ${kind}.`);
  const connection = { key: "teamviewer-script-token", configVarKey: "TeamViewer", fields: { token, baseUrl } };
  const defaults = Object.fromEntries(part.inputs.map((input) => [input.key, input.default]));
  return { part, values: { ...defaults, ...given, connection } };
};

const runAction = async (key: string, options: TaskOptions, given: object = {}): Promise<unknown> => {
  const { part, values } = partOf("actions", key, options, given);
  const perform = part.perform as (context: object, values: object) => Promise<{ data?: unknown }>;
  return (await perform(contextWith({}), values)).data;
};

const bareList = async ({ baseUrl }: TaskOptions) => {
  const all: unknown[] = [];
  let next: string | null = null;
  do {
    const url: string = `${baseUrl}/managed/devices${next ? `?paginationToken=${next}` : ""}`;
    const page: { resources: unknown[]; nextPaginationToken: string | null } = await bareGet(url);
    for (const record of page.resources) all.push(record);
    next = page.nextPaginationToken;
  } while (next);
  return all.length;
};

const list = async (options: TaskOptions) => {
  const data = (await runAction("listManagedDevices", options, { fetchAll: "true" })) as { resources: unknown[] };
  return data.resources.length;
};

const times = async (count: number, request: () => Promise<unknown>) => {
  for (let done = 0; done < count; done += 1) await request();
};

const atOnce = (count: number, work: () => Promise<unknown>) => Promise.all(Array.from({ length: count }, work));

const barePing = ({ baseUrl }: TaskOptions) => bareGet(`${baseUrl}/ping`);
const ping = (options: TaskOptions) => runAction("getPing", options);

/** What the work costs, without what comes before it: where it is a request, that compiles much of what follows. */
const costOf = async (before: () => Promise<unknown>, work: () => Promise<unknown>): Promise<Cost> => {
  await before();
  globalThis.gc?.();
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return { cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS / 1024 };
};

const deliveredIn = (data: unknown): number =>
  Object.values(data ?? {}).reduce((sum, records) => sum + (Array.isArray(records) ? records.length : 0), 0);

/** One poll with a stored state, which it leaves as it is. The process has made no request before, as on the platform. */
const poll = async (options: TaskOptions): Promise<PollCost> => {
  const { trigger, inputs, stateBefore, stateAfter } = options;
  const { part, values } = partOf("triggers", trigger, options, inputs);
  const perform = part.perform as (
    context: object,
    payload: object,
    values: object,
  ) => Promise<{ payload: { body: { data: unknown } } }>;
  const context = contextWith(existsSync(stateBefore) ? JSON.parse(readFileSync(stateBefore, "utf8")) : {});
  const payload = { body: {}, headers: {}, startedAt: new Date().toISOString() };
  let delivered = 0;
  const cost = await costOf(
    async () => {},
    async () => {
      delivered = deliveredIn((await perform(context, payload, values)).payload.body.data);
    },
  );
  const state = JSON.stringify(context.instanceState);
  if (stateAfter) writeFileSync(stateAfter, state);
  return { ...cost, state: Buffer.byteLength(state), delivered };
};

const tasks = {
  bareList: (options: TaskOptions) =>
    costOf(
      () => barePing(options),
      () => bareList(options),
    ),
  list: (options: TaskOptions) =>
    costOf(
      () => ping(options),
      () => list(options),
    ),
  bareTiny: (options: TaskOptions) =>
    costOf(
      () => barePing(options),
      () => times(1000, () => barePing(options)),
    ),
  tiny: (options: TaskOptions) =>
    costOf(
      () => ping(options),
      () => times(1000, () => ping(options)),
    ),
  bareEight: (options: TaskOptions) =>
    costOf(
      () => barePing(options),
      () => atOnce(8, () => times(125, () => barePing(options))),
    ),
  eight: (options: TaskOptions) =>
    costOf(
      () => ping(options),
      () => atOnce(8, () => times(125, () => ping(options))),
    ),
  poll,
};

export type Task = keyof typeof tasks;

const [task = "", options = "{}"] = process.argv.slice(2);

tasks[task as Task](JSON.parse(options)).then((cost) => {
  // Idle keep-alive connections would hold the process for seconds.
  process.stdout.write(JSON.stringify(cost), () => process.exit(0));
});
