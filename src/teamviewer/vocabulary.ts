/** Each kind of ID once: its label, the dropdown that offers it, an example, and its form on the wire. */
import { InputError } from "../http/errors";
import { recordId, refuseVanishing, toGuid, toNumberId, toPlainId } from "../platform/ids";

/** What TeamViewer's one-letter prefixes stand for (spec/README.md). */
const prefixes = {
  c: "contact",
  d: "device",
  g: "group",
  m: "meeting",
  r: "remote control",
  s: "session",
  u: "user",
} as const;

type Prefix = keyof typeof prefixes;

/** A prefix and digits, with the dashes that session codes have. */
const prefixed = /^([a-z])(\d[\d-]*)$/i;

/**
 * An ID in the vendor's form: the prefix is added to bare digits and written in lower case. A prefix of another kind
 * is refused; spaces between digits, as TeamViewer shows its IDs, are dropped; an ID of any other form is left to
 * the vendor. Throws an `InputError` that names the input.
 */
export const withPrefix =
  (prefix: Prefix) =>
  (text: string, label: string): string => {
    refuseVanishing(text, label);
    const id = text.replace(/(?<=\d)\s+(?=\d)/g, "");
    if (/^\d[\d-]*$/.test(id)) return `${prefix}${id}`;
    const [, letter, digits] = prefixed.exec(id) ?? [];
    if (!letter) return id;
    const given = letter.toLowerCase() as Prefix;
    if (given === prefix) return `${given}${digits}`;
    if (!(given in prefixes)) return id;
    throw new InputError(
      label,
      `"${id}" is a ${prefixes[given]} ID; a ${prefixes[prefix]} ID starts with ${prefix}, for example ${prefix}12345678.`,
    );
  };

/** The digits of a TeamViewer ID, given with or without the prefix r and with spaces in it. Throws an `InputError`. */
export const toTeamViewerId = (text: string, label: string): string => {
  const [, digits] = /^r(\d{1,15})$/.exec(withPrefix("r")(text, label)) ?? [];
  if (!digits) throw new InputError(label, `"${text}" is not a TeamViewer ID such as 123456789.`);
  return digits;
};

/** As `toTeamViewerId`, for operations that take the number. */
export const toTeamViewerNumber = (text: string, label: string): number => Number(toTeamViewerId(text, label));

/** The digits of an ID with a prefix: d12345678 is 12345678. Throws an `InputError`. */
const digitsOf =
  (prefix: Prefix, most = 10) =>
  (text: string, label: string): string => {
    const [, digits] = new RegExp(`^${prefix}(\\d{1,${most}})$`).exec(withPrefix(prefix)(text, label)) ?? [];
    if (!digits) throw new InputError(label, `"${text}" is no ${prefixes[prefix]} ID such as ${prefix}12345678.`);
    return digits;
  };

const numberOf =
  (prefix: Prefix) =>
  (text: string, label: string): number =>
    Number(digitsOf(prefix)(text, label));

/** The number of an account, of which users' IDs are made: u12345678 is 12345678. Throws an `InputError`. */
export const toAccountNumber = numberOf("u");

/**
 * The ID of a device of TeamViewer IoT: a TeamViewer ID without its prefix. One of any other form is left to the vendor,
 * who does not say of all operations what they take.
 */
const toIotDevice = (text: string, label: string): string => withPrefix("r")(text, label).replace(/^r(?=\d+$)/, "");

/** The number of a group of the Computers & Contacts list: g12345678 is 12345678. Throws an `InputError`. */
export const toGroupNumber = numberOf("g");

/** An ID of the device list (d12345678), or a TeamViewer ID as its number. Throws an `InputError`. */
const toAnyDevice = (text: string, label: string): string | number =>
  /^d\d+$/i.test(text) ? text.toLowerCase() : toTeamViewerNumber(text, label);

/** The kinds of ID of the Computers & Contacts list, of sessions and of users. */
const ofTheList = {
  contact: recordId({ label: "Contacts ID", dataSource: "selectContact", example: "c12345678" }, withPrefix("c")),
  device: recordId({ label: "Device ID", dataSource: "selectDevice", example: "d12345678" }, withPrefix("d")),
  /** Where an operation wants the number of a device of the list. */
  deviceNumber: recordId({ label: "Device ID", dataSource: "selectDevice", example: "d12345678" }, numberOf("d")),
  /** The same, written as a text. */
  deviceDigits: recordId({ label: "Device ID", dataSource: "selectDevice", example: "d12345678" }, digitsOf("d", 15)),
  /** Where an operation wants a TeamViewer ID and the dropdown offers IDs of the device list: `deviceLookup.ts`. */
  anyDevice: recordId({ label: "Device ID", dataSource: "selectDevice", example: "123456789" }, toAnyDevice),
  group: recordId({ label: "Group ID", dataSource: "selectGroup", example: "g12345678" }, withPrefix("g")),
  /** Where an operation wants the number of a group. */
  groupNumber: recordId({ label: "Group ID", dataSource: "selectGroup", example: "g12345678" }, toGroupNumber),
  remoteControl: recordId({ label: "Remote Control ID", example: "r123456789" }, withPrefix("r")),
  /** Where an operation wants the number of a TeamViewer ID. */
  teamviewerNumber: recordId({ label: "TeamViewer ID", example: "123456789" }, toTeamViewerNumber),
  session: recordId({ label: "Session ID", dataSource: "selectSession", example: "s12-345-678" }, withPrefix("s")),
  meeting: recordId({ label: "Meeting ID", dataSource: "selectMeeting", example: "m12-345-678" }, withPrefix("m")),
  blizzMeeting: recordId(
    { label: "Blizz Meeting ID", dataSource: "selectBlizzMeeting", example: "m23-456-789" },
    toPlainId,
  ),
  user: recordId({ label: "User ID", dataSource: "selectUser", example: "u12345678" }, withPrefix("u")),
  /** Where an operation wants the number of an account. */
  account: recordId({ label: "User ID", dataSource: "selectUser", example: "u12345678" }, toAccountNumber),
  chatRoom: recordId({ label: "Chat Room ID", dataSource: "selectChatRoom", example: "room-4711" }, toPlainId),
  connectionReport: recordId(
    {
      label: "Connection Report ID",
      dataSource: "selectConnectionReport",
      example: "8d3f6b21-5e07-4c9a-b1d4-7a2e90c6f358",
    },
    toGuid,
  ),
  deviceReport: recordId(
    { label: "Device Report ID", dataSource: "selectDeviceReport", example: "b4f0c8d2-6a17-4e39-8c5d-0f9e7b3a1d64" },
    toGuid,
  ),
  screenshot: recordId(
    {
      label: "Screenshot ID",
      dataSource: "selectConnectionReportScreenshot",
      example: "f27d5a90-8e3c-4b16-a0d9-6c1b4e7f3a85",
    },
    toGuid,
  ),
};

/** The kinds of ID of central management and of policies. */
const ofManagement = {
  managedDevice: recordId(
    {
      label: "Managed Device ID",
      dataSource: "selectManagedDevice",
      example: "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31",
    },
    toGuid,
  ),
  managedGroup: recordId(
    {
      label: "Managed Group ID",
      dataSource: "selectManagedGroup",
      example: "c2a95d0b-71e8-4f36-a4b9-8d3e6f1c5a72",
    },
    toGuid,
  ),
  managedDeviceManager: recordId(
    {
      label: "Manager ID",
      dataSource: "selectManagedDeviceManager",
      example: "9b4e7c20-5d13-4a8f-b6e2-1c0d8f7a3e59",
    },
    toGuid,
  ),
  managedGroupManager: recordId(
    {
      label: "Manager ID",
      dataSource: "selectManagedGroupManager",
      example: "9b4e7c20-5d13-4a8f-b6e2-1c0d8f7a3e59",
    },
    toGuid,
  ),
  customField: recordId(
    { label: "Custom Field ID", dataSource: "selectCustomField", example: "e2d70b94-8c1f-4365-9a7b-4f6c0e1d8a53" },
    toGuid,
  ),
  /** TeamViewer policies; on a device the word `inherit` too. */
  policy: recordId(
    { label: "Policy ID", dataSource: "selectPolicy", example: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58" },
    toPlainId,
  ),
  teamviewerPolicy: recordId(
    { label: "TeamViewer Policy ID", dataSource: "selectPolicy", example: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58" },
    toGuid,
  ),
  monitoringPolicy: recordId(
    {
      label: "Monitoring Policy ID",
      dataSource: "selectMonitoringPolicy",
      example: "58c3f1a6-07be-4d29-a4e5-9d8b6c2f1e70",
    },
    toGuid,
  ),
  patchPolicy: recordId(
    {
      label: "Patch Management Policy ID",
      dataSource: "selectPatchPolicy",
      example: "b16e8d47-2f9a-4c05-8b3d-7e5a0c9f4d21",
    },
    toGuid,
  ),
};

/** The kinds of ID of a company's administration. */
const ofTheCompany = {
  userRole: recordId(
    { label: "User Role ID", dataSource: "selectUserRole", example: "d4f81a36-5c7e-4b29-9e0d-2a6b8c3f7e15" },
    toGuid,
  ),
  userGroup: recordId({ label: "User Group ID", dataSource: "selectUserGroup", example: "1001" }, toNumberId),
  ssoDomain: recordId(
    { label: "SSO Domain ID", dataSource: "selectSsoDomain", example: "4c8e1f72-9b35-4a06-8d2f-6e7c0b5a9d13" },
    toGuid,
  ),
  directoryGroup: recordId(
    {
      label: "Directory Group ID",
      dataSource: "selectDirectoryGroup",
      example: "7d0f3b68-1c42-4e95-a8b7-5f9e2d6c0a34",
    },
    toGuid,
  ),
  /** Where an operation takes the name of a directory group too. */
  anyDirectoryGroup: recordId(
    {
      label: "Directory Group ID",
      dataSource: "selectDirectoryGroup",
      example: "7d0f3b68-1c42-4e95-a8b7-5f9e2d6c0a34",
    },
    toPlainId,
  ),
  conditionalAccessRule: recordId(
    {
      label: "Conditional Access Rule ID",
      dataSource: "selectConditionalAccessRule",
      example: "f5a2c8d1-6e74-4b03-9c5f-0d8e7b1a4f62",
    },
    toPlainId,
  ),
  featureOption: recordId(
    { label: "Feature Option ID", dataSource: "selectFeatureOption", example: "0e9b6d53-7a18-4f2c-b5d4-8c3f1e7a9062" },
    toGuid,
  ),
  timeOption: recordId(
    { label: "Time Option ID", dataSource: "selectTimeOption", example: "2a7c4f90-5e83-4d16-9b0e-6f8d1c3b7a45" },
    toGuid,
  ),
  approvalOption: recordId(
    {
      label: "Approval Option ID",
      dataSource: "selectApprovalOption",
      example: "8f3e0c61-4b97-4a52-8d6f-1e5c9b7a2d08",
    },
    toGuid,
  ),
  /** The API lists no options of this kind. */
  locationOption: recordId({ label: "Location Option ID", example: "b3d60e97-2c15-4f8a-9e4b-7a1f5c8d0632" }, toGuid),
};

/** The kinds of ID of TeamViewer IoT. */
const ofIot = {
  dashboard: recordId(
    { label: "IoT Dashboard ID", dataSource: "selectIotDashboard", example: "3e8a1c57-9d24-4b06-8f71-5c2d0e9b6a43" },
    toGuid,
  ),
  widget: recordId(
    { label: "IoT Widget ID", dataSource: "selectIotWidget", example: "a90d4f62-7b18-4e35-9c0a-1f6e8d2b5c74" },
    toGuid,
  ),
  /** The data source ID of a sensor of a device, which its maker chooses. */
  sensor: recordId({ label: "IoT Sensor ID", dataSource: "selectIotSensor", example: "boiler-2" }, toPlainId),
  edgeModule: recordId(
    { label: "IoT Edge Module ID", dataSource: "selectIotEdgeModule", example: "c7d1e8f3-2b60-4945-a3c8-9f0d6e5b1a74" },
    toGuid,
  ),
  deviceConfiguration: recordId(
    {
      label: "IoT Device Configuration ID",
      dataSource: "selectIotDeviceConfiguration",
      example: "1f6b9d24-8c37-4e05-b2a9-7d0c5e3f8b61",
    },
    toGuid,
  ),
  iotDevice: recordId({ label: "IoT Device ID", example: "123456789" }, toIotDevice),
  /** No list has them: each is found by a device that is in it. */
  vault: recordId({ label: "IoT Vault ID", example: "64b0e7d9-3c52-4f18-a6d3-8e1f9c0b7a25" }, toGuid),
  /** A device of a vault, whose list has them. */
  vaultDevice: recordId(
    { label: "IoT Device ID", dataSource: "selectIotVaultDevice", example: "123456789" },
    toIotDevice,
  ),
  connector: recordId(
    { label: "IoT Connector ID", dataSource: "selectIotConnector", example: "d52f8a06-1e94-4c7b-b30d-6a9c4e7f2b18" },
    toGuid,
  ),
  connectorSensor: recordId(
    {
      label: "IoT Sensor ID",
      dataSource: "selectIotConnectorSensor",
      example: "0b7c6e91-5f43-4d28-8a1e-9d3f2c6b0e57",
    },
    toGuid,
  ),
  metric: recordId(
    { label: "IoT Metric ID", dataSource: "selectIotMetric", example: "f18d3b40-6a97-4c52-9e08-2b5d7f1c8a36" },
    toGuid,
  ),
};

/** The kinds of ID of those who sell TeamViewer under a name of their own. */
const ofResellers = {
  oemCustomer: recordId(
    { label: "OEM Customer Email", dataSource: "selectOemCustomer", example: "it@customer.example.com" },
    toPlainId,
  ),
  tenant: recordId({ label: "Tenant ID", dataSource: "selectTenant", example: "tenant-4711" }, toPlainId),
  reseller: recordId({ label: "Reseller ID", example: "94d6f0b2-3e17-4c85-a1d9-6b0e8f27c534" }, toGuid),
  oemDeviceKey: recordId({ label: "Device Key ID", example: "d80a5e3c-6f42-4b97-8c1d-2e9f7b04a561" }, toGuid),
};

export const ids = { ...ofTheList, ...ofManagement, ...ofTheCompany, ...ofIot, ...ofResellers };
