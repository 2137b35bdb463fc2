/** Each kind of ID once, the words that the vendor has for choices, and the examples that several actions show. */
import { enums } from "../../generated/realvnc.enums";
import { recordId, toPlainId } from "../platform/ids";
import type { Choice } from "../platform/inputs";

export const exampleIds = {
  entry: "cb294278ba874b9a950b4615ffdd73d7",
  entryGroup: "Lk9GSQGo6B4w1cY38Pm",
  user: "fLSUAxoh6BSnWHfpHk6",
  userGroup: "2pBGUoatuFgraJ3LSwA",
  server: "Xq6koj-DgZLs-rNc1ui",
};

export const ids = {
  entry: recordId({ label: "Computer ID", example: exampleIds.entry, dataSource: "selectComputer" }, toPlainId),
  entryGroup: recordId(
    { label: "Group ID", example: exampleIds.entryGroup, dataSource: "selectComputerGroup" },
    toPlainId,
  ),
  user: recordId({ label: "User ID", example: exampleIds.user, dataSource: "selectUser" }, toPlainId),
  userGroup: recordId({ label: "Group ID", example: exampleIds.userGroup, dataSource: "selectUserGroup" }, toPlainId),
};

/** Words of the vendor as choices: `ONLINE` is shown as Online. */
export const choicesAmong = <const Value extends string>(values: readonly Value[]): Choice<Value>[] =>
  values.map((value) => ({ label: value.charAt(0) + value.slice(1).toLowerCase(), value }));

/** Orders of a list by time. */
export const byTime = [
  { label: "Oldest first", value: "ASC" },
  { label: "Latest first", value: "DESC" },
] as const;

/** The roles that can be given. */
export const givenRoles = enums.InviteMemberRequest.roles;

/** The category of the audit events that are session logs. */
export const sessionLog = "SESSION_LOG";

export const exampleEntry = {
  entryId: exampleIds.entry,
  name: "Till 7",
  serverId: exampleIds.server,
  serverLastSeenTime: "2026-03-31T06:00:00Z",
  data: {
    appName: "vncserver/7.12.0",
    deviceForm: "DESKTOP",
    deviceName: "TILL-7",
    machineName: "till-7.example.com",
    macAddrs: ["e8-6a-64-00-00-98"],
    osName: "Microsoft Windows 11",
  },
};

export const exampleMember = {
  id: exampleIds.user,
  email: "jan.nowak@example.com",
  roles: ["USER" as const, "MANAGER" as const],
  state: "JOINED" as const,
  etag: '"1"',
};

export const exampleEntryGroup = {
  id: exampleIds.entryGroup,
  name: "Warsaw tills",
  members: [exampleIds.entry],
  etag: '"1"',
  lastModifiedAt: 1774936800123,
};

export const exampleUserGroup = {
  id: exampleIds.userGroup,
  name: "First level support",
  members: [exampleIds.user],
  etag: '"1"',
  lastModifiedAt: 1774936800123,
};
