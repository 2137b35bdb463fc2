/** Monitoring: the devices that it is active on, what they are made of, and the alarms that it raises. */
import { names } from "../../../generated/teamviewer.enums";
import type { RecordOf } from "../../http/lists";
import { timestampInput } from "../../platform/dateInputs";
import { namedChoiceInput } from "../../platform/inputs";
import { change, list, read, readList } from "../client";
import { deviceId, deviceInPath, deviceLookup, eitherId, teamviewerIdOf } from "../deviceLookup";
import { continuationToken, groupOwner, reading } from "../inputs";
import { ids } from "../vocabulary";

const envelope = { items: "Alarms", next: "ContinuationToken" } as const;

export const alarms = list("GET /monitoring/alarms", { ...envelope, token: "continuationToken" });

/** The same list, for continuation tokens that are too long for a URL. */
export const alarmsByBody = list("POST /monitoring/alarms", { ...envelope, token: "ContinuationToken" });

export type Alarm = RecordOf<typeof alarms>;

export const exampleAlarm: Alarm = {
  AlarmId: "4c7e2a90-8f16-4b3d-9a52-d01b6e7f3c84",
  Type: 3,
  AlarmConfiguration: "Free disk space below 10 %",
  AlarmDetails: "FRONT-DESK-03: 4 % free on C:",
  DeviceId: 12345678,
  GroupId: 12345678,
  Status: 0,
  TimeFrame: { FoundAt: "2026-03-31T14:00:00Z" },
  GroupIds: ["g12345678"],
};

/** Whose alarms are read. */
export const alarmsOf = {
  deviceId: ids.deviceDigits.optional(
    "Only alarms of this device of the device list, for example d12345678. Blank: of all devices.",
  ),
  groupId: ids.groupNumber.optional(
    "Only alarms of devices in this group, for example g12345678. Blank: of all groups.",
  ),
};

const alarmFilters = {
  status: namedChoiceInput(
    { label: "Status", comments: "Only alarms that are in this state. Blank: in any." },
    names["GET /monitoring/alarms"].status,
  ),
  ...alarmsOf,
  startDate: timestampInput({
    label: "Start Date",
    comments: "Only alarms after this time; with no End Date, up to now. Blank: from the first one on.",
    example: "2026-03-01T00:00:00Z",
  }),
  endDate: timestampInput({
    label: "End Date",
    comments: "Only alarms before this time; with no Start Date, from the first one on. Blank: up to now.",
    example: "2026-04-01T00:00:00Z",
  }),
};

const exampleAlarms = { Alarms: [exampleAlarm], ContinuationToken: "YWxhcm0tMTAw" };

const exampleItems = { teamviewer_id: 123456789, device_name: "FRONT-DESK-03", group_name: "Warsaw Office" };

const listMonitoringDevices = read({
  label: "List Monitoring Devices",
  description: "List the devices that monitoring is active on, by TeamViewer ID and alias, in one answer.",
  operation: "GET /monitoring/devices",
  example: [{ Alias: "Front Desk 03", TeamviewerId: 123456789 }],
});

const activateMonitoringOnDevice = change({
  label: "Activate Monitoring on Device",
  description:
    "Turn on monitoring, and patch management with it, for one device. The answer has a status of each in TeamViewer's words, for the one may be activated without the other.",
  operation: "POST /monitoring/devices",
  alsoCalls: deviceLookup,
  inputs: {
    teamviewer_id: ids.anyDevice.required(`The device to activate, ${eitherId}`),
    monitoring_policy_id: ids.monitoringPolicy.optional(
      "The monitoring policy that the device gets. Blank: TeamViewer's default.",
    ),
    patch_management_policy_id: ids.patchPolicy.optional(
      "The patch management policy that the device gets. Blank: TeamViewer's default.",
    ),
  },
  send: async (tv, { teamviewer_id, ...policies }) =>
    tv.request("POST /monitoring/devices", {
      body: { teamviewer_id: await teamviewerIdOf(tv, teamviewer_id), ...policies },
    }),
  example: {
    teamviewer_id: 123456789,
    monitoring_activation_status: "Activated",
    patch_management_activation_status: "Activated",
  },
});

const getMonitoringDeviceInformation = read({
  label: "Get Monitoring Device Information",
  description:
    "Get the system information of a device that monitoring is active on: computer name, domain, IP addresses and operating system.",
  operation: "GET /monitoring/devices/{deviceId}/information",
  alsoCalls: deviceLookup,
  inputs: { deviceId },
  send: async (tv, device) =>
    tv.request("GET /monitoring/devices/{deviceId}/information", await deviceInPath(tv, device)),
  example: {
    teamviewer_id: 123456789,
    computer_name: "FRONT-DESK-03",
    domain: "example.com",
    internal_ip: "192.0.2.17",
    external_ip: "203.0.113.5",
    os_name: "Windows 11 Pro",
    os_version: "10.0.26100",
  },
});

const getMonitoringDeviceHardware = read({
  label: "Get Monitoring Device Hardware",
  description:
    "Get the hardware of a device that monitoring is active on. The type of an item is 0 unknown, 1 network, 2 BIOS, 4 motherboard, 5 keyboard, 6 pointing device, 7 monitor, 8 video controller, 9 disk drive, 11 physical memory or 13 processor.",
  operation: "GET /monitoring/devices/{deviceId}/hardware",
  alsoCalls: deviceLookup,
  inputs: { deviceId },
  send: async (tv, device) => tv.request("GET /monitoring/devices/{deviceId}/hardware", await deviceInPath(tv, device)),
  example: {
    ...exampleItems,
    items: [
      { name: "NVMe drive", type: 9 as const, details: "512 GB", manufacturer: "Example Storage" },
      { name: "Physical memory", type: 11 as const, details: "16 GB", manufacturer: "Example Memory" },
    ],
  },
});

const getMonitoringDeviceSoftware = read({
  label: "Get Monitoring Device Software",
  description:
    "Get the software that is installed on a device that monitoring is active on. The type of an item is 0 for a program, 1 for an update, 2 for a security update and 3 for a hotfix.",
  operation: "GET /monitoring/devices/{deviceId}/software",
  alsoCalls: deviceLookup,
  inputs: { deviceId },
  send: async (tv, device) => tv.request("GET /monitoring/devices/{deviceId}/software", await deviceInPath(tv, device)),
  example: {
    ...exampleItems,
    items: [
      {
        Id: "7e2b9c14-5d08-4f63-a1c7-3b6d8e0f2a95",
        type: 0 as const,
        name: "TeamViewer",
        version: "15.68.5",
        modified_date: "2026-02-11T09:30:00Z",
      },
    ],
  },
});

const listMonitoringAlarms = readList({
  label: "List Monitoring Alarms",
  description:
    "List the alarms that monitoring has raised, a page or all of them. Servers and proxies refuse a continuation token that is too long for a URL: Query Monitoring Alarms takes it.",
  list: alarms,
  inputs: { ...alarmFilters, continuationToken, ...reading },
  forDropdowns: { userId: groupOwner },
  request: (query) => ({ query }),
  example: exampleAlarms,
});

const queryMonitoringAlarms = readList({
  label: "Query Monitoring Alarms",
  description:
    "List the alarms that monitoring has raised, as List Monitoring Alarms does, with a continuation token of any length: it stands in the body, as the filters do.",
  list: alarmsByBody,
  inputs: { ...alarmFilters, continuationToken, ...reading },
  forDropdowns: { userId: groupOwner },
  request: ({ status, deviceId, groupId, startDate, endDate, continuationToken }) => ({
    body: {
      Status: status,
      DeviceId: deviceId,
      GroupId: groupId,
      StartDate: startDate,
      EndDate: endDate,
      ContinuationToken: continuationToken,
    },
  }),
  example: exampleAlarms,
});

export const actions = {
  listMonitoringDevices,
  activateMonitoringOnDevice,
  getMonitoringDeviceInformation,
  getMonitoringDeviceHardware,
  getMonitoringDeviceSoftware,
  listMonitoringAlarms,
  queryMonitoringAlarms,
};
