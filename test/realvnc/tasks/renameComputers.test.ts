import { useRealVnc } from "../../support/realvnc";
import { changesAsked, dryAndReal, reportOf } from "./support";

const rv = useRealVnc();

const names = () => [...rv.sandbox.store.entries.values()].map(({ name }) => name);

const rename = (renames: unknown, inputs: object = {}) => reportOf(rv, "renameComputers", { renames, ...inputs });

test("computers are renamed in the order of the list, so that a name that was set free can be given", async () => {
  const [b, a] = [rv.entry("TILL-70"), rv.entry("TILL-7 Backup")];
  await dryAndReal(rv, "renameComputers", { renames: "TILL-70,TILL-71\ntill-7 backup,TILL-70\n" });
  expect([b.name, a.name]).toEqual(["TILL-71", "TILL-70"]);
});

test("two computers swap their names over a third one", async () => {
  const [one, two] = [rv.entry("LAB-OLD-1"), rv.entry("LAB-OLD-2")];
  await dryAndReal(rv, "renameComputers", { renames: "LAB-OLD-1,x1\nLAB-OLD-2,LAB-OLD-1\nx1,LAB-OLD-2" });
  expect([one.name, two.name]).toEqual(["LAB-OLD-2", "LAB-OLD-1"]);
});

test("the other way round the name is still taken, and the line fails without a request", async () => {
  const { real } = await dryAndReal(rv, "renameComputers", { renames: "TILL-7 Backup,TILL-70\nTILL-70,TILL-71" });
  expect(real.items).toMatchObject([
    { name: "TILL-70", newName: "TILL-71", outcome: "done" },
    {
      name: "TILL-7 Backup",
      newName: "TILL-70",
      outcome: "failed",
      reason: `Another computer has the name TILL-70 by then: ${rv.entry("TILL-71").entryId}.`,
    },
  ]);
  expect(changesAsked(rv)).toHaveLength(1);
});

test("the rows of an earlier step, and names with commas and quotes, are taken", async () => {
  const { entryId } = rv.entry("SPARE-1");
  await dryAndReal(rv, "renameComputers", { renames: [{ currentName: "SPARE-1", newName: 'Front desk, "left"' }] });
  await dryAndReal(rv, "renameComputers", { renames: '"Front desk, ""left""",SPARE-2' });
  expect(rv.entry("SPARE-2").entryId).toBe(entryId);
});

test.each([
  ["nobody,x", "No computer has the name nobody."],
  [",x", "currentName is blank."],
  ["TILL-70,", "newName is blank."],
  ["TILL-70,--", "newName: must be a name with more than punctuation."],
])("the line %j fails, and the others are done", async (line, reason) => {
  const { real } = await dryAndReal(rv, "renameComputers", { renames: `${line}\nSPARE-1,SPARE-2` });
  expect(real).toMatchObject({ done: 1, failed: 1 });
  expect(real.items.find(({ outcome }) => outcome === "failed")).toMatchObject({ action: "rename", reason });
});

test("a name that two computers have apart from case names them both, and the exact one counts", async () => {
  const [one, two] = [rv.entry("LAB-OLD-1"), rv.entry("LAB-OLD-2")];
  Object.assign(one, { name: "lab" });
  Object.assign(two, { name: "Lab" });
  const { real } = await dryAndReal(rv, "renameComputers", { renames: "LAB,x\nLab,y" });
  expect(real.items).toMatchObject([
    { name: "Lab", outcome: "done", entryId: two.entryId },
    {
      name: "LAB",
      outcome: "failed",
      reason: expect.stringMatching(/^2 computers have the name LAB: \w+, \w+\. Use the ID of one of them\.$/),
    },
  ]);
});

test("a computer that has its new name already is left alone, and a change of case is a change", async () => {
  const { real } = await dryAndReal(rv, "renameComputers", { renames: "TILL-70,TILL-70\nSPARE-1,Spare-1" });
  expect(real.items).toMatchObject([
    { newName: "Spare-1", outcome: "done" },
    { newName: "TILL-70", outcome: "skipped", reason: "It has this name already." },
  ]);
});

test.each([
  ["a,b\nc", "Renames: line 2: 2 columns are expected, not 1."],
  ["", "Renames: a value is required."],
])("the list %j is refused before anything is sent", async (renames, reason) => {
  await expect(rename(renames, { dryRun: false })).rejects.toThrow(reason);
  expect(rv.sandbox.requests).toEqual([]);
});

test("a list without rows needs no request", async () => {
  expect(await rename([])).toMatchObject({ planned: 0, items: [] });
  expect(rv.sandbox.requests).toEqual([]);
});

test("one that fails does not stop the rest, but what builds on it", async () => {
  rv.sandbox.fault({ kind: "serverError", status: 400, match: { method: "PATCH" } });
  const report = await rename("TILL-70,x1\nx1,x2\nSPARE-1,SPARE-2", { dryRun: false });
  expect(report.items).toMatchObject([
    { newName: "x1", outcome: "failed", reason: expect.stringContaining("HTTP 400") },
    { newName: "x2", outcome: "skipped", reason: "An earlier rename of this computer failed." },
    { newName: "SPARE-2", outcome: "done" },
  ]);
  expect(names()).toContain("TILL-70");
});

test("a missing permission is named", async () => {
  const connection = rv.withOnly("LIST_ENTRIES");
  const report = await reportOf(rv, "renameComputers", { renames: "TILL-70,x1", dryRun: false }, connection);
  expect(report.items).toMatchObject([{ outcome: "failed", reason: expect.stringContaining("UPDATE_ENTRY") }]);
});

test("more renames than allowed are refused before the first one", async () => {
  await expect(rename("TILL-70,x1\nSPARE-1,x2", { dryRun: false, maximumChanges: "1" })).rejects.toThrow(
    "Maximum Changes: the plan has 2 changes",
  );
  expect(changesAsked(rv)).toEqual([]);
});
