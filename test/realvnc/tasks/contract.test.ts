/** What all actions that change many records keep to. */
import type { ServerOutputSchema } from "@prismatic-io/spectral/dist/serverTypes";
import Ajv from "ajv";
import { component, exchanges, useRealVnc } from "../../support/realvnc";
import { problemsOf } from "../judge";
import { changesAsked, dryAndReal, reportOf } from "./support";

const rv = useRealVnc();

/** Each with inputs of which two changes or more come. */
const tasks: Record<string, () => object> = {
  renameComputers: () => ({ renames: "TILL-70,x1\nSPARE-1,x2\nnobody,x3" }),
  removeComputers: () => ({ names: "TILL-70\nnobody", entryIds: rv.entry("SPARE-1").entryId }),
  cleanDuplicateComputers: () => ({ namePrefix: "TILL" }),
  cleanStaleComputers: () => ({ period: "100d" }),
  addComputersToGroups: () => ({
    assignments: "GroupName,Name,EntryID\nWarsaw,SPARE-1,\nTills,SPARE-1,\nTills,nobody,",
  }),
  addUsersToGroups: () => {
    const rows = [...rv.sandbox.store.userGroups.values()].map(({ name }) => ({
      GroupName: name,
      Email: [...rv.sandbox.store.members.values()].at(-1)?.email,
    }));
    return { assignments: rows };
  },
};

const keys = Object.keys(tasks);
const inputsOf = (key: string) => tasks[key]?.() ?? {};

test.each(keys)("%s does for real exactly what its dry run lists, by valid requests", async (key) => {
  const { real } = await dryAndReal(rv, key, inputsOf(key));
  expect(real.done).toBeGreaterThanOrEqual(2);
  for (const request of rv.sandbox.requests) {
    expect({ ...request, problems: await problemsOf(request) }).toMatchObject({ problems: [] });
  }
});

test.each(keys)("the output schema of %s accepts its reports, and has all of their fields", async (key) => {
  const { outputSchema } = component.actions[key] as { outputSchema?: ServerOutputSchema };
  const schema = JSON.parse((outputSchema as { schema: string }).schema);
  schema.properties.items.items.additionalProperties = false;
  const accepts = new Ajv({ allErrors: true }).compile({ ...schema, additionalProperties: false });
  for (const dryRun of ["true", "false"]) {
    accepts(await reportOf(rv, key, { ...inputsOf(key), dryRun }));
    expect(accepts.errors ?? []).toEqual([]);
  }
});

test.each(keys)("%s does nothing but with an explicit false", async (key) => {
  for (const dryRun of [undefined, "", "no", 0, true]) {
    expect(await reportOf(rv, key, { ...inputsOf(key), dryRun })).toMatchObject({ dryRun: true, done: 0 });
  }
  expect(changesAsked(rv)).toEqual([]);
});

test.each(keys)("%s is bounded by Maximum Changes and Time Limit", async (key) => {
  const inputs = { ...inputsOf(key), dryRun: "false" };
  await expect(reportOf(rv, key, { ...inputs, maximumChanges: "1" })).rejects.toThrow(/^Maximum Changes: the plan has/);
  await expect(async () => reportOf(rv, key, { ...inputs, timeLimit: "13" })).rejects.toThrow("Time Limit: must be 12");
  expect(changesAsked(rv)).toEqual([]);
});

test.each(keys)("%s goes on when its session is refused in the middle, with one renewal", async (key) => {
  const inputs = { ...inputsOf(key), dryRun: "false" };
  const { done } = await reportOf(rv, key, inputs);
  rv.sandbox.reset();
  rv.sandbox.fault({ kind: "refusedSession", match: { path: /entries\/.|members\/.|entryGroups$|userGroups$/ } });
  expect(await reportOf(rv, key, { ...inputsOf(key), dryRun: "false" })).toMatchObject({ done });
  expect(exchanges(rv.sandbox)).toBe(2);
});

test.each([
  ["renameComputers", { renames: "nobody,x" }],
  ["removeComputers", { names: "nobody" }],
  ["cleanDuplicateComputers", {}],
  ["cleanStaleComputers", { period: "1d" }],
  ["addComputersToGroups", { assignments: "GroupName,Name,EntryID\nTills,nobody," }],
])("%s plans nothing for what has no ID", async (key, inputs) => {
  const old = { name: "nobody", serverLastSeenTime: "2020-01-01T00:00:00Z" };
  const entries = [null, 7, old, { ...old, entryId: {} }, { ...old, entryId: "" }, { ...old, entryId: null }];
  rv.sandbox.fault({ kind: "oddBody", body: { entries }, match: { operationId: "listEntries" } });
  const report = await reportOf(rv, key, inputs);
  expect(report.planned).toBe(0);
  for (const { reason } of report.items) expect(reason).toBe("No computer has the name nobody.");
});

test.each(keys)("%s may not be run by itself to see what it gives", (key) => {
  expect(component.actions[key]).toMatchObject({ performSafety: "NOT_ALLOWED" });
});
