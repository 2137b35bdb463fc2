/** `syncManagedDevices` through the built component against the sandbox. */
import type { ManagedDevice } from "../../../sandbox/teamviewer";
import { keepings, syncInstance } from "../../support/batches";
import { entryOf, withEntry } from "../../support/state";
import { useTeamViewer } from "../../support/teamviewer";

interface Device {
  id: string;
  name: string;
  isOnline: boolean;
  last_seen?: string;
}

const ids = (devices: Iterable<{ id: string }>) => [...devices].map(({ id }) => id).sort();

const tv = useTeamViewer({ seed: { managedDevices: 400 }, pageSizes: { managedDevices: 40 } });
const pageCount = 10;

const instance = () => syncInstance<Device>("syncManagedDevices", tv.sandbox, () => tv.user);
const stored = () => tv.sandbox.store.managedDevices;
const nth = (index: number): ManagedDevice => [...stored().values()][index] as ManagedDevice;

const add = (name: string): ManagedDevice => {
  const device = { ...nth(0), id: tv.sandbox.store.newGuid(), name };
  stored().set(device.id, device);
  return device;
};

/** A page of a run fails, in a way that is not tried again. */
const failAt = (failing: number) => (page: number) => {
  if (page === failing) tv.sandbox.fault({ kind: "serverError", status: 409 });
};

describe("a full sync", () => {
  const inputs = { mode: "full" };

  test("delivers every device once, with one API call a page", async () => {
    const { items, pages, calls, polledNoChanges } = await instance().run({ inputs });
    expect(ids(items)).toEqual(ids(stored().values()));
    expect(pages).toEqual(Array(pageCount).fill(40));
    expect(calls).toBe(pageCount);
    expect(polledNoChanges).toBe(false);
  });

  test("delivers everything again each time and remembers nothing", async () => {
    const flow = instance();
    await flow.run({ inputs });
    const { items, sizes } = await flow.run({ inputs });
    expect(items).toHaveLength(400);
    expect(flow.state.text()).toBe("{}");
    expect(sizes.place).toBeLessThan(1000);
  });

  test("of the company leaves out what only the account manages", async () => {
    const { items } = await instance().run({ inputs: { ...inputs, deviceList: "company" } });
    expect(ids(items)).toEqual(ids([...stored().values()].filter(({ company }) => company)));
    expect(items.length).toBeLessThan(400);
  });

  test("of no devices at all says that there are no changes", async () => {
    stored().clear();
    expect(await instance().run({ inputs })).toMatchObject({ items: [], calls: 1, polledNoChanges: true });
  });
});

describe.each(keepings)("an incremental sync whose state the platform keeps %s", (keeping) => {
  test("delivers everything first, then nothing as long as nothing changes", async () => {
    const flow = instance();
    const first = await flow.run({ keeping });
    expect(ids(first.items)).toEqual(ids(stored().values()));
    expect(first.warnings).toEqual([]);
    const second = await flow.run({ keeping });
    expect(second).toMatchObject({ items: [], calls: pageCount, warnings: [] });
  });

  test("delivers what is new or has changed, once", async () => {
    const flow = instance();
    await flow.run({ keeping });
    const renamed = [nth(3), nth(102), nth(399)];
    for (const [index, device] of renamed.entries()) device.name = `RENAMED-${index}`;
    const added = [add("NEW-1"), add("NEW-2")];
    const { items, warnings } = await flow.run({ keeping });
    expect(ids(items)).toEqual(ids([...renamed, ...added]));
    expect(warnings).toEqual([]);
    expect((await flow.run({ keeping })).items).toEqual([]);
  });

  test("follows a name there and back", async () => {
    const flow = instance();
    const device = nth(140);
    const before = device.name;
    await flow.run({ keeping });
    device.name = "ELSEWHERE";
    expect((await flow.run({ keeping })).items.map(({ name }) => name)).toEqual(["ELSEWHERE"]);
    device.name = before;
    expect((await flow.run({ keeping })).items.map(({ name }) => name)).toEqual([before]);
  });

  test("does not deliver what comes and goes by itself", async () => {
    const flow = instance();
    await flow.run({ keeping });
    for (const device of stored().values()) {
      device.isOnline = !device.isOnline;
      device.last_seen = "2026-03-31T14:00:00Z";
    }
    expect((await flow.run({ keeping })).items).toEqual([]);
  });

  test("forgets what was deleted, and delivers it when it comes back", async () => {
    const flow = instance();
    const device = nth(42);
    await flow.run({ keeping });
    stored().delete(device.id);
    expect((await flow.run({ keeping })).items).toEqual([]);
    stored().set(device.id, device);
    expect(ids((await flow.run({ keeping })).items)).toEqual([device.id]);
  });

  test("whose run fails delivers the rest in the next one", async () => {
    const flow = instance();
    await flow.run({ keeping });
    const changed = [nth(10), nth(90), nth(320)];
    for (const device of changed) device.name = `${device.name} 2`;
    const failed = await flow.run({ keeping, before: failAt(8) });
    expect(failed.error?.message).toContain("read 7 pages (280 records)");
    expect(ids(failed.items)).toEqual(ids(changed.slice(0, 2)));

    const next = await flow.run({ keeping });
    // Where the platform drops the state of a failed run, its pages are delivered twice.
    expect(ids(next.items)).toEqual(ids(keeping === "perRun" ? changed : changed.slice(2)));
    expect((await flow.run({ keeping })).items).toEqual([]);
  });

  test("whose first run fails again and again gets through in the end", async () => {
    const flow = instance();
    const delivered: Device[] = [];
    for (const failing of [3, 6, 9]) delivered.push(...(await flow.run({ keeping, before: failAt(failing) })).items);
    delivered.push(...(await flow.run({ keeping })).items);
    expect([...new Set(ids(delivered))]).toEqual(ids(stored().values()));
    if (keeping !== "perRun") expect(delivered).toHaveLength(400);
  });

  test("finds a change that happens after a run has failed, in what it had delivered already", async () => {
    const flow = instance();
    await flow.run({ keeping });
    const device = nth(10);
    const before = device.name;
    device.name = "SECOND";
    await flow.run({ keeping, before: failAt(8) });
    device.name = before;
    const { items } = await flow.run({ keeping });
    if (keeping !== "perRun") expect(items.map(({ name }) => name)).toEqual([before]);
    expect((await flow.run({ keeping })).items).toEqual([]);
  });

  test("delivers a device that moves to another page meanwhile", async () => {
    const flow = instance();
    await flow.run({ keeping });
    const moving = nth(380);
    moving.name = "MOVING";
    // It is on page 10 until two pages were read, and on page 1 after that.
    const before = (page: number) => {
      if (page !== 3) return;
      const rest = [...stored().values()].filter(({ id }) => id !== moving.id);
      stored().clear();
      for (const device of [moving, ...rest]) stored().set(device.id, device);
    };
    const missed = await flow.run({ keeping, before });
    const found = await flow.run({ keeping });
    expect(ids([...missed.items, ...found.items])).toContain(moving.id);
    expect((await flow.run({ keeping })).items).toEqual([]);
  });
});

describe("an initial sync", () => {
  test("delivers everything, and the runs after it only what changes", async () => {
    const flow = instance();
    expect((await flow.run({ initial: {} })).items).toHaveLength(400);
    nth(5).name = "CHANGED";
    expect((await flow.run()).items.map(({ name }) => name)).toEqual(["CHANGED"]);
  });

  test.each(keepings)("delivers everything once more on the next deploy, state kept %s", async (keeping) => {
    const flow = instance();
    await flow.run({ initial: {}, keeping });
    const again = await flow.run({ initial: {}, keeping });
    expect(again).toMatchObject({ warnings: [], calls: pageCount });
    expect(again.items).toHaveLength(400);
    expect((await flow.run({ keeping })).items).toEqual([]);
  });

  test("that fails is carried on by the first run", async () => {
    const flow = instance();
    const initial = await flow.run({ initial: {}, before: failAt(6) });
    expect(initial.items).toHaveLength(200);
    expect((await flow.run()).items).toHaveLength(200);
  });

  const since = "2026-03-01T00:00:00Z";
  const inactive = ({ isOnline, last_seen }: ManagedDevice) => !isOnline && last_seen < since;
  /** Every tenth device was last seen a year before, the others are online or were seen later. */
  const setPresence = () => {
    for (const [index, device] of [...stored().values()].entries()) {
      device.isOnline = index % 3 === 0 && index % 10 !== 0;
      device.last_seen = index % 10 === 0 ? "2025-03-31T00:00:00Z" : "2026-03-31T00:00:00Z";
    }
  };

  test("with a time leaves out devices that were not online since, until they are", async () => {
    setPresence();
    const flow = instance();
    const { items } = await flow.run({ initial: { since } });
    expect(ids(items)).toEqual(ids([...stored().values()].filter((device) => !inactive(device))));
    expect(items).toHaveLength(360);
    expect((await flow.run()).items).toEqual([]);

    const [back, seenAgain, renamed] = [nth(0), nth(10), nth(20)];
    back.isOnline = true;
    seenAgain.last_seen = "2026-04-01T00:00:00Z";
    renamed.name = "RENAMED";
    expect(ids((await flow.run()).items)).toEqual(ids([back, seenAgain]));
    expect((await flow.run()).items).toEqual([]);
  });

  test("of a full sync leaves them out as well, and remembers nothing", async () => {
    setPresence();
    const flow = instance();
    const { items } = await flow.run({ inputs: { mode: "full" }, initial: { since } });
    expect(items).toHaveLength(360);
    expect(flow.state.text()).toBe("{}");
  });
});

describe("state that cannot be used", () => {
  const changed = (text: string, change: object) => {
    const all = JSON.parse(text);
    return withEntry(all, { ...entryOf(all), ...change });
  };
  const damaged: [string, (text: string) => unknown][] = [
    ["has another version", (text) => changed(text, { v: 99 })],
    ["comes from another trigger", (text) => changed(text, { kind: "cursor" })],
    ["was cut", (text) => JSON.parse(text.replace(/"shards":\["[^"]{40}/, '"shards":["'))],
    ["is foreign", () => ({ since: "2026-01-01" })],
  ];

  test.each(damaged)("because it %s becomes a full sync with one warning", async (_why, damage) => {
    const flow = instance();
    await flow.run();
    flow.state.overwrite(damage(flow.state.text()));
    const { items, warnings } = await flow.run();
    expect(items).toHaveLength(400);
    expect(warnings).toEqual([expect.stringContaining("Everything is delivered anew.")]);
    expect((await flow.run()).items).toEqual([]);
  });

  test("because another device list was chosen becomes a full sync of that list", async () => {
    const flow = instance();
    await flow.run();
    const { items, warnings } = await flow.run({ inputs: { deviceList: "company" } });
    expect(items.length).toBeGreaterThan(300);
    expect(warnings).toEqual([expect.stringContaining("inputs were changed")]);
  });
});

describe("pages", () => {
  test("that are empty are followed as long as there is a token", async () => {
    const flow = instance();
    const { places } = await flow.run({ inputs: { mode: "full" } });
    expect(places).toHaveLength(pageCount - 1);
    await flow.run();
    add("AT THE END");
    const { pages } = await flow.run();
    expect(pages).toEqual([...Array(pageCount).fill(0), 1]);
  });

  test("whose token repeats end the run with an error", async () => {
    const before = (page: number) => {
      if (page === 4) tv.sandbox.fault({ kind: "repeatToken" });
    };
    const flow = instance();
    const { error, pages, calls } = await flow.run({ before });
    expect(error?.message).toContain("The list repeats itself: after 160 records");
    expect(pages).toHaveLength(3);
    expect(calls).toBe(4);
    expect((await flow.run()).items).toHaveLength(280);
  });

  test("whose token has expired end the run with an error that says so", async () => {
    const before = (page: number) => {
      if (page === 3) tv.sandbox.fault({ kind: "serverError", status: 400 });
    };
    const { error } = await instance().run({ before });
    expect(error?.message).toMatch(/HTTP 400.*page token ".+" was refused: it has probably expired.*read 2 pages/);
  });

  test("of another list are not taken for pages of this one", async () => {
    const flow = instance();
    const { places } = await flow.run();
    const place = places[0] ?? null;
    await expect(flow.page(place, { inputs: { deviceList: "company" } })).rejects.toThrow("belongs to another list");
    await expect(flow.page({ ...place, v: 2 })).rejects.toThrow("unknown version 2");
    await expect(flow.page({ ...place, token: undefined })).rejects.toThrow("damaged");
    await expect(flow.page({ ...place, tokens: { count: 3 } })).rejects.toThrow("damaged");
    await expect(flow.page({ ...place, progress: {} })).rejects.toThrow("damaged");
  });

  test("that the platform performs twice deliver the same twice", async () => {
    const flow = instance();
    await flow.run();
    nth(50).name = "CHANGED";
    const first = await flow.page(null);
    const once = await flow.page(first.next);
    const twice = await flow.page(first.next);
    expect(ids(twice.items)).toEqual(ids(once.items));
    expect(once.items).toHaveLength(1);
  });
});

test("two runs at once deliver something twice rather than never", async () => {
  const flow = instance();
  await flow.run();
  const changed = [nth(10), nth(130), nth(300)];
  for (const device of changed) device.name = `${device.name} 2`;
  const delivered: Device[] = [];
  const warnings: string[] = [];
  let place: Record<string, unknown> | null = null;
  do {
    const page: Awaited<ReturnType<typeof flow.page>> = await flow.page(place);
    flow.state.keep(page.state);
    // A second run from the first page to the last, after each page of this one until it notices.
    const second = place === null || warnings.length > 0 ? [] : (await flow.run()).items;
    delivered.push(...page.items, ...second);
    warnings.push(...page.warnings);
    place = page.next;
  } while (place);
  expect([...new Set(ids(delivered))]).toEqual(ids(changed));
  expect(warnings).toEqual([expect.stringContaining("Another run of this trigger")]);

  expect((await flow.run()).items).toEqual([]);
  stored().delete(changed[0]?.id ?? "");
  nth(3).name = "AFTERWARDS";
  expect((await flow.run()).items.map(({ name }) => name)).toEqual(["AFTERWARDS"]);
});

test("the example payload has the shape of a device", async () => {
  const { items } = await instance().run({ inputs: { mode: "full" } });
  const offline = items.find(({ isOnline }) => !isOnline);
  expect(Object.keys(offline ?? {}).sort()).toEqual(["id", "isOnline", "last_seen", "name", "teamviewerId"]);
});
