/** The vendor of the model test over HTTP: the sandbox, polled by real triggers as the platform polls them. */

import { isoDate as iso } from "../../sandbox/core/time";
import type { ConnectionReport, Fault, ManagedDevice, Sandbox } from "../../sandbox/teamviewer";
import { instanceOf } from "../teamviewer/triggers/support";
import { damageState, huge, refusals, strangers, withClockOff } from "./memoryWorld";
import {
  borneAnswers,
  type Conditions,
  type ListDelivery,
  type Listed,
  listedUnder,
  type OddAnswer,
  shuffled,
  type Timed,
  type TimedOptions,
  type World,
} from "./model";

export const guid = (number: number) => `6f1d9c1e-4a3b-4d8e-9b52-${String(number).padStart(12, "0")}`;

type Instance<Data> = ReturnType<typeof instanceOf<Data>>;

/** A list of the vendor's: its path, and what its answers have. */
interface ListOfVendor {
  path: string;
  items: string;
  next: string;
  id: string;
  time?: string;
}

/** The first page, as the sandbox gives it. */
const firstPage = async (sandbox: Sandbox, { path, items }: ListOfVendor) => {
  const headers = { authorization: `Bearer ${sandbox.credentials.userToken}` };
  const response = await fetch(`${sandbox.baseUrl}${path}`, { headers });
  const answer = (await response.json()) as Record<string, unknown>;
  return { answer, records: answer[items] as unknown[] };
};

const oddBodies = ({ items, next }: ListOfVendor): Partial<Record<OddAnswer, unknown>> => ({
  null: null,
  text: "maintenance",
  number: 7,
  list: [],
  listOfAnotherType: { [items]: {} },
  oddToken: { [items]: [], [next]: { page: 2 } },
});

/** What is odd about an answer as a fault of the sandbox. Those that can be borne hit the first page. */
const oddFault = async (
  sandbox: Sandbox,
  list: ListOfVendor,
  { page, how }: NonNullable<Conditions["odd"]>,
): Promise<Fault> => {
  const { items, id, time, path } = list;
  const bodies = oddBodies(list);
  if (how in bodies) return { kind: "oddBody", body: bodies[how], pass: page };
  if (how === "emptyObject") return { kind: "emptyObject", pass: page };
  if (how === "webPage") return { kind: "html", status: 400, pass: page };
  if (how === "redirect") return { kind: "redirect", status: 302, location: `${sandbox.url}/elsewhere`, pass: page };
  if (how === "waitForYears") return { kind: "rateLimit", retryAfter: "Fri, 31 Dec 2100 23:59:59 GMT", pass: page };
  if (how === "moved") return { kind: "redirect", location: `${sandbox.baseUrl}${path}` };
  // The sandbox has no fresh tokens without end, but the same one again and again.
  if (how === "endless") return { kind: "repeatToken", times: Number.POSITIVE_INFINITY };
  const { answer, records } = await firstPage(sandbox, list);
  const odd = how === "huge" ? huge(records) : [...strangers(id, time), ...records];
  return { kind: "oddBody", body: { ...answer, [items]: odd } };
};

/** The first page fails with an error of the vendor's, a later one by naming itself as the next. */
const failure = (page: number): Fault => (page === 0 ? { kind: "serverError", status: 400 } : { kind: "repeatToken" });

const queueFault = async (sandbox: Sandbox, list: ListOfVendor, { failingPage, odd }: Conditions) => {
  if (odd) sandbox.fault(await oddFault(sandbox, list, odd));
  else if (failingPage !== undefined) sandbox.fault(failure(failingPage));
};

const isFault = ({ message }: Error) =>
  refusals.test(message) ||
  /internal_error|list repeats itself|a web page instead of JSON|\bredirect|rate_limit_reached/.test(message);

/** The odd answer that a poll of so many calls was given; that the list is endless may not have mattered to it. */
const givenIn = (calls: number, { odd }: Conditions): OddAnswer | undefined =>
  odd && odd.how !== "endless" && (calls > odd.page || borneAnswers.some((borne) => borne === odd.how))
    ? odd.how
    : undefined;

/** Polls under these conditions; undefined when the vendor failed, or the poll was cut off before its end. */
const pollUnder = async <Data, Lists>(
  sandbox: Sandbox,
  list: ListOfVendor,
  instance: Instance<Data>,
  conditions: Conditions,
  read: (data: Data) => Lists,
) => {
  const { lost, clockOff } = conditions;
  await queueFault(sandbox, list, conditions);
  try {
    const { data, ...rest } = await withClockOff(clockOff, () => instance.poll({ lost }));
    return lost ? undefined : { lists: read(data), ...rest, odd: givenIn(rest.calls, conditions) };
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
  access: new Map(),
});

const deviceList: ListOfVendor = {
  path: "/managed/devices",
  items: "resources",
  next: "nextPaginationToken",
  id: "id",
};

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
    state: instance.state.text,
    put: (record) => records.set(record.id, record),
    remove: (id) => records.delete(id),
    damage: (how) => damageState(instance.state, how),
    poll: (conditions) => {
      fill(sandbox.store.managedDevices, records, conditions, toDevice);
      return pollUnder(sandbox, deviceList, instance, conditions, ({ created, updated }) => ({
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

const reportList: ListOfVendor = {
  path: "/reports/connections",
  items: "records",
  next: "next_offset",
  id: "id",
  time: "end_date",
};

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
    state: instance.state.text,
    put: (record) => records.set(record.id, record),
    remove: (id) => records.delete(id),
    damage: (how) => damageState(instance.state, how),
    poll: (conditions) => {
      fill(sandbox.store.reports, records, conditions, toReport(sandbox.store.account.userId));
      return pollUnder(sandbox, reportList, instance, conditions, (data) => ({
        records: data.records.map(({ id, end_date }) => ({ id, time: Date.parse(end_date) })),
      }));
    },
  };
};
