import { done, ok } from "../core/answers";
import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import { equals } from "../core/filters";
import { complaints } from "../core/names";
import { pageAfter } from "../core/paging";
import { random } from "../core/random";
import { inTurn, keyed, times } from "../core/seed";
import { hour, isoDate, minute } from "../core/time";
import type { AnyCall, Handlers, Schema } from "./calls";
import { timeOf } from "./dates";
import type { Device, DeviceState } from "./devices";
import type { GroupState } from "./groups";
import { type FeatureState, hasFeatures, reportsOf } from "./reportFeatures";
import { seededCode } from "./sessions";
import type { User, UserState } from "./users";

/** A report with the dates that it always has. */
export type ConnectionReport = Schema<"GetConnectionResponse"> & { id: string; start_date: string; end_date: string };

export interface ConnectionReportState {
  reports: Map<string, ConnectionReport>;
}

export const counts = { connectionReports: 40 };

export const pageSizes = { reports: 1000 };

type Reach = AnyCall<ConnectionReportState & FeatureState & UserState, typeof pageSizes>;

type Earlier = UserState & DeviceState & GroupState;

/** Newest first; three sessions an hour, every tenth ending in the same second as the one before it. */
const seedReports = (count: number, users: User[], devices: Device[], { groups }: GroupState, now: number) => {
  const chance = random("connection reports");
  return times(count, (index): ConnectionReport => {
    const step = index % 10 === 9 ? index - 1 : index;
    const end = now - hour - step * 20 * minute;
    const user = inTurn(users, index);
    const device = inTurn(devices, index);
    const group = groups.get(device?.groupid ?? "");
    const code = index % 2 === 0 ? seededCode(index) : undefined;
    return {
      id: chance.uuid(),
      userid: user?.id ?? "u1",
      username: user?.name ?? "",
      deviceid: device?.remotecontrol_id.slice(1),
      devicename: device?.alias,
      groupid: group?.id,
      groupname: group?.name,
      support_session_type: code ? 2 : 1,
      start_date: isoDate(end - (5 + chance.integer(40)) * minute),
      end_date: isoDate(end),
      fee: index % 5 === 0 ? 0 : 25 + chance.integer(50),
      currency: "EUR",
      billing_state: ["Bill", "Billed", "DoNotBill"][index % 3],
      notes: index % 4 === 0 ? (inTurn(complaints, index) ?? "") : "",
      ...(code && { session_code: code, assigned_userid: user?.id, custom_api: `{"ticket":${4100 + index}}` }),
    };
  });
};

export const seed = ({ count, now, ...earlier }: Seeding<typeof counts, Earlier>): ConnectionReportState => {
  const users = [...earlier.users.values()];
  const devices = [...earlier.devices.values()];
  return { reports: keyed(seedReports(count.connectionReports, users, devices, earlier, now), ({ id }) => id) };
};

export const reports = reportsOf({
  name: "Connection report",
  records: ({ store }: AnyCall<ConnectionReportState & UserState>) => store.reports,
  id: ({ id }) => id,
});

const billingStates = ["Bill", "Billed", "DoNotBill"];
const sessionTypes = ["Undefined", "RemoteConnection", "RemoteSupportActive", "RemoteSupportActiveSdk"];

const typeNumber = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const number = /^\d$/.test(text) ? Number(text) : sessionTypes.indexOf(text);
  if (number < 1 || number >= sessionTypes.length) throw badRequest(`support_session_type is not '${text}'.`);
  return number;
};

/** `0` stands for the devices in no group. */
const inGroup = (report: ConnectionReport, groupid: string | undefined) =>
  groupid === "0" ? !report.groupid : equals(report.groupid, groupid);

const hasCode = (report: ConnectionReport, wanted: boolean | undefined) =>
  wanted === undefined || wanted === (report.session_code !== undefined);

export const handlers = {
  /** `from_date` is an inclusive bound of the start, `to_date` an exclusive one of the end. */
  Connections_Get: (call) => {
    const { username, userid, groupid, devicename, deviceid, session_code, has_code, offset_id } = call.query;
    const from = call.query.from_date && timeOf("from_date", call.query.from_date);
    const to = call.query.to_date && timeOf("to_date", call.query.to_date);
    const type = typeNumber(call.query.support_session_type);
    const hasAll = hasFeatures(call, call.query.sessionReportFeatures);
    const { items, remaining, next } = pageAfter(reports.sorted(call), {
      after: offset_id,
      size: call.pageSizes.reports,
      id: reports.id,
      keep: (report) =>
        hasAll(report.id) &&
        (!from || Date.parse(report.start_date) >= from) &&
        (!to || Date.parse(report.end_date) < to) &&
        (type === undefined || report.support_session_type === type) &&
        hasCode(report, has_code) &&
        inGroup(report, groupid) &&
        equals(report.username, username) &&
        equals(report.userid, userid) &&
        equals(report.devicename, devicename) &&
        equals(report.deviceid, deviceid) &&
        equals(report.session_code, session_code),
    });
    return ok({ records: items, records_remaining: remaining, next_offset: next });
  },

  Connections_Get1: (call) => ok(reports.find(call, call.path.id)),

  Connections_Put: (call) => {
    const { billing_state, notes } = call.body;
    if (billing_state !== undefined && !billingStates.includes(billing_state)) {
      throw badRequest(`billing_state is one of ${billingStates.join(", ")}.`);
    }
    return done(reports.change(call, call.path.id, { billing_state, notes }));
  },

  Connections_Delete: (call) => done(reports.remove(call, call.path.id)),

  Connections_GetReportsByFeature: reports.ofFeature,
  Connections_GetOldestSessionReportByFeature: reports.oldestOfFeature,
  Connections_GetSessionReportFeatures: (call) => reports.features(call, call.query.sessionReportIds),
  Connections_PostGetSessionReportFeatures: (call) => reports.features(call, call.body),
} satisfies Handlers<Reach>;
