/** Every operation is reached by an action, with all inputs and with the required ones alone, as the description wants it. */
import { asked, component, run, runLogged, useRealVnc } from "../support/realvnc";
import { casesOf, singleKeys as keys } from "./cases";
import { description, problemsOf } from "./judge";

const rv = useRealVnc({ pageSizes: { entries: 8, members: 6, audit: 10 }, seed: { auditEvents: 1200 } });

const caseOf = (key: string) => {
  const found = casesOf(rv)[key];
  if (!found) throw new Error(`There is no case for ${key}.`);
  return found;
};

/** What was sent that the description can judge: what a link carries is the vendor's affair. */
const judged = () => rv.sandbox.requests.filter(({ query }) => !("cursor" in query));

const expectValid = async () => {
  for (const request of judged()) {
    expect({ ...request, problems: await problemsOf(request) }).toMatchObject({ problems: [] });
  }
};

/** Inputs of actions, each with an example of its own set and what is needed beside it. */
const inputsOf = (key: string) =>
  (component.actions[key]?.inputs ?? []).filter(({ type }) => type !== "connection").map(({ key: name }) => name);

test.each(keys)("%s succeeds with its required inputs alone, by valid requests", async (key) => {
  const { required } = caseOf(key);
  const { data, error } = await runLogged(key, rv.connection, required);
  expect(error).toBeUndefined();
  expect(data).toBeDefined();
  expect(asked(rv.sandbox).length).toBeGreaterThan(0);
  await expectValid();
});

test.each(keys)("%s succeeds with all of its inputs, by valid requests", async (key) => {
  const { all } = caseOf(key);
  expect(new Set(all.flatMap(Object.keys))).toEqual(new Set(inputsOf(key)));
  for (const inputs of all) {
    const { error } = await runLogged(key, rv.connection, inputs);
    expect(error).toBeUndefined();
    rv.sandbox.store.reset();
  }
  await expectValid();
});

/** What can be seen of a run: the requests and the answer, without what differs from run to run. */
const seen = async (key: string, inputs: object) => {
  rv.sandbox.reset();
  const known = new Set(rv.sandbox.store.entries.keys());
  const { data, error } = await runLogged(key, rv.connection, inputs);
  const requests = rv.sandbox.requests
    .filter(({ operationId }) => operationId !== "createSession")
    .map(({ method, path, query, body, headers }) => [
      method,
      path,
      { ...query, to: undefined, ...("to" in inputs && { to: query.to }) },
      body,
      headers["if-match"],
    ]);
  return JSON.stringify([requests, data, error?.message]).replace(/[0-9a-f]{32}/g, (id) =>
    known.has(id) ? id : "nobody",
  );
};

test.each(keys.filter((key) => inputsOf(key).length > 0))(
  "every input of %s has an effect",
  async (key) => {
    const { required, all, other } = caseOf(key);
    const idle: string[] = [];
    for (const name of inputsOf(key)) {
      const full = all.filter((inputs) => name in inputs);
      const bases = [required, ...full, ...full.map((inputs) => ({ ...required, [name]: inputs[name] }))];
      let differs = false;
      for (const base of bases) {
        differs ||= (await seen(key, base)) !== (await seen(key, { ...base, [name]: other[name] }));
      }
      if (!differs) idle.push(name);
    }
    expect(idle).toEqual([]);
  },
  30_000,
);

test("22 of 22 operations are reached, every answer as documented", async () => {
  for (const key of keys) {
    await run(key, rv.connection, caseOf(key).required);
    rv.sandbox.store.reset();
  }
  const reached = new Set(rv.sandbox.requests.map(({ operationId }) => operationId));
  const operations = (await description()).getOperations().map(({ operationId }) => operationId);
  expect(operations).toHaveLength(22);
  expect(operations.filter((operationId) => !reached.has(operationId))).toEqual([]);
});

test("every action says which permission it needs, and what it changes is not run by examples", () => {
  for (const key of keys) {
    const { display, performSafety } = component.actions[key] as (typeof component.actions)[string];
    expect(display.description).toMatch(/ Needs the permissions? [A-Z_]+|Works with any permissions/);
    expect(performSafety).toBe(/^(list|get|find)/.test(key) ? "SAFE" : "NOT_ALLOWED");
  }
});
