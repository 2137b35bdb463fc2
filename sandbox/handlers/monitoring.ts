import { ok } from "../answers";
import type { AnyCall, Handlers } from "../calls";
import { pageOf } from "../paging";
import type { Alarm, Schema } from "../store";
import { equals, exactTimeOf } from "./shared";

const foundAt = ({ TimeFrame }: Alarm): number => Date.parse(String(TimeFrame?.FoundAt));

const deviceMatches = ({ DeviceId }: Alarm, deviceId: string | undefined) =>
  equals(String(DeviceId), deviceId?.replace(/^d/, ""));

/** A start alone gives the alarms after it, an end alone those before it. */
const alarms = (call: AnyCall, filter: Schema<"GetMonitoringAlarmsParameters">) => {
  const { Status, DeviceId, GroupId, ContinuationToken } = filter;
  const start = filter.StartDate ? exactTimeOf("startDate", filter.StartDate) : Number.NEGATIVE_INFINITY;
  const end = filter.EndDate ? exactTimeOf("endDate", filter.EndDate) : Number.POSITIVE_INFINITY;
  const found = [...call.store.alarms.values()].filter(
    (alarm) =>
      foundAt(alarm) >= start &&
      foundAt(alarm) < end &&
      (Status === undefined || alarm.Status === Status) &&
      (GroupId === undefined || alarm.GroupId === GroupId) &&
      deviceMatches(alarm, DeviceId),
  );
  const { items, next } = pageOf("alarms", found, call.pageSizes.alarms, ContinuationToken);
  return ok({ Alarms: items, ContinuationToken: next });
};

export const monitoring: Handlers = {
  Monitoring_GetAlarms: (call) => {
    const { status, deviceId, groupId, continuationToken, startDate, endDate } = call.query;
    return alarms(call, {
      Status: status,
      DeviceId: deviceId,
      GroupId: groupId,
      ContinuationToken: continuationToken,
      StartDate: startDate,
      EndDate: endDate,
    });
  },
  Monitoring_GetAlarmsPost: (call) => alarms(call, call.body),
};
