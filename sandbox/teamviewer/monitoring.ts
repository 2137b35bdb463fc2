import { ok } from "../core/answers";
import type { Seeding } from "../core/families";
import { equals } from "../core/filters";
import { pageOf } from "../core/paging";
import { random } from "../core/random";
import { inTurn, keyed, times } from "../core/seed";
import { hour, isoDate } from "../core/time";
import type { AnyCall, Handlers, Schema } from "./calls";
import { exactTimeOf } from "./dates";
import type { Device, DeviceState } from "./devices";
import { numberIn } from "./ids";
import type { UserState } from "./users";

export type Alarm = Schema<"Alarm"> & { AlarmId: string };

export interface AlarmState {
  alarms: Map<string, Alarm>;
}

export const counts = { alarms: 15 };

export const pageSizes = { alarms: 100 };

type Reach = AnyCall<AlarmState, typeof pageSizes>;

/** An alarm on a device; its status and times are the caller's. */
export const diskAlarm = (AlarmId: string, device: Device | undefined, percentFree: number) => ({
  AlarmId,
  AlarmConfiguration: "Free disk space below 10 %",
  AlarmDetails: `${device?.alias ?? "Device"}: ${percentFree} % free on C:`,
  DeviceId: device ? numberIn(device.device_id) : 1,
  GroupId: device ? numberIn(device.groupid) : 1,
  GroupIds: device ? [device.groupid] : [],
});

/** Every third is open, resolved or acknowledged. */
const seedAlarms = (count: number, devices: Device[], acknowledger: string | undefined, now: number): Alarm[] => {
  const chance = random("alarms");
  return times(count, (index): Alarm => {
    const found = now - (index + 1) * 2 * hour;
    const status = (index % 3) as 0 | 1 | 2;
    const AlarmId = chance.uuid();
    const Type = chance.pick([1, 2, 3, 5, 8] as const);
    return {
      ...diskAlarm(AlarmId, inTurn(devices, index), 2 + chance.integer(8)),
      Type,
      Status: status,
      TimeFrame: {
        FoundAt: isoDate(found),
        ...(status === 1 && { ResolvedAt: isoDate(found + hour) }),
        ...(status === 2 && { AcknowledgedAt: isoDate(found + hour), AcknowledgedBy: acknowledger }),
      },
    };
  });
};

export const seed = ({ count, now, users, devices }: Seeding<typeof counts, UserState & DeviceState>): AlarmState => {
  const [first] = users.values();
  return { alarms: keyed(seedAlarms(count.alarms, [...devices.values()], first?.name, now), (one) => one.AlarmId) };
};

const foundAt = ({ TimeFrame }: Alarm): number => Date.parse(String(TimeFrame?.FoundAt));

const deviceMatches = ({ DeviceId }: Alarm, deviceId: string | undefined) =>
  equals(String(DeviceId), deviceId?.replace(/^d/, ""));

/** A start alone gives the alarms after it, an end alone those before it. */
const list = (call: Reach, filter: Schema<"GetMonitoringAlarmsParameters">) => {
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

export const handlers = {
  Monitoring_GetAlarms: (call) => {
    const { status, deviceId, groupId, continuationToken, startDate, endDate } = call.query;
    return list(call, {
      Status: status,
      DeviceId: deviceId,
      GroupId: groupId,
      ContinuationToken: continuationToken,
      StartDate: startDate,
      EndDate: endDate,
    });
  },

  Monitoring_GetAlarmsPost: (call) => list(call, call.body),
} satisfies Handlers<Reach>;
