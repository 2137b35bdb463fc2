import { type Sandbox, startSandbox } from "../../../sandbox/teamviewer";
import { watchedLists } from "../../../src/teamviewer/triggers/watchedLists";
import { clientOf, closeServers } from "../../support/client";
import { instanceOf } from "./support";

type Changes = Record<"created" | "updated", Record<string, unknown>[]>;

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ pageSizes: { managedDevices: 50, managedGroups: 3, userGroups: 2, sessions: 5 } });
});
beforeEach(() => sandbox.reset());
afterEach(() => expect(sandbox.violations).toEqual([]));
afterAll(() => sandbox.close());
afterAll(closeServers);

const watch = (pollResourceType: string, { inputs = {}, company = false } = {}) =>
  instanceOf<Changes>("pollChangesTrigger", sandbox, {
    inputs: { pollResourceType, showUpdatedRecords: "true", ...inputs },
    token: company ? sandbox.credentials.companyToken : undefined,
  });

const last = <Value>(map: Map<unknown, Value>): Value => [...map.values()].at(-1) as Value;

interface Case {
  id: string;
  company?: boolean;
  /** API calls of one poll with the seeded records. */
  calls: number;
  create(): string | number;
  change(): void;
  /** Changes that are no news. */
  touch?(): void;
}

/** Adds a copy of the last record of a map under another id. */
const copyOfLast = <Key extends string | number, Value>(map: Map<Key, Value>, key: Key, changes: object): Key => {
  map.set(key, { ...last(map as Map<unknown, Value>), ...changes });
  return key;
};

const newGuid = "0d2f7c61-93ab-4e58-8a07-b1c46e5d2f90";

const cases: Record<string, Case> = {
  devices: {
    id: "device_id",
    calls: 1,
    create: () => copyOfLast(sandbox.store.devices, "d99999999", { device_id: "d99999999" }),
    change: () => Object.assign(last(sandbox.store.devices), { alias: "Till 9" }),
    touch: () =>
      Object.assign(last(sandbox.store.devices), { online_state: "Offline", last_seen: "2026-01-01T00:00:00Z" }),
  },
  users: {
    id: "id",
    company: true,
    calls: 1,
    create: () => copyOfLast(sandbox.store.users, "u99999999", { id: "u99999999", email: "new@example.com" }),
    change: () => Object.assign(last(sandbox.store.users), { name: "Ewa Lis" }),
    touch: () =>
      Object.assign(last(sandbox.store.users), { online_state: "Busy", last_access_date: "2026-01-01T00:00:00Z" }),
  },
  groups: {
    id: "id",
    calls: 1,
    create: () => copyOfLast(sandbox.store.groups, "g99999999", { id: "g99999999" }),
    change: () => Object.assign(last(sandbox.store.groups), { name: "Warsaw" }),
  },
  contacts: {
    id: "contact_id",
    calls: 1,
    create: () => copyOfLast(sandbox.store.contacts, "c99999999", { contact_id: "c99999999" }),
    change: () => Object.assign(last(sandbox.store.contacts), { description: "Moved" }),
    touch: () => Object.assign(last(sandbox.store.contacts), { online_state: "Busy" }),
  },
  managedDevices: {
    id: "id",
    calls: 3,
    create: () => copyOfLast(sandbox.store.managedDevices, newGuid, { id: newGuid }),
    change: () => Object.assign(last(sandbox.store.managedDevices), { name: "Till 9" }),
    touch: () => {
      const device = last(sandbox.store.managedDevices);
      Object.assign(device, { isOnline: !device.isOnline, last_seen: "2026-01-01T00:00:00Z" });
    },
  },
  managedGroups: {
    id: "id",
    calls: 2,
    create: () => copyOfLast(sandbox.store.managedGroups, newGuid, { id: newGuid }),
    change: () => Object.assign(last(sandbox.store.managedGroups), { name: "Tills" }),
  },
  sessions: {
    id: "code",
    calls: 3,
    create: () => copyOfLast(sandbox.store.sessions, "s999-999-999", { code: "s999-999-999" }),
    change: () => Object.assign(last(sandbox.store.sessions), { state: "closed", closed_at: "2026-03-31T14:00:00Z" }),
    touch: () => {
      const session = last(sandbox.store.sessions);
      session.online = !session.online;
    },
  },
  userGroups: {
    id: "id",
    calls: 2,
    create: () => copyOfLast(sandbox.store.userGroups, 9999, { id: 9999 }),
    change: () => Object.assign(last(sandbox.store.userGroups), { name: "Night shift" }),
  },
  policies: {
    id: "policy_id",
    calls: 1,
    create: () => copyOfLast(sandbox.store.policies, newGuid, { policy_id: newGuid }),
    change: () => Object.assign(last(sandbox.store.policies), { name: "Kiosks" }),
  },
};

test("every watched list has a case here", () => {
  expect(Object.keys(watchedLists).sort()).toEqual(Object.keys(cases).sort());
});

describe.each(Object.entries(cases))("%s", (resource, { id, company, calls, create, change, touch }) => {
  test("the first poll delivers nothing, and the second nothing when nothing has changed", async () => {
    const { poll } = watch(resource, { company });
    const nothing = { data: { created: [], updated: [] }, polledNoChanges: true, warnings: [], calls };
    expect(await poll()).toEqual(nothing);
    expect(await poll()).toEqual(nothing);
  });

  test("a new record is delivered once, as the vendor gives it", async () => {
    const { poll } = watch(resource, { company });
    await poll();
    const created = create();
    const { data, polledNoChanges } = await poll();
    expect(data).toEqual({ created: [expect.objectContaining({ [id]: created })], updated: [] });
    expect(Object.keys(data.created[0] ?? {}).length).toBeGreaterThan(1);
    expect(polledNoChanges).toBe(false);
    expect((await poll()).polledNoChanges).toBe(true);
  });

  test("a changed record is delivered once", async () => {
    const { poll } = watch(resource, { company });
    await poll();
    change();
    const { data } = await poll();
    expect([data.created.length, data.updated.length]).toEqual([0, 1]);
    expect((await poll()).polledNoChanges).toBe(true);
  });

  if (touch) {
    test("what changes by itself is no news", async () => {
      const { poll } = watch(resource, { company });
      await poll();
      touch();
      expect((await poll()).polledNoChanges).toBe(true);
    });
  }
});

describe("the switches", () => {
  test("with Show New Records alone, the default, changes are not delivered", async () => {
    const { poll } = watch("groups", { inputs: { showUpdatedRecords: "false" } });
    await poll();
    cases.groups?.change();
    expect(await poll()).toMatchObject({ data: { created: [], updated: [] }, polledNoChanges: true });
    cases.groups?.create();
    expect((await poll()).data.created).toHaveLength(1);
  });

  test("with Show Updated Records alone, new records are not delivered, and later not as changed", async () => {
    const { poll } = watch("groups", { inputs: { showNewRecords: "false" } });
    await poll();
    cases.groups?.create();
    expect((await poll()).polledNoChanges).toBe(true);
    expect((await poll()).polledNoChanges).toBe(true);
    cases.groups?.change();
    expect((await poll()).data.updated).toHaveLength(1);
  });

  test("turned on later start with the next change", async () => {
    const { poll } = watch("groups", { inputs: { showUpdatedRecords: "false" } });
    await poll();
    cases.groups?.change();
    await poll();
    const inputs = { showUpdatedRecords: "true" };
    expect(await poll({ inputs })).toMatchObject({ polledNoChanges: true, warnings: [] });
    Object.assign(last(sandbox.store.groups), { name: "Gdansk" });
    expect((await poll({ inputs })).data.updated).toHaveLength(1);
  });

  test("without Show Updated Records no fingerprint is taken: the state is half as large", async () => {
    const sizes = [];
    for (const showUpdatedRecords of ["false", "true"]) {
      const { poll, state } = watch("managedDevices", { inputs: { showUpdatedRecords } });
      await poll();
      sizes.push(JSON.parse(state.text()).triggers["local-flow/pollChangesTrigger"].state.data.length);
    }
    expect(sizes[0] as number).toBeLessThan(0.65 * (sizes[1] as number));
  });

  test("turned on later deliver at once what is new", async () => {
    const { poll } = watch("groups", { inputs: { showUpdatedRecords: "false" } });
    await poll();
    cases.groups?.create();
    expect((await poll({ inputs: { showUpdatedRecords: "true" } })).data).toMatchObject({
      created: [{}],
      updated: [],
    });
  });

  test("turned off and on again deliver no change twice", async () => {
    const { poll } = watch("groups");
    await poll();
    cases.groups?.change();
    expect((await poll()).data.updated).toHaveLength(1);
    await poll({ inputs: { showUpdatedRecords: "false" } });
    expect((await poll()).polledNoChanges).toBe(true);
    expect((await poll()).polledNoChanges).toBe(true);
  });

  test("both off are refused before anything is sent", async () => {
    const { poll } = watch("groups", { inputs: { showNewRecords: "false", showUpdatedRecords: "false" } });
    await expect(poll()).rejects.toThrow("Show New Records: nothing to deliver");
    expect(sandbox.requests).toHaveLength(0);
  });
});

test("closing a session is an update", async () => {
  const { poll } = watch("sessions");
  await poll();
  const session = [...sandbox.store.sessions.values()].find(({ state }) => state === "open");
  Object.assign(session ?? {}, { state: "closed" });
  const { data } = await poll();
  expect(data.updated).toEqual([expect.objectContaining({ code: session?.code })]);
});

test("another resource type takes a new baseline with a warning", async () => {
  const { poll } = watch("groups");
  await poll();
  const inputs = { pollResourceType: "devices" };
  expect(await poll({ inputs })).toMatchObject({
    polledNoChanges: true,
    warnings: [expect.stringContaining("the trigger's inputs were changed")],
  });
  cases.devices?.create();
  expect((await poll({ inputs })).data.created).toHaveLength(1);
});

test("the state of another component's trigger takes a new baseline with a warning", async () => {
  const { poll, state } = watch("groups");
  state.overwrite({ lastPolled: "2026-03-31T14:00:00Z", groups: ["g1"] });
  expect(await poll()).toMatchObject({ polledNoChanges: true, warnings: [expect.stringContaining("new baseline")] });
});

test("a poll that fails on a page delivers everything at the next", async () => {
  const { poll, state } = watch("managedDevices");
  await poll();
  cases.managedDevices?.create();
  const before = state.text();
  sandbox.fault({ kind: "repeatToken" });
  await expect(poll()).rejects.toThrow("The list repeats itself");
  expect(state.text()).toBe(before);
  expect((await poll()).data.created).toHaveLength(1);
});

test.each(Object.entries(watchedLists))(
  "%s: an answer without a body is an error, not an empty list",
  async (_, list) => {
    const { client } = await clientOf([{ body: "" }]);
    const reading = async () => {
      for await (const _page of list.read(client));
    };
    await expect(reading()).rejects.toThrow(/^TeamViewer GET \S+ answered without the list of/);
  },
);

test("an unknown resource type is named", async () => {
  await expect(watch("computers").poll()).rejects.toThrow('Resource Type: "computers" is none of contacts, devices');
});
