import { random } from "../random";
import type { Alarm, AuditEvent, ConnectionReport, Device, Group, PatchDevice, Session, User } from "../store";
import { day, hour, isoDate, minute, sessionCode, teamviewerIdOf, times } from "./common";
import { complaints, emailOf, people, products } from "./names";

export const seedSessions = (count: number, groups: Group[], users: User[], now: number): Session[] => {
  const chance = random("sessions");
  return times(groups.length > 0 ? count : 0, (index) => {
    const created = now - (index + 1) * 3 * hour - chance.integer(hour);
    const closed = index % 3 === 2;
    const assignee = index % 2 === 0 ? users[index % users.length]?.id : undefined;
    const customer = people[(index + 5) % people.length] ?? "";
    return {
      code: sessionCode(index),
      state: closed ? "closed" : "open",
      groupid: groups[index % groups.length]?.id ?? "",
      createdBy: users[0]?.id ?? "",
      created_at: isoDate(created),
      valid_until: isoDate(created + (closed ? day : 30 * day)),
      closed_at: closed ? isoDate(created + 40 * minute) : undefined,
      assigned_userid: assignee,
      assigned_at: assignee && isoDate(created + 5 * minute),
      description: complaints[index % complaints.length],
      end_customer: { name: customer, email: emailOf(customer, 0) },
      custom_api: JSON.stringify({ ticket: 4100 + index }),
      support_session_type: 2,
      online: !closed && index % 4 === 0,
    };
  });
};

/** Newest first; three sessions an hour, every tenth ending in the same second as the one before it. */
export const seedReports = (count: number, users: User[], devices: Device[], groups: Group[], now: number) => {
  const chance = random("connection reports");
  return times(count, (index): ConnectionReport => {
    const step = index % 10 === 9 ? index - 1 : index;
    const end = now - hour - step * 20 * minute;
    const user = users[index % Math.max(1, users.length)];
    const device = devices[index % Math.max(1, devices.length)];
    const group = groups.find((candidate) => candidate.id === device?.groupid);
    const code = index % 2 === 0 ? sessionCode(index) : undefined;
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
      notes: index % 4 === 0 ? (complaints[index % complaints.length] ?? "") : "",
      ...(code && { session_code: code, assigned_userid: user?.id, custom_api: `{"ticket":${4100 + index}}` }),
    };
  });
};

const eventKinds = [
  { EventName: "StartedSession", EventType: "Session" },
  { EventName: "EndedSession", EventType: "Session" },
  { EventName: "EditUserProperties", EventType: "CompanyAdministration" },
  { EventName: "GroupShared", EventType: "GroupManagement" },
  { EventName: "UserCreated", EventType: "CompanyAdministration" },
  { EventName: "PolicyUpdated", EventType: "Policy" },
  { EventName: "DeviceAddedToGroup", EventType: "DeviceManagement" },
  { EventName: "UserRoleAssigned", EventType: "UserRole" },
];

export const seedEvents = (count: number, users: User[], devices: Device[], now: number): AuditEvent[] => {
  const chance = random("events");
  return times(count, (index) => {
    const kind = eventKinds[index % eventKinds.length] as (typeof eventKinds)[number];
    const author = users[index % Math.max(1, users.length)];
    return {
      ...kind,
      Timestamp: isoDate(now - (index + 1) * 7 * minute),
      Author: author?.name,
      AuthorEmail: author?.email,
      AffectedItem: devices[index % Math.max(1, devices.length)]?.alias ?? "",
      EventDetails:
        kind.EventType === "Session"
          ? [{ PropertyName: "RCSessionGuid", NewValue: chance.uuid() }]
          : [{ PropertyName: "Name", OldValue: "Till 01", NewValue: "Till 02" }],
    };
  });
};

export const seedAlarms = (count: number, devices: Device[], users: User[], now: number): Alarm[] => {
  const chance = random("alarms");
  return times(count, (index): Alarm => {
    const found = now - (index + 1) * 2 * hour;
    const status = (index % 3) as 0 | 1 | 2;
    const device = devices[index % Math.max(1, devices.length)];
    return {
      AlarmId: chance.uuid(),
      Type: chance.pick([1, 2, 3, 5, 8] as const),
      AlarmConfiguration: "Free disk space below 10 %",
      AlarmDetails: `${device?.alias ?? "Device"}: ${2 + chance.integer(8)} % free on C:`,
      DeviceId: Number(device?.device_id.slice(1) ?? 1),
      GroupId: Number(device?.groupid.slice(1) ?? 1),
      Status: status,
      TimeFrame: {
        FoundAt: isoDate(found),
        ...(status === 1 && { ResolvedAt: isoDate(found + hour) }),
        ...(status === 2 && { AcknowledgedAt: isoDate(found + hour), AcknowledgedBy: users[0]?.name }),
      },
      GroupIds: device ? [device.groupid] : [],
    };
  });
};

export const seedPatchDevices = (count: number, now: number): PatchDevice[] => {
  const chance = random("patches");
  return times(count, (index) => ({
    teamviewer_id: teamviewerIdOf(index),
    activation_time: isoDate(now - 90 * day - index * day),
    missing: times(chance.integer(6), (number) => {
      const product = products[(index + number) % products.length] as (typeof products)[number];
      return {
        patch_id: chance.uuid(),
        patch_region_id: 1033,
        severity: chance.pick([1, 2, 3, 4] as const),
        product_name: product.name,
        bulletin_name: product.kb,
        bulletin_title: product.bulletin,
        bulletin_url: `https://example.com/bulletins/${product.kb}`,
        type: 1 as const,
        kb: product.kb,
        cve: [`CVE-2024-${1000 + chance.integer(9000)}`],
        release_date: isoDate(now - chance.integer(60 * day)),
        patch_size: 1_000_000 + chance.integer(90_000_000),
        installable: true,
        is_service_pack: false,
      };
    }),
  }));
};
