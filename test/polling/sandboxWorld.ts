/** The vendor of the model test over HTTP: the sandbox, polled by real triggers as the platform polls them. */

import { isoDate as iso } from "../../sandbox/core/time";
import type { ConnectionReport, ManagedDevice, Sandbox } from "../../sandbox/teamviewer";
import { instanceOf } from "../teamviewer/triggers/support";
import { damageState } from "./memoryWorld";
import {
  type Conditions,
  type ListDelivery,
  type Listed,
  listedUnder,
  shuffled,
  type Timed,
  type TimedOptions,
  type World,
} from "./model";

export const guid = (number: number) => `6f1d9c1e-4a3b-4d8e-9b52-${String(number).padStart(12, "0")}`;

type Instance<Data> = ReturnType<typeof instanceOf<Data>>;

/** The first page fails with an error of the vendor's, a later one by naming itself as the next. */
const queueFault = (sandbox: Sandbox, { failingPage }: Conditions) => {
  if (failingPage === 0) sandbox.fault({ kind: "serverError", status: 400 });
  if (failingPage !== undefined && failingPage > 0) sandbox.fault({ kind: "repeatToken" });
};

const isFault = (error: Error) => /internal_error|list repeats itself/.test(error.message);

/** Polls under these conditions; undefined when the vendor failed, or the poll was cut off before its end. */
const pollUnder = async <Data, Lists>(
  sandbox: Sandbox,
  instance: Instance<Data>,
  conditions: Conditions,
  read: (data: Data) => Lists,
) => {
  queueFault(sandbox, conditions);
  try {
    const { data, ...rest } = await instance.poll({ lost: conditions.lost });
    return conditions.lost ? undefined : { lists: read(data), ...rest };
  } catch (error) {
    if (isFault(error as Error)) return undefined;
    throw error;
  } finally {
    sandbox.clearFaults();
  }
};

/** Puts what the vendor lists under these conditions into the sandbox's store. */
const fill = <Item extends { id: string }, Stored>(
  store: Map<string, Stored>,
  records: Map<string, Item>,
  conditions: Conditions,
  make: (item: Item) => Stored,
) => {
  const listed = listedUnder(records.values(), conditions);
  store.clear();
  for (const item of conditions.shuffle === undefined ? listed : shuffled(listed, conditions.shuffle)) {
    store.set(item.id, make(item));
  }
};

const toDevice = ({ id, content, volatile }: Listed): ManagedDevice => ({
  id,
  teamviewerId: 123_456_789,
  name: `content ${content}`,
  isOnline: volatile % 2 === 0,
  last_seen: new Date(Date.UTC(2026, 2, 31) + volatile * 1000).toISOString(),
  teamViewerVersion: "15.68.5",
  deviceDescription: "",
  company: true,
});

type Devices = Record<"created" | "updated", { id: string; name: string }[]>;

/** Managed devices, watched by `pollChangesTrigger`. */
export const sandboxList = (sandbox: Sandbox): World<Listed, ListDelivery> => {
  const records = new Map<string, Listed>();
  const instance = instanceOf<Devices>("pollChangesTrigger", sandbox, {
    inputs: { pollResourceType: "managedDevices", showUpdatedRecords: "true" },
  });
  // The answer has no volatile number: what counts is that the record came with its present content.
  const toListed = (device: { id: string; name: string }) =>
    device.name === `content ${records.get(device.id)?.content}` ? (records.get(device.id) as Listed) : device;
  return {
    put: (record) => records.set(record.id, record),
    remove: (id) => records.delete(id),
    damage: (how) => damageState(instance.state, how),
    poll: (conditions) => {
      fill(sandbox.store.managedDevices, records, conditions, toDevice);
      return pollUnder(sandbox, instance, conditions, ({ created, updated }) => ({
        created: created.map(toListed) as Listed[],
        updated: updated.map(toListed) as Listed[],
      }));
    },
  };
};

/** A session of up to nine days, so that many that end now began before the last poll. */
const toReport =
  (userid: string) =>
  ({ id, time = 0 }: Timed): ConnectionReport => ({
    id,
    userid,
    start_date: iso(time - (Number(id.slice(-1)) * 86_400_000 + 60_000)),
    end_date: iso(time),
  });

/** Connection reports, watched by `newConnectionReports`. */
export const sandboxTimed = (
  sandbox: Sandbox,
  { since, overlapMinutes }: TimedOptions,
  sinceTime: string,
): World<Timed, { records: Timed[] }> => {
  const records = new Map<string, Timed>();
  const inputs = { overlapMinutes: String(overlapMinutes), since: since === undefined ? "" : sinceTime };
  const instance = instanceOf<{ records: { id: string; end_date: string }[] }>("newConnectionReports", sandbox, {
    inputs,
  });
  return {
    put: (record) => records.set(record.id, record),
    remove: (id) => records.delete(id),
    damage: (how) => damageState(instance.state, how),
    poll: (conditions) => {
      fill(sandbox.store.reports, records, conditions, toReport(sandbox.store.account.userId));
      return pollUnder(sandbox, instance, conditions, (data) => ({
        records: data.records.map(({ id, end_date }) => ({ id, time: Date.parse(end_date) })),
      }));
    },
  };
};
