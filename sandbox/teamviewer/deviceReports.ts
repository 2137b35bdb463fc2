import { ok } from "../core/answers";
import type { Seeding } from "../core/families";
import { equals } from "../core/filters";
import { pageAfter } from "../core/paging";
import { random } from "../core/random";
import { keyed } from "../core/seed";
import type { AnyCall, Handlers } from "./calls";
import type { ConnectionReport, ConnectionReportState } from "./connectionReports";
import { timeOf } from "./dates";
import { numberIn } from "./ids";
import { type FeatureState, hasFeatures, reportsOf } from "./reportFeatures";
import type { UserState } from "./users";

/** A session as the device has it that was connected to. */
export interface DeviceReport {
  Id: string;
  originid: number;
  userid?: string;
  username?: string;
  targetid: number;
  targetname?: string;
  start_date: string;
  end_date: string;
}

export interface DeviceReportState {
  deviceReports: Map<string, DeviceReport>;
}

export const pageSizes = { deviceReports: 1000 };

type Reach = AnyCall<DeviceReportState & FeatureState & UserState, typeof pageSizes>;

/** The TeamViewer ID of the computer that a user works on. */
const workplaceOf = (userid = ""): number => 700_000_000 + (numberIn(userid) % 100_000_000);

/** The other side of a session: the same user, device and times. */
export const otherSide = (report: ConnectionReport, Id: string): DeviceReport => ({
  Id,
  originid: workplaceOf(report.userid),
  userid: report.userid,
  username: report.username,
  targetid: Number(report.deviceid),
  targetname: report.devicename,
  start_date: report.start_date,
  end_date: report.end_date,
});

export const seed = ({ reports }: Seeding<unknown, ConnectionReportState>): DeviceReportState => {
  const chance = random("device reports");
  const withDevice = [...reports.values()].filter(({ deviceid }) => deviceid !== undefined);
  return {
    deviceReports: keyed(
      withDevice.map((report) => otherSide(report, chance.uuid())),
      ({ Id }) => Id,
    ),
  };
};

export const deviceReports = reportsOf({
  name: "Device report",
  records: ({ store }: AnyCall<DeviceReportState & UserState>) => store.deviceReports,
  id: ({ Id }) => Id,
});

export const handlers = {
  /** Bounded as connection reports are. */
  DeviceReports_Get: (call) => {
    const { userid, originId, targetId, offset_id } = call.query;
    const from = call.query.from_date && timeOf("from_date", call.query.from_date);
    const to = call.query.to_date && timeOf("to_date", call.query.to_date);
    const hasAll = hasFeatures(call, call.query.sessionReportFeatures);
    const { items, next } = pageAfter(deviceReports.sorted(call), {
      after: offset_id,
      size: call.pageSizes.deviceReports,
      id: deviceReports.id,
      keep: (report) =>
        hasAll(report.Id) &&
        (!from || Date.parse(report.start_date) >= from) &&
        (!to || Date.parse(report.end_date) < to) &&
        (originId === undefined || report.originid === originId) &&
        (targetId === undefined || report.targetid === targetId) &&
        equals(report.userid, userid),
    });
    return ok({ records: items, next_offset: next });
  },

  DeviceReports_GetIncomingSessionReportsByFeature: deviceReports.ofFeature,
  DeviceReports_GetOldestIncomingSessionReportByFeature: deviceReports.oldestOfFeature,
  DeviceReports_GetSessionReportFeatures: (call) => deviceReports.features(call, call.query.sessionReportIds),
  DeviceReports_PostGetSessionReportFeatures: (call) => deviceReports.features(call, call.body),
} satisfies Handlers<Reach>;
