/**
 * What a poll over 100,000 records costs: size of the stored state, time, and heap above the start, with garbage that was
 * not collected yet. Run with `npx tsx --expose-gc bench/polling.ts`; a number after it is the count of records.
 */
import { randomUUID } from "node:crypto";
import { examplePoll, fingerprintWithout, poll, watchCursor, watchSnapshot } from "../src/polling";
import type { Delivery, Watch } from "../src/polling/poll";

const count = Number(process.argv[2] ?? 100_000);
const pageSize = 1000;
const mebibyte = 1024 * 1024;

interface Device {
  id: string;
  name: string;
  description: string;
  last_seen: string;
}

interface Report {
  id: string;
  end_date: string;
}

const ids = Array.from({ length: count }, () => randomUUID());

const device = (index: number, round: number): Device => ({
  id: ids[index] as string,
  name: `FRONT-DESK-${index % 1000 === 999 ? `${index}-${round}` : index}`,
  description: "Reception, second floor",
  last_seen: new Date(Date.UTC(2026, 2, 31) + round * 300_000 + index).toISOString(),
});

/** Ten records a second, the latest first. */
const report = (index: number): Report => ({
  id: ids[index] as string,
  end_date: new Date(Date.UTC(2026, 2, 31) - index * 100).toISOString(),
});

let most = 0;

const noteHeap = () => {
  most = Math.max(most, process.memoryUsage().heapUsed / mebibyte);
};

/** Pages that come into being as they are read, as they do over HTTP. */
function* pages<Item>(make: (index: number) => Item): Generator<{ items: Item[] }> {
  for (let start = 0; start < count; start += pageSize) {
    noteHeap();
    yield { items: Array.from({ length: Math.min(pageSize, count - start) }, (_, index) => make(start + index)) };
  }
}

let text = "{}";

const polling = {
  getState: () => JSON.parse(text),
  setState: (state: object) => {
    text = JSON.stringify(state);
  },
};

const quiet = () => {};
const logger = {
  metric: quiet,
  trace: quiet,
  debug: quiet,
  info: quiet,
  log: quiet,
  warn: console.warn,
  error: quiet,
};

/** Heap in use now, in MiB, after a collection where the process allows one. */
const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / mebibyte;
};

const rows: object[] = [];

const measure = async <State, Data extends Delivery>(name: string, watch: Watch<State, Data>) => {
  const before = heap();
  most = before;
  const started = performance.now();
  const { payload } = await poll({ polling, logger }, examplePoll({}).payload, watch);
  const milliseconds = performance.now() - started;
  noteHeap();
  rows.push({
    poll: name,
    "state KiB": Number((Buffer.byteLength(text) / 1024).toFixed(1)),
    delivered: Object.values(payload.body.data).reduce((sum, list) => sum + list.length, 0),
    "time ms": Math.round(milliseconds),
    "heap at most, MiB": Math.round(most - before),
  });
};

const devices = (round: number) =>
  watchSnapshot({
    scope: "devices",
    pages: () => pages((index) => device(index, round)),
    id: ({ id }) => id,
    value: fingerprintWithout("last_seen"),
    deliver: ({ created, updated }) => ({ created, updated }),
  });

const states = (round: number) =>
  watchSnapshot({
    scope: "states",
    pages: () => pages((index) => device(index, round)),
    id: ({ id }) => id,
    value: ({ id }) => (id.charCodeAt(0) + (id.charCodeAt(1) === 48 ? round : 0)) % 4,
    deliver: ({ updated }) => ({ updated }),
  });

const reports = (since?: string) =>
  watchCursor({
    scope: "reports",
    pages: () => pages(report),
    newestFirst: true,
    id: ({ id }) => id,
    time: ({ end_date }) => end_date,
    overlapMinutes: 60,
    newest: 500,
    since,
    deliver: (records) => ({ records }),
  });

const main = async () => {
  await measure("snapshot of fingerprints, baseline", devices(0));
  await measure("snapshot of fingerprints, 1 in 1000 changed", devices(1));
  text = "{}";
  await measure("snapshot of states, baseline", states(0));
  await measure("snapshot of states, 1 in 16 changed", states(1));
  text = "{}";
  await measure("cursor, all newer than since", reports("2020-01-01T00:00:00Z"));
  await measure("cursor, nothing new, 36,000 within the overlap", reports());
  console.log(`${count} records, pages of ${pageSize}; 1 MiB is 1024 KiB`);
  console.table(rows);
};

void main();
