/** `syncUsers` through the built component against the sandbox. */
import type { User } from "../../../sandbox/teamviewer";
import { keepings, syncInstance } from "../../support/batches";
import { closeServers, connectionFor, serve } from "../../support/client";
import { json } from "../../support/server";
import { useTeamViewer } from "../../support/teamviewer";

const ids = (users: Iterable<{ id: string }>) => [...users].map(({ id }) => id).sort();

const tv = useTeamViewer({ seed: { users: 300 } });

const instance = () =>
  syncInstance<{ id: string; name: string; email?: string }>("syncUsers", tv.sandbox, () => tv.company);
const stored = () => tv.sandbox.store.users;
const nth = (index: number): User => [...stored().values()][index] as User;

test("a full sync delivers every user with all fields, with one API call, each time", async () => {
  const flow = instance();
  const first = await flow.run({ inputs: { mode: "full" } });
  expect(ids(first.items)).toEqual(ids(stored().values()));
  expect(first).toMatchObject({ calls: 1, pages: [300], places: [], polledNoChanges: false });
  expect(first.items.every(({ email }) => email)).toBe(true);
  expect((await flow.run({ inputs: { mode: "full" } })).items).toHaveLength(300);
  expect(flow.state.text()).toBe("{}");
});

test.each(keepings)("an incremental sync delivers what is new or has changed, once, state kept %s", async (keeping) => {
  const flow = instance();
  expect((await flow.run({ keeping })).items).toHaveLength(300);
  expect(await flow.run({ keeping })).toMatchObject({ items: [], calls: 1, polledNoChanges: true, warnings: [] });

  nth(7).active = false;
  nth(250).name = "Jan Nowak";
  const added = { ...nth(0), id: "u99000001", email: "new@example.com" };
  stored().set(added.id, added);
  for (const user of stored().values()) {
    user.online_state = "Busy";
    user.last_access_date = "2026-03-31T14:00:00Z";
  }
  const { items, polledNoChanges } = await flow.run({ keeping });
  expect(ids(items)).toEqual(ids([nth(7), nth(250), added]));
  expect(polledNoChanges).toBe(false);
  expect((await flow.run({ keeping })).items).toEqual([]);
});

test("a user who leaves and comes back is delivered again", async () => {
  const flow = instance();
  const user = nth(12);
  await flow.run();
  stored().delete(user.id);
  expect(await flow.run()).toMatchObject({ items: [], polledNoChanges: true });
  stored().set(user.id, user);
  expect(ids((await flow.run()).items)).toEqual([user.id]);
});

test("a run that fails leaves the state as it was", async () => {
  const flow = instance();
  await flow.run();
  nth(3).name = "Changed Name";
  const before = flow.state.text();
  const failed = await flow.run({ before: () => tv.sandbox.fault({ kind: "serverError", status: 409 }) });
  expect(failed.error?.message).toContain("HTTP 409");
  expect(flow.state.text()).toBe(before);
  expect((await flow.run()).items.map(({ name }) => name)).toEqual(["Changed Name"]);
});

test("an initial sync leaves out users who were away since its time, until they are back", async () => {
  for (const [index, user] of [...stored().values()].entries()) {
    user.last_access_date = index % 3 === 0 ? "2025-03-31T00:00:00Z" : "2026-03-31T00:00:00Z";
  }
  const flow = instance();
  const { items, calls } = await flow.run({ initial: { since: "2026-01-01T00:00:00Z" } });
  expect(items).toHaveLength(200);
  expect(calls).toBe(1);
  expect((await flow.run()).items).toEqual([]);
  nth(0).last_access_date = "2026-04-01T00:00:00Z";
  nth(3).name = "Still Away";
  expect(ids((await flow.run()).items)).toEqual([nth(0).id]);
  // The next deploy without a time delivers all of them.
  expect((await flow.run({ initial: {} })).items).toHaveLength(300);
});

test("state that cannot be used becomes a full sync with a warning", async () => {
  const flow = instance();
  await flow.run();
  flow.state.overwrite({ v: 99 });
  const { items, warnings } = await flow.run();
  expect(items).toHaveLength(300);
  expect(warnings).toEqual([expect.stringContaining("unknown version 99. Everything is delivered anew.")]);
});

test("an answer without the list changes nothing", async () => {
  const server = await serve(json(200, null));
  let connection = tv.company;
  const flow = syncInstance("syncUsers", tv.sandbox, () => connection);
  await flow.run();
  const before = flow.state.text();
  connection = connectionFor(server);
  const { error } = await flow.run();
  await closeServers();
  expect(error?.message).toContain("without the list of users");
  expect(flow.state.text()).toBe(before);
});
