import { noContent, ok } from "../answers";
import type { AnyCall, Handlers } from "../calls";
import { badRequest, notFound } from "../errors";
import { pageAfter } from "../paging";
import { listed } from "../permissions";
import type { ConnectionReport } from "../store";
import { ownUser } from "./account";
import { equals, sent, timeOf } from "./shared";

const billingStates = ["Bill", "Billed", "DoNotBill"];
const sessionTypes = ["Undefined", "RemoteConnection", "RemoteSupportActive", "RemoteSupportActiveSdk"];

/** By end date, the latest first; equal dates by id, so that the order is always the same. */
const latestEndFirst = (one: ConnectionReport, other: ConnectionReport) => {
  if (one.end_date !== other.end_date) return one.end_date < other.end_date ? 1 : -1;
  return one.id < other.id ? 1 : -1;
};

const reportOf = (call: AnyCall, id: string): ConnectionReport => {
  const report = call.store.reports.get(id);
  if (!report || !visibility(call)(report)) throw notFound("Connection report", id);
  return report;
};

/** A user without the right to see all connections of the company sees only the own ones. */
const visibility = (call: AnyCall) => {
  const { token } = call;
  const all = token.level === "company" || listed(ownUser(call).permissions).includes("ViewAllConnections");
  return (report: ConnectionReport) => all || report.userid === token.userId;
};

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

export const connectionReports: Handlers = {
  /** `from_date` is an inclusive bound of the start, `to_date` an exclusive one of the end. */
  Connections_Get: (call) => {
    const { username, userid, groupid, devicename, deviceid, session_code, has_code, offset_id } = call.query;
    const from = call.query.from_date && timeOf("from_date", call.query.from_date);
    const to = call.query.to_date && timeOf("to_date", call.query.to_date);
    const isVisible = visibility(call);
    const type = typeNumber(call.query.support_session_type);
    const { items, remaining, next } = pageAfter([...call.store.reports.values()].sort(latestEndFirst), {
      after: offset_id,
      size: call.pageSizes.reports,
      id: (report) => report.id,
      keep: (report) =>
        isVisible(report) &&
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

  Connections_Get1: (call) => ok(reportOf(call, call.path.id)),

  Connections_Put: (call) => {
    const { billing_state, notes } = call.body;
    if (billing_state !== undefined && !billingStates.includes(billing_state)) {
      throw badRequest(`billing_state is one of ${billingStates.join(", ")}.`);
    }
    Object.assign(reportOf(call, call.path.id), sent({ billing_state, notes }));
    return noContent();
  },

  Connections_Delete: (call) => {
    call.store.reports.delete(reportOf(call, call.path.id).id);
    return noContent();
  },
};
