import { asked, useRealVnc } from "../../support/realvnc";
import { atFirstReread, changesAsked, dryAndReal, reportOf } from "./support";

const rv = useRealVnc();

const remove = (inputs: object, connection = rv.connection) => reportOf(rv, "removeComputers", inputs, connection);

const isThere = (entryId: string) => rv.sandbox.store.entries.has(entryId);

const idOf = (name: string) => rv.entry(name).entryId;

test("computers are removed by name, whole names without regard to case", async () => {
  const [till, kiosk] = [idOf("TILL-7"), idOf("KIOSK-1")];
  const others = rv.sandbox.store.entries.size - 2;
  const { real } = await dryAndReal(rv, "removeComputers", { names: " till-7 \r\nKIOSK-1\n" });
  expect(real.items).toEqual([
    { action: "remove", entryId: till, name: "till-7", outcome: "done" },
    { action: "remove", entryId: kiosk, name: "KIOSK-1", outcome: "done" },
  ]);
  expect([isThere(till), isThere(kiosk), rv.sandbox.store.entries.size]).toEqual([false, false, others]);
});

test("with IDs alone nothing is read, and DELETE_ENTRY is enough", async () => {
  const [till, kiosk] = [idOf("TILL-7"), idOf("KIOSK-1")];
  const connection = rv.withOnly("DELETE_ENTRY");
  expect(await remove({ entryIds: [till, kiosk] }, connection)).toMatchObject({ dryRun: true, planned: 2 });
  expect(asked(rv.sandbox)).toEqual([]);
  const report = await remove({ entryIds: `${till}\n${kiosk}`, dryRun: false }, connection);
  expect(report.items).toEqual([
    { action: "remove", entryId: till, name: "", outcome: "done" },
    { action: "remove", entryId: kiosk, name: "", outcome: "done" },
  ]);
  expect(asked(rv.sandbox)).toEqual([`DELETE /1.0/entries/${till}`, `DELETE /1.0/entries/${kiosk}`]);
});

test("names and IDs go together, and a computer that stands in the list twice is removed once", async () => {
  const till = idOf("TILL-7");
  const { real } = await dryAndReal(rv, "removeComputers", {
    names: ["TILL-7", "SPARE-1", "spare-1"],
    entryIds: [till, idOf("KIOSK-1")],
  });
  expect(real).toMatchObject({ done: 3, skipped: 2 });
  expect(real.items.filter(({ outcome }) => outcome === "skipped")).toEqual([
    expect.objectContaining({ name: "spare-1", reason: "It stands in the list already." }),
    expect.objectContaining({ entryId: till, name: "", reason: "It stands in the list already." }),
  ]);
});

test("a name that no computer has, and a name that begins like one, remove nothing", async () => {
  const { real } = await dryAndReal(rv, "removeComputers", { names: "nobody\nTILL\nSPARE-1" });
  expect(real.items.map(({ name, outcome, reason }) => [name, outcome, reason])).toEqual([
    ["SPARE-1", "done", undefined],
    ["nobody", "failed", "No computer has the name nobody."],
    ["TILL", "failed", "No computer has the name TILL."],
  ]);
});

test("an unknown ID fails, and does not stop the rest", async () => {
  const report = await remove({ entryIds: ["unknown", idOf("TILL-7")], dryRun: false });
  expect(report.items).toMatchObject([
    { entryId: "unknown", outcome: "failed", reason: expect.stringContaining("HTTP 404") },
    { outcome: "done" },
  ]);
});

test("one that is renamed between plan and removal stays, and one that has gone is told", async () => {
  const [till, spare] = [rv.entry("TILL-7"), rv.entry("SPARE-1")];
  atFirstReread(rv, () => {
    till.name = "TILL-9";
    rv.sandbox.store.entries.delete(spare.entryId);
  });
  const { items } = await remove({ names: "TILL-7\nSPARE-1", dryRun: false });
  expect(items).toMatchObject([
    { outcome: "skipped", reason: "It was renamed in the meantime." },
    { outcome: "skipped", reason: "It is not there any more." },
  ]);
  expect(isThere(till.entryId)).toBe(true);
});

test.each([
  [{}, "Names: at least one name, or an ID in Computer IDs, is needed."],
  [{ names: " \n", entryIds: [] }, "Names: at least one name, or an ID in Computer IDs, is needed."],
  [{ entryIds: ".." }, 'Computer IDs: ".." is not an ID.'],
])("%j is refused before anything is sent", async (inputs, reason) => {
  await expect((async () => remove({ ...inputs, dryRun: false }))()).rejects.toThrow(reason);
  expect(rv.sandbox.requests).toEqual([]);
});

test("whatever is not an explicit false is a dry run", async () => {
  for (const dryRun of [undefined, "", "no", "true", true, 0]) {
    expect(await remove({ names: "TILL-7", dryRun })).toMatchObject({ dryRun: true, planned: 1 });
  }
  expect(changesAsked(rv)).toEqual([]);
});
