import fc from "fast-check";
import type { Entry } from "../../../sandbox/realvnc";
import { useRealVnc } from "../../support/realvnc";
import { atFirstReread, changesAsked, dryAndReal, type Report, reportOf } from "./support";

const rv = useRealVnc();

const clean = (inputs: object = {}) => reportOf(rv, "cleanDuplicateComputers", inputs);

const all = () => [...rv.sandbox.store.entries.values()];
const names = () => all().map(({ name }) => name);

const hour = 3_600_000;

/** Another computer of the team, seen so many hours ago. */
const add = (name: string, hoursAgo?: number, more: Partial<Entry> = {}): Entry => {
  const { store } = rv.sandbox;
  const entryId = store.newGuid();
  const serverLastSeenTime = hoursAgo === undefined ? undefined : new Date(Date.now() - hoursAgo * hour).toISOString();
  const entry = { entryId, serverId: `s-${entryId}`, name, everyone: false, version: 1, ...more };
  store.entries.set(entryId, { ...entry, ...(serverLastSeenTime && { serverLastSeenTime }) });
  return store.entries.get(entryId) as Entry;
};

const outcomes = ({ items }: Report) => items.map(({ action, name, outcome }) => `${action} ${name} ${outcome}`);

test("the old entries go, and then the working one gets the plain name", async () => {
  const [old, working, neverSeen] = [rv.entry("TILL-7"), rv.entry("TILL-7 (2)"), rv.entry("TILL-7 #3")];
  const others = names().filter((name) => !/^TILL-7( \(2\)| #3)?$/.test(name));
  const { real } = await dryAndReal(rv, "cleanDuplicateComputers", {});
  expect(outcomes(real).sort()).toEqual(["remove TILL-7 #3 done", "remove TILL-7 done", "rename TILL-7 (2) done"]);
  expect(real.items.at(-1)).toMatchObject({ entryId: working.entryId, newName: "TILL-7" });
  for (const item of real.items) expect(item.workingEntryId).toBe(working.entryId);
  expect(working.name).toBe("TILL-7");
  expect(names().sort()).toEqual([...others, "TILL-7"].sort());
  for (const { entryId } of [old, neverSeen]) expect(rv.sandbox.store.entries.has(entryId)).toBe(false);
  expect((await clean()).items).toEqual([]);
});

test("look-alikes that are two machines, and names that only begin alike, stay", async () => {
  await clean({ dryRun: false });
  expect(names()).toEqual(expect.arrayContaining(["KIOSK-1", "KIOSK-1 (2)", "TILL-70", "TILL-7 Backup"]));
});

test("a prefix chooses computers, and never widens what a duplicate is", async () => {
  add("GATE", 50);
  add("GATE (2)", 1);
  expect(outcomes(await clean({ namePrefix: "gat" })).sort()).toEqual([
    "remove GATE planned",
    "rename GATE (2) planned",
  ]);
  expect((await clean({ namePrefix: "TILL-70" })).items).toEqual([]);
  expect((await clean({ namePrefix: "TILL" })).planned).toBe(3);
  expect((await clean()).planned).toBe(5);
});

test("where no working entry can be told nothing is done, the report says why, and the next computer is cleaned", async () => {
  add("GATE");
  add("GATE (2)");
  const { real } = await dryAndReal(rv, "cleanDuplicateComputers", {});
  const gates = real.items.filter(({ name }) => name?.startsWith("GATE"));
  expect(gates).toHaveLength(2);
  for (const gate of gates)
    expect(gate).toMatchObject({
      outcome: "skipped",
      reason: expect.stringMatching(/^None of them was ever seen/),
      workingEntryId: "",
    });
  expect(names()).toEqual(expect.arrayContaining(["GATE", "GATE (2)"]));
  expect(real.done).toBe(3);
});

test("a name that another machine has is not given, and the report says whose it is", async () => {
  const data = (machineName: string) => ({ data: { machineName } });
  const holder = add("GATE", 1, data("north"));
  add("GATE (2)", 50, data("south"));
  add("GATE (3)", 2, data("south"));
  const { real } = await dryAndReal(rv, "cleanDuplicateComputers", { namePrefix: "GATE" });
  expect(outcomes(real)).toEqual(["remove GATE (2) done", "rename GATE (3) skipped"]);
  expect(real.items.at(-1)?.reason).toBe(`The name GATE belongs to another computer, ${holder.entryId}.`);
});

test("where a removal fails nothing more is done to that computer, and the next one is cleaned all the same", async () => {
  const working = rv.entry("TILL-7 (2)");
  add("WAGON", 50);
  add("WAGON (2)", 1);
  rv.sandbox.fault({ kind: "serverError", status: 400, match: { method: "DELETE" } });
  const { items } = await clean({ dryRun: false });
  const [first, ...rest] = items.filter((item) => item.workingEntryId === working.entryId);
  expect(first).toMatchObject({ action: "remove", outcome: "failed", reason: expect.stringContaining("HTTP 400") });
  expect(rest).toHaveLength(2);
  for (const item of rest) {
    expect(item).toMatchObject({
      outcome: "skipped",
      reason: "A removal before it was not done, so that nothing more is done to this computer.",
    });
  }
  expect(names()).toEqual(expect.arrayContaining(["TILL-7", "TILL-7 (2)", "TILL-7 #3", "WAGON"]));
  expect(names()).not.toContain("WAGON (2)");
});

test.each([
  [
    "is seen",
    (old: Entry) => Object.assign(old, { serverLastSeenTime: new Date().toISOString() }),
    "It was seen in the meantime.",
  ],
  [
    "turns out to be another machine",
    (old: Entry) => Object.assign(old, { data: { machineName: "another" } }),
    "It is no duplicate of the working entry any more.",
  ],
  [
    "gets another name",
    (old: Entry) => Object.assign(old, { name: "SPARE-9" }),
    "It is no duplicate of the working entry any more.",
  ],
])(
  "an old entry that %s between plan and removal stays, and the working one keeps its name",
  async (_, change, reason) => {
    const old = add("GATE", 50);
    const working = add("GATE (2)", 1, { data: { machineName: "gate" } });
    atFirstReread(rv, () => change(old));
    const { items } = await clean({ namePrefix: "GATE", dryRun: false });
    expect(items).toMatchObject([
      { outcome: "skipped", reason },
      { action: "rename", outcome: "skipped" },
    ]);
    expect(rv.sandbox.store.entries.has(old.entryId)).toBe(true);
    expect(working.name).toBe("GATE (2)");
  },
);

test("when the working entry has gone in the meantime its old ones stay", async () => {
  const old = add("GATE", 50);
  const working = add("GATE (2)", 1);
  atFirstReread(rv, () => rv.sandbox.store.entries.delete(working.entryId));
  const { items } = await clean({ namePrefix: "GATE", dryRun: false });
  expect(items).toMatchObject([
    { outcome: "skipped", reason: "The working entry is not there any more." },
    { action: "rename", outcome: "skipped" },
  ]);
  expect(rv.sandbox.store.entries.has(old.entryId)).toBe(true);
});

test("an old entry that has gone by itself does not hold the name back", async () => {
  const old = add("GATE", 50);
  const working = add("GATE (2)", 1);
  atFirstReread(rv, () => rv.sandbox.store.entries.delete(old.entryId));
  const { items } = await clean({ namePrefix: "GATE", dryRun: false });
  expect(items).toMatchObject([
    { outcome: "skipped", reason: "It is not there any more." },
    { action: "rename", outcome: "done" },
  ]);
  expect(working.name).toBe("GATE");
});

test("a working entry that somebody renames just before is not overwritten", async () => {
  add("GATE", 50);
  const working = add("GATE (2)", 1);
  rv.sandbox.fault({ kind: "latency", milliseconds: 50, match: { method: "PATCH" } });
  const timer = setInterval(() => {
    if (changesAsked(rv).some((request) => request.startsWith("PATCH"))) {
      clearInterval(timer);
      Object.assign(working, { name: "NORTH GATE", version: working.version + 1 });
    }
  }, 1).unref();
  const { items } = await clean({ namePrefix: "GATE", dryRun: false });
  expect(items.at(-1)).toMatchObject({ outcome: "failed", reason: expect.stringContaining("HTTP 412") });
  expect(working.name).toBe("NORTH GATE");
});

test("more changes than allowed are refused before the first one", async () => {
  await expect(clean({ dryRun: false, maximumChanges: 2 })).rejects.toThrow("Maximum Changes: the plan has 3 changes");
  expect(changesAsked(rv)).toEqual([]);
});

describe("whatever the team", () => {
  const member = fc.record({
    copy: fc.constantFrom("", " (2)", " (3)", " #2", " Backup"),
    plain: fc.constantFrom("A", "B"),
    hoursAgo: fc.option(fc.constantFrom(1, 2, 30, 50, 900), { nil: undefined }),
    machineName: fc.option(fc.constantFrom("m", "n"), { nil: undefined }),
  });
  const team = fc.uniqueArray(member, { maxLength: 8, selector: ({ plain, copy }) => `${plain}${copy}` });
  const failing = fc.array(fc.record({ method: fc.constantFrom("GET", "DELETE", "PATCH"), pass: fc.nat(6) }), {
    maxLength: 2,
  });

  test("and whatever fails, each computer keeps the entry that was seen last, and the report says what was done", async () => {
    await fc.assert(
      fc.asyncProperty(team, failing, async (members, faults) => {
        rv.sandbox.reset();
        rv.sandbox.store.entries.clear();
        for (const { plain, copy, hoursAgo, machineName } of members) {
          add(`${plain}${copy}`, hoursAgo, machineName ? { data: { machineName } } : {});
        }
        const before = all().map((entry) => ({ ...entry }));
        const dry = await clean();
        expect(all()).toEqual(before);
        for (const { method, pass } of faults) {
          const operationId = method === "GET" ? "readEntry" : undefined;
          rv.sandbox.fault({ kind: "serverError", status: 400, pass, match: { method, operationId } });
        }
        const real = await clean({ dryRun: false });
        const change = ({ action, entryId, newName }: Record<string, string>) => `${action} ${entryId} ${newName}`;
        expect(real.items.map(change)).toEqual(dry.items.map(change));
        const done = real.items.filter(({ outcome }) => outcome === "done");
        const removed = new Set(done.filter(({ action }) => action === "remove").map(({ entryId }) => entryId));
        expect(
          before
            .filter(({ entryId }) => !rv.sandbox.store.entries.has(entryId))
            .map(({ entryId }) => entryId)
            .sort(),
        ).toEqual([...removed].sort());
        const seen = ({ serverLastSeenTime }: Entry) => Date.parse(serverLastSeenTime ?? "1970-01-01");
        for (const gone of before.filter(({ entryId }) => removed.has(entryId))) {
          const plain = gone.name.charAt(0);
          const machine = gone.data?.machineName;
          const stands = all().some(
            (entry) =>
              new RegExp(`^${plain}( \\(\\d\\)| #\\d)?$`).test(entry.name) &&
              (machine === undefined || [undefined, machine].includes(entry.data?.machineName)) &&
              seen(entry) > seen(gone),
          );
          expect(stands).toBe(true);
        }
        expect(new Set(names()).size).toBe(names().length);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
