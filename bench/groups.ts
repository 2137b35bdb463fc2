/** The figures, measured by groups that can be run alone. */
import { statSync } from "node:fs";
import type { Children } from "./children";
import type { Measured } from "./figures";
import { alternate, median, ratio } from "./rounds";
import type { ListServer } from "./server";
import type { PollCost, TaskOptions } from "./tasks";

export interface Bench {
  /** The built component. */
  bundle: string;
  /** Loaded unbundled, spectral is the yardstick of what the CPU of other things depends on the machine for. */
  spectral: string;
  children: Children;
  server: ListServer;
  /** How often each ratio is measured; undefined as often as it needs to be steady. */
  rounds: number | undefined;
}

const records = 100_000;

const size = async ({ bundle }: Bench): Promise<Measured> => ({ bytes: statSync(bundle).size });

const load = async ({ bundle, spectral, children, rounds = 21 }: Bench): Promise<Measured> => {
  const cpu = await alternate(rounds, {
    spectral: () => children.load(spectral),
    bundle: () => children.load(bundle),
    action: () => children.load(bundle, "listDevices"),
  });
  return { load: ratio(cpu.bundle, cpu.spectral), firstAction: ratio(cpu.action, cpu.spectral) };
};

/** The CPU of a task of the component over that of the same work in a bare loop. */
const overBare = async (
  { bundle, children, server, rounds = 9 }: Bench,
  [bare, task]: ["bareTiny", "tiny"] | ["bareEight", "eight"] | ["bareList", "list"],
  pageSize = 1000,
) => {
  const options = { bundle, baseUrl: server.baseUrl({ records, pageSize, round: 0 }) };
  const memory: number[] = [];
  const cpu = await alternate(rounds, {
    bare: async () => (await children.run(bare, options)).cpu,
    component: async () => {
      const cost = await children.run(task, options);
      memory.push(cost.memory);
      return cost.cpu;
    },
  });
  return { ratio: ratio(cpu.component, cpu.bare), memory: median(memory) };
};

const requests = async (bench: Bench): Promise<Measured> => ({
  tiny: (await overBare(bench, ["bareTiny", "tiny"])).ratio,
  eight: (await overBare(bench, ["bareEight", "eight"])).ratio,
});

const pages = async (bench: Bench): Promise<Measured> => {
  const large = await overBare(bench, ["bareList", "list"], 1000);
  const small = await overBare(bench, ["bareList", "list"], 100);
  return { pagesOf1000: large.ratio, fetchAllMemory: large.memory, pagesOf100: small.ratio };
};

type Watch = Pick<TaskOptions, "trigger" | "inputs">;

const changesOf = (pollResourceType: string, showUpdatedRecords: boolean): Watch => ({
  trigger: "pollChangesTrigger",
  inputs: { pollResourceType, showNewRecords: true, showUpdatedRecords },
});

let files = 0;

/** A watch of so many records with its baseline taken, what that cost, and how to poll again after a round of changes. */
const watching = async ({ bundle, children, server }: Bench, watch: Watch, count: number) => {
  files += 1;
  const stateFile = children.file(`state-${files}.json`);
  const at = (round: number) => server.baseUrl({ records: count, pageSize: 1000, round });
  const first = await children.run("poll", { bundle, baseUrl: at(0), ...watch, stateAfter: stateFile });
  const again = async (): Promise<PollCost> => {
    const cost = await children.run("poll", { bundle, baseUrl: at(1), ...watch, stateBefore: stateFile });
    if (cost.delivered === 0) throw new Error(`${watch.trigger} delivered nothing of what had changed.`);
    return cost;
  };
  return { first, again };
};

const polls = async (bench: Bench): Promise<Measured> => {
  const { spectral, children, rounds = 7 } = bench;
  const forNew = await watching(bench, changesOf("groups", false), records);
  const forUpdated = await watching(bench, changesOf("groups", true), records);
  const cpu = await alternate(rounds, {
    spectral: () => children.load(spectral),
    forNew: async () => (await forNew.again()).cpu,
    forUpdated: async () => (await forUpdated.again()).cpu,
  });
  return { pollNew: ratio(cpu.forNew, cpu.spectral), pollUpdated: ratio(cpu.forUpdated, cpu.spectral) };
};

const million = async (bench: Bench): Promise<Measured> => {
  const watch = changesOf("managedDevices", true);
  const few = await watching(bench, watch, records);
  const many = await watching(bench, watch, 10 * records);
  const again = await many.again();
  const fewAgain = [await few.again(), await few.again(), await few.again()];
  return {
    millionMemory: Math.max(many.first.memory, again.memory),
    millionCpu: again.cpu / median(fewAgain.map(({ cpu }) => cpu)),
  };
};

const states = async (bench: Bench): Promise<Measured> => {
  const stateOf = async (watch: Watch) => (await watching(bench, watch, records)).first.state;
  return {
    snapshotState: await stateOf(changesOf("managedDevices", true)),
    onlineState: await stateOf({ trigger: "deviceOnlineStateChanges", inputs: {} }),
    reportState: await stateOf({ trigger: "newConnectionReports", inputs: { overlapMinutes: "60" } }),
  };
};

export const groups = { size, load, requests, pages, polls, million, states };

export type Group = keyof typeof groups;
