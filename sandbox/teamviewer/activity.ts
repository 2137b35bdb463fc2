/** Everyday life at the vendor's, so that triggers have something to fire for. */
import { deviceName } from "../core/names";
import { inTurn } from "../core/seed";
import type { Ids } from "../core/store";
import { day, isoDate, minute } from "../core/time";
import type { ConnectionReport } from "./connectionReports";
import { otherSide } from "./deviceReports";
import type { State } from "./families";
import { teamviewerIdOf } from "./ids";
import { diskAlarm } from "./monitoring";
import { sessionCode } from "./sessions";

type Store = State & Ids;

/** The record whose turn it is: another one at every step. */
const nextOf = <Item>(items: Iterable<Item>, step: number): Item | undefined => inTurn([...items], step);

const finishSession = (store: Store, step: number, now: number) => {
  const session = nextOf(
    [...store.sessions.values()].filter(({ state }) => state === "open"),
    step,
  );
  const device = nextOf(store.devices.values(), step);
  const user = store.users.get(session?.assigned_userid ?? store.account.userId);
  if (session) Object.assign(session, { state: "closed", closed_at: isoDate(now), online: false });
  const report: ConnectionReport = {
    id: store.newGuid(),
    userid: user?.id,
    username: user?.name,
    deviceid: device?.remotecontrol_id.slice(1),
    devicename: device?.alias,
    groupid: device?.groupid,
    support_session_type: session ? 2 : 1,
    start_date: isoDate(now - 20 * minute),
    end_date: isoDate(now),
    fee: 25,
    currency: "EUR",
    billing_state: "Bill",
    notes: "",
    ...(session && { session_code: session.code, custom_api: session.custom_api }),
  };
  store.reports.set(report.id, report);
  const incoming = otherSide(report, store.newGuid());
  store.deviceReports.set(incoming.Id, incoming);
};

const openSession = (store: Store, step: number, now: number) => {
  const group = nextOf(store.groups.values(), step);
  const code = sessionCode(store.nextNumber());
  store.sessions.set(code, {
    code,
    state: "open",
    groupid: group?.id ?? "",
    createdBy: store.account.userId,
    created_at: isoDate(now),
    valid_until: isoDate(now + day),
    description: "Screen stays black",
    support_session_type: 2,
    online: true,
  });
};

const assignSession = (store: Store, step: number, now: number) => {
  const waiting = [...store.sessions.values()].filter((each) => each.state === "open" && !each.assigned_userid);
  const session = nextOf(waiting, step);
  if (session) Object.assign(session, { assigned_userid: store.account.userId, assigned_at: isoDate(now) });
};

const billReport = (store: Store, step: number) => {
  const report = nextOf(
    [...store.reports.values()].filter((each) => each.billing_state === "Bill"),
    step,
  );
  if (report) Object.assign(report, { billing_state: "Billed", notes: "Invoice sent" });
};

const flipManagedDevice = (store: Store, step: number, now: number) => {
  const device = nextOf(store.managedDevices.values(), step);
  if (device) Object.assign(device, { isOnline: !device.isOnline, last_seen: isoDate(now) });
};

const enrolManagedDevice = (store: Store, now: number) => {
  const id = store.newGuid();
  const count = store.managedDevices.size;
  const [other] = store.managedDevices.values();
  store.managedDevices.set(id, {
    id,
    teamviewerId: teamviewerIdOf(count),
    name: deviceName(count),
    isOnline: true,
    last_seen: isoDate(now),
    teamViewerVersion: "15.68.5",
    deviceDescription: "",
    company: true,
    access: new Map(other?.access),
  });
};

const moved = (name: string) => `${name.replace(/ \(moved\)$/, "")} (moved)`;

const moveDevices = (store: Store, step: number) => {
  const device = nextOf(store.devices.values(), step);
  if (device) device.alias = moved(device.alias);
  const managedDevice = nextOf(store.managedDevices.values(), step + 1);
  if (managedDevice) managedDevice.name = moved(managedDevice.name);
};

const editUser = (store: Store, step: number, now: number) => {
  const user = nextOf(store.users.values(), step);
  if (user) user.log_sessions = !user.log_sessions;
  store.events.push({
    EventName: "EditUserProperties",
    EventType: "CompanyAdministration",
    Timestamp: isoDate(now),
    Author: user?.name,
    AuthorEmail: user?.email,
    AffectedItem: user?.name,
    EventDetails: [
      { PropertyName: "LogSessions", OldValue: String(!user?.log_sessions), NewValue: String(user?.log_sessions) },
    ],
  });
};

const raiseAlarm = (store: Store, step: number, now: number) => {
  const device = nextOf(store.devices.values(), step);
  const AlarmId = store.newGuid();
  const TimeFrame = { FoundAt: isoDate(now) };
  store.alarms.set(AlarmId, { ...diskAlarm(AlarmId, device, 4), Type: 1, Status: 0, TimeFrame });
};

const resolveAlarm = (store: Store, step: number, now: number) => {
  const alarm = nextOf(
    [...store.alarms.values()].filter(({ Status }) => Status === 0),
    step,
  );
  if (alarm) Object.assign(alarm, { Status: 1, TimeFrame: { ...alarm.TimeFrame, ResolvedAt: isoDate(now) } });
};

const publishPatches = (store: Store, step: number) => {
  const device = nextOf(store.patchDevices.values(), step);
  const [patch] = [...store.patchDevices.values()].flatMap(({ missing }) => missing);
  if (!device || !patch) return;
  for (let count = 0; count < 10; count++) device.missing.push({ ...patch, patch_id: store.newGuid() });
};

const moveMember = (store: Store, step: number) => {
  const groups = [...store.userGroups.values()];
  const from = nextOf(
    groups.filter(({ accountIds }) => accountIds.size > 0),
    step,
  );
  const to = nextOf(
    groups.filter((group) => group !== from),
    step,
  );
  const [accountId] = from?.accountIds ?? [];
  if (accountId === undefined || !to) return;
  from?.accountIds.delete(accountId);
  to.accountIds.add(accountId);
};

/**
 * One step: a session is opened, one assigned, one finished and reported; a report is billed, a managed device goes
 * on or off, another is new, two devices are moved, a member changes its user group, somebody edits a user, an alarm is
 * raised and one resolved, patches come out.
 */
export const simulateActivity = (store: Store, now: number, step: number): void => {
  finishSession(store, step, now);
  assignSession(store, step, now);
  openSession(store, step, now);
  billReport(store, step);
  flipManagedDevice(store, step, now);
  enrolManagedDevice(store, now);
  moveDevices(store, step);
  moveMember(store, step);
  editUser(store, step, now);
  resolveAlarm(store, step, now);
  raiseAlarm(store, step, now);
  publishPatches(store, step);
};
