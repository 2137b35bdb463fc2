/** What the triggers with long lists offer besides: batches, and an initial sync when an instance is deployed. */
import { isoDate as iso } from "../../../sandbox/core/time";
import { component } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";
import { flowWith } from "../../support/triggers";

/** What happens while a request with a latency waits. */
let meanwhile: () => void = () => {};

const tv = useTeamViewer({
  wait: async () => meanwhile(),
  seed: { events: 120, alarms: 15, connectionReports: 40, managedDevices: 60, userGroups: 3 },
  pageSizes: { reports: 15, alarms: 10, managedDevices: 25, userGroups: 2 },
});

type Lists = Record<string, Record<string, unknown>[]>;

interface ListCase {
  key: string;
  inputs?: object;
  otherInputs?: object;
  company?: boolean;
  /** What tells one record of the trigger from another. */
  idOf(record: Record<string, unknown>): unknown;
  /** The changes of all that is there, as the platform's items have them. */
  everything(): string[];
  /** Makes a record that was not there, and gives its change. */
  make(): string;
  /** Takes one of those away that were there, without any record for it. */
  remove?(): void;
}

const { stringify } = JSON;

const change = (name: string, id: unknown) => `${name} ${stringify(id)}`;

let made = 0;

/** After everything that is seeded. */
const soon = () => {
  made += 1;
  return Date.now() + made * 1000;
};

const removeFirst = (records: Map<unknown, unknown>) => records.delete(firstOf(records.keys()));

const alarmSteps = ({ AlarmId, TimeFrame }: { AlarmId: string; TimeFrame?: object }): string[] => [
  change("raised", AlarmId),
  ...(TimeFrame && "AcknowledgedAt" in TimeFrame ? [change("acknowledged", AlarmId)] : []),
  ...(TimeFrame && "ResolvedAt" in TimeFrame ? [change("resolved", AlarmId)] : []),
];

const deviceCase = {
  company: true,
  idOf: ({ id }: Record<string, unknown>) => id,
  make: () => {
    const { managedDevices, newGuid } = tv.sandbox.store;
    const device = { ...firstOf(managedDevices.values()), id: newGuid(), company: true };
    managedDevices.set(device.id, device);
    return change("created", device.id);
  },
  remove: () => void removeFirst(tv.sandbox.store.managedDevices),
};

const cases: ListCase[] = [
  {
    key: "newConnectionReports",
    otherInputs: { userid: "u1" },
    idOf: ({ id }) => id,
    everything: () => [...tv.sandbox.store.reports.keys()].map((id) => change("created", id)),
    make: () => {
      const { reports, newGuid } = tv.sandbox.store;
      const report = { ...firstOf(reports.values()), id: newGuid(), end_date: iso(soon()) };
      reports.set(report.id, report);
      return change("created", report.id);
    },
    remove: () => void removeFirst(tv.sandbox.store.reports),
  },
  {
    key: "newEventLogEntries",
    otherInputs: { EventTypes: "Policy" },
    idOf: (event) => event,
    everything: () => tv.sandbox.store.events.map((event) => change("created", event)),
    make: () => {
      const event = { ...firstOf(tv.sandbox.store.events), Timestamp: iso(soon()) };
      tv.sandbox.store.events.push(event);
      return change("created", event);
    },
    remove: () => void tv.sandbox.store.events.shift(),
  },
  {
    key: "newMonitoringAlarms",
    otherInputs: { lookBackDays: "31" },
    idOf: ({ AlarmId }) => AlarmId,
    everything: () => [...tv.sandbox.store.alarms.values()].flatMap(alarmSteps),
    make: () => {
      const { alarms, newGuid } = tv.sandbox.store;
      const alarm = { ...firstOf(alarms.values()), AlarmId: newGuid(), Status: 0, TimeFrame: { FoundAt: iso(soon()) } };
      alarms.set(alarm.AlarmId, alarm as never);
      return change("raised", alarm.AlarmId);
    },
    remove: () => void removeFirst(tv.sandbox.store.alarms),
  },
  ...["false", "true"].map(
    (showUpdatedRecords): ListCase => ({
      ...deviceCase,
      key: "pollChangesTrigger",
      inputs: { pollResourceType: "managedDevices", showUpdatedRecords },
      otherInputs: { pollResourceType: "policies", showUpdatedRecords },
      everything: () => [...tv.sandbox.store.managedDevices.keys()].map((id) => change("created", id)),
    }),
  ),
  {
    ...deviceCase,
    key: "newDevices",
    everything: () =>
      [...tv.sandbox.store.managedDevices.values()]
        .filter(({ company }) => company)
        .map(({ id }) => change("created", id)),
  },
  {
    key: "userGroupMembershipChanges",
    company: true,
    otherInputs: { userGroupIds: ["1001"] },
    idOf: ({ userGroup, member }) => [(userGroup as { id: number }).id, (member as { accountId: number }).accountId],
    everything: () =>
      [...tv.sandbox.store.userGroups.values()].flatMap(({ id, accountIds }) =>
        [...accountIds].map((accountId) => change("added", [id, accountId])),
      ),
    make: () => {
      const { userGroups } = tv.sandbox.store;
      const { id, accountIds } = firstOf(userGroups.values());
      made += 1;
      accountIds.add(70_000_000 + made);
      return change("added", [id, 70_000_000 + made]);
    },
  },
];

describe.each(cases)("$key $inputs", ({ key, inputs, otherInputs, company, idOf, everything, make, remove }) => {
  const flow = () => flowWith<Lists>(tv, key, inputs, company ? tv.company : tv.user);
  const changesOf = (items: readonly { change: string; record: unknown }[]) =>
    items.map((item) => change(item.change, idOf(item.record as Record<string, unknown>)));

  test("leaves batches to the flow, and has an initial sync that needs no inputs of its own", () => {
    expect(component.triggers[key]).toMatchObject({
      isPollingTrigger: true,
      scheduleSupport: "required",
      triggerResolverSupport: "valid",
      triggerResolverDefaultBatchSize: 100,
      triggerResolverDefaultConcurrentBatchLimit: 1,
      hasResolveTriggerItems: true,
      hasOnDeployPerform: true,
      hasResolveOnDeployItems: true,
    });
    expect(component.triggers[key]?.inputs.filter(({ scope }) => scope === "ON_DEPLOY")).toEqual([]);
  });

  test("batches hold each record of a poll's lists once, and change neither lists nor state", async () => {
    const [one, other] = [flow(), flow()];
    await one.poll();
    await other.pollInBatches();
    const news = [make(), make(), make()];
    const { items, ...polled } = await other.pollInBatches();
    expect(await one.poll()).toEqual(polled);
    expect(one.state()).toEqual(other.state());
    expect(changesOf(items).sort()).toEqual(news.sort());
    expect(items.map(({ record }) => record)).toEqual(Object.values(polled.data).flat());
    expect(await other.pollInBatches()).toMatchObject({ items: [], polledNoChanges: true });
  });

  test.each(["context", "result"] as const)(
    "what exists at deployment and what comes before the first poll come once each (state kept from the %s)",
    async (keeping) => {
      const { deploy, poll, pollInBatches } = flow();
      const loaded = await deploy({ keeping });
      expect(changesOf(loaded.items).sort()).toEqual(everything().sort());
      expect(loaded).toMatchObject({ polledNoChanges: false, warnings: [] });
      expect(loaded.items.map(({ record }) => record)).toEqual(Object.values(loaded.data).flat());
      remove?.();
      const news = [make(), make()];
      expect(changesOf((await pollInBatches()).items).sort()).toEqual(news.sort());
      expect(await poll()).toMatchObject({ polledNoChanges: true, warnings: [] });
    },
  );

  test("an initial sync of nothing has nothing to deliver, and the first poll goes on from there", async () => {
    const { store } = tv.sandbox;
    for (const records of [store.reports, store.alarms, store.managedDevices]) records.clear();
    for (const { accountIds } of store.userGroups.values()) accountIds.clear();
    store.events.length = 0;
    const { deploy, pollInBatches } = flow();
    expect(await deploy()).toMatchObject({ items: [], polledNoChanges: true });
    tv.sandbox.reset();
    expect(changesOf((await pollInBatches()).items).sort()).toEqual(everything().sort());
  });

  test("an initial sync that fails, or is lost, leaves everything to the next", async () => {
    const { deploy, poll, state } = flow();
    tv.sandbox.fault({ kind: "serverError", status: 400 });
    await expect(deploy()).rejects.toThrow("TeamViewer");
    expect(state()).toBeUndefined();
    await deploy({ lost: true });
    expect(changesOf((await deploy()).items).sort()).toEqual(everything().sort());
    expect((await poll()).polledNoChanges).toBe(true);
  });

  test("what comes while an initial sync reads its pages comes once, with it or with the first poll", async () => {
    const { deploy, pollInBatches } = flow();
    meanwhile = () => void make();
    tv.sandbox.fault({ kind: "latency", pass: 1 });
    const before = everything().length;
    const loaded = await deploy();
    const polled = await pollInBatches();
    expect(everything()).toHaveLength(before + 1);
    expect(changesOf([...loaded.items, ...polled.items]).sort()).toEqual(everything().sort());
    expect((await pollInBatches()).polledNoChanges).toBe(true);
  });

  test("polls before the initial sync take nothing away from it", async () => {
    const { deploy, poll } = flow();
    await poll();
    make();
    await poll();
    expect(changesOf((await deploy()).items).sort()).toEqual(everything().sort());
    expect((await poll()).polledNoChanges).toBe(true);
  });

  test("a later deployment delivers what a poll would", async () => {
    const { deploy, poll } = flow();
    await deploy();
    await poll();
    const news = make();
    expect(changesOf((await deploy()).items)).toEqual([news]);
    expect((await poll()).polledNoChanges).toBe(true);
    expect(await deploy()).toMatchObject({ items: [], polledNoChanges: true });
  });

  if (otherInputs) {
    test("a deployment with inputs that watch something else delivers all of that", async () => {
      const { deploy, poll } = flow();
      await deploy({ inputs: otherInputs });
      const { items, warnings } = await deploy();
      expect(changesOf(items).sort()).toEqual(everything().sort());
      expect(warnings).toEqual([expect.stringMatching(/inputs were changed\. Everything is delivered anew/)]);
      expect(await poll()).toMatchObject({ polledNoChanges: true, warnings: [] });
    });
  }
});

/** The items of a trigger with reports, alarms or devices, in short. */
const short = (items: readonly { change: string; record: unknown }[]) =>
  items.map(({ change: name, record }) => {
    const { id, AlarmId } = record as { id?: string; AlarmId?: string };
    return `${name} ${id ?? AlarmId}`;
  });

describe("an initial sync", () => {
  const minute = 60_000;

  test.each([
    ["newConnectionReports", () => [...tv.sandbox.store.reports.values()].map(({ end_date }) => end_date)],
    ["newEventLogEntries", () => tv.sandbox.store.events.map(({ Timestamp }) => Timestamp)],
    ["newMonitoringAlarms", () => [...tv.sandbox.store.alarms.values()].map((alarm) => alarm.TimeFrame?.FoundAt)],
  ])("of %s with Since delivers what is newer alone, and polls do not make up for the rest", async (key, timesOf) => {
    const times = (timesOf() as string[]).sort();
    const since = times[Math.floor(times.length / 2)] as string;
    const { deploy, poll } = flowWith<Lists>(tv, key, { since });
    const [list = []] = Object.values((await deploy()).data);
    expect(list).toHaveLength(times.filter((time) => Date.parse(time) > Date.parse(since)).length);
    expect(list.length).toBeGreaterThan(0);
    expect((await poll()).polledNoChanges).toBe(true);
  });

  test("goes on in the first poll with what has changed, in what was loaded too", async () => {
    const { deploy, pollInBatches } = flowWith<Lists>(tv, "newMonitoringAlarms");
    await deploy();
    const open = firstOf(tv.sandbox.store.alarms.values(), ({ Status }) => Status === 0);
    Object.assign(open, { Status: 1, TimeFrame: { ...open.TimeFrame, ResolvedAt: iso(Date.now()) } });
    expect(short((await pollInBatches()).items)).toEqual([`resolved ${open.AlarmId}`]);
  });

  test("goes on in the first poll with updates, where they are watched", async () => {
    const inputs = { pollResourceType: "managedDevices", showUpdatedRecords: "true" };
    const { deploy, pollInBatches } = flowWith<Lists>(tv, "pollChangesTrigger", inputs);
    await deploy();
    const device = firstOf(tv.sandbox.store.managedDevices.values());
    device.name = "Till 9";
    expect(short((await pollInBatches()).items)).toEqual([`updated ${device.id}`]);
  });

  test("without new records only notes what is there", async () => {
    const inputs = { pollResourceType: "managedDevices", showNewRecords: "false", showUpdatedRecords: "true" };
    const { deploy, poll } = flowWith<Lists>(tv, "pollChangesTrigger", inputs);
    expect(await deploy()).toMatchObject({ items: [], polledNoChanges: true });
    expect(await poll()).toMatchObject({ polledNoChanges: true, warnings: [] });
  });

  test("delivers a session that runs at deployment once it has ended", async () => {
    const { reports } = tv.sandbox.store;
    const report = firstOf(reports.values());
    reports.set(report.id, { ...report, end_date: undefined as unknown as string });
    const { deploy, pollInBatches } = flowWith<Lists>(tv, "newConnectionReports");
    expect((await deploy()).items).toHaveLength(reports.size - 1);
    reports.set(report.id, { ...report, end_date: iso(Date.now() + minute) });
    expect(short((await pollInBatches()).items)).toEqual([`created ${report.id}`]);
    tv.sandbox.violations.length = 0;
  });

  test("does not load a record again that is older than what the state reaches back to", async () => {
    const day = 24 * 60 * minute;
    const { alarms, newGuid } = tv.sandbox.store;
    for (let age = 0; age < 150; age += 1) {
      const AlarmId = newGuid();
      alarms.set(AlarmId, { AlarmId, Type: 3, Status: 0, TimeFrame: { FoundAt: iso(Date.now() - age * day) } });
    }
    const { deploy, poll } = flowWith<Lists>(tv, "newMonitoringAlarms", { lookBackDays: "1" });
    expect((await deploy()).data.raised).toHaveLength(alarms.size);
    expect(await poll()).toMatchObject({ polledNoChanges: true, warnings: [] });
  });
});

describe("an initial sync of more than one poll delivers", () => {
  const large = useTeamViewer({ seed: { connectionReports: 0 }, pageSizes: { reports: 1000 } });

  test("comes in parts with the first polls, each report once", async () => {
    const { reports, newGuid, account } = large.sandbox.store;
    for (let index = 0; index < 21_000; index += 1) {
      const [id, end] = [newGuid(), Date.now() - 100 * 86_400_000 + index * 60_000];
      reports.set(id, { id, userid: account.userId, start_date: iso(end - 60_000), end_date: iso(end) });
    }
    const flow = flowWith<Lists>(large, "newConnectionReports");
    const items = [];
    let { warnings } = await flow.deploy().then((loaded) => {
      items.push(...loaded.items);
      return loaded;
    });
    expect(warnings).toEqual([expect.stringContaining("the rest by the next polls")]);
    while (warnings.length > 0) {
      const polled = await flow.pollInBatches();
      items.push(...polled.items);
      ({ warnings } = polled);
    }
    expect(short(items)).toEqual([...reports.keys()].map((id) => `created ${id}`));
    expect((await flow.poll()).polledNoChanges).toBe(true);
  }, 60_000);
});
