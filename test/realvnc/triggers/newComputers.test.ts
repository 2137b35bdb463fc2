import type { Entry } from "../../../sandbox/realvnc";
import { flowWith, keepsThePromises } from "../../support/triggers";
import { useTriggers } from "./support";

const { rv, test: of } = useTriggers();

const page = "GET /1.0/entries";

const add = (name: string): Entry => {
  const { store } = rv.sandbox;
  const entry: Entry = { entryId: store.newGuid(), name, everyone: false, version: 1 };
  store.entries.set(entry.entryId, entry);
  return entry;
};

let made = 0;

describe("as every trigger", () => {
  keepsThePromises(of, {
    key: "newComputers",
    calls: [page, page, page],
    makeNews: () => {
      made += 1;
      // Not at the head of the list: its pages begin at names.
      add(`ZEBRA-${made}`);
    },
  });
});

const watch = () => flowWith<{ created: Entry[] }>(of, "newComputers");

test("a new computer is delivered as the vendor has it", async () => {
  const { poll } = watch();
  await poll();
  const { entryId, name } = add("AARDVARK");
  expect((await poll()).data.created).toEqual([{ entryId, name }]);
});

test("a computer that was renamed is not new", async () => {
  const { poll } = watch();
  await poll();
  rv.entry("TILL-7").name = "ZZZ";
  rv.entry("SPARE-1").name = "AAA";
  expect((await poll()).polledNoChanges).toBe(true);
});

test("one that has gone and comes back into the list is new", async () => {
  const { poll } = watch();
  await poll();
  const entry = rv.entry("TILL-7");
  rv.sandbox.store.entries.delete(entry.entryId);
  expect((await poll()).polledNoChanges).toBe(true);
  rv.sandbox.store.entries.set(entry.entryId, entry);
  expect((await poll()).data.created).toMatchObject([{ entryId: entry.entryId }]);
});

test("an initial sync delivers all that is there, once", async () => {
  const flow = watch();
  const { items } = await flow.deploy();
  expect(items).toHaveLength(rv.sandbox.store.entries.size);
  expect(items[0]).toMatchObject({ change: "created" });
  expect((await flow.poll()).polledNoChanges).toBe(true);
});

test("the state holds no name and no key", async () => {
  const { poll, state } = watch();
  await poll();
  const text = JSON.stringify(state());
  for (const secret of ["TILL-7", rv.sandbox.credentials.full.accessKey, ...rv.sandbox.sessions.tokens()]) {
    expect(text).not.toContain(secret);
  }
});
