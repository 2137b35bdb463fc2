import type { components } from "../generated/teamviewer";
import { createSeed, type Seed } from "./seed";

export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

export type OnlineState = "Online" | "Busy" | "Away" | "Offline";

export interface User {
  id: string;
  name: string;
  email: string;
  password: string;
  language: string;
  /** Classic permissions, comma-separated. */
  permissions: string;
  userRoleIds: string[];
  online_state: OnlineState;
  active: boolean;
  log_sessions: boolean;
  show_comment_window: boolean;
  custom_quicksupport_id?: string;
  custom_quickjoin_id?: string;
  last_access_date: string;
  license_key?: string;
  meeting_license_key?: string;
  sso_customer_id?: string;
  tfa_enforcement: boolean;
  tfa_enabled: boolean;
}

export interface GroupShare {
  userid: string;
  permissions: "read" | "readwrite";
}

export interface Group {
  id: string;
  name: string;
  ownerId: string;
  sharedWith: GroupShare[];
  policy_id?: string;
}

export interface Contact {
  contact_id: string;
  user_id?: string;
  name: string;
  groupid: string;
  description: string;
  online_state: OnlineState;
  email: string;
}

export interface Invitation {
  groupid: string;
  email: string;
}

export interface Device {
  device_id: string;
  remotecontrol_id: string;
  userid: string;
  alias: string;
  groupid: string;
  description: string;
  online_state: OnlineState;
  assigned_to: boolean;
  /** Sent only while the device is offline. */
  last_seen: string;
  policy_id?: string;
  password?: string;
}

export interface ManagedDevice {
  id: string;
  teamviewerId: number;
  name: string;
  isOnline: boolean;
  /** Sent only while the device is offline. */
  last_seen: string;
  teamViewerVersion: string;
  deviceDescription: string;
  teamviewerPolicyId?: string;
  /** Managed by the company, not only by the account. */
  company: boolean;
}

export interface ManagedGroup {
  id: string;
  name: string;
  deviceIds: Set<string>;
}

export interface Session {
  code: string;
  state: "open" | "closed";
  groupid: string;
  createdBy: string;
  created_at: string;
  valid_until: string;
  closed_at?: string;
  assigned_userid?: string;
  assigned_at?: string;
  custom_module_id?: string;
  customId?: string;
  description?: string;
  waiting_message?: string;
  end_customer?: Schema<"EndCustomerParameters">;
  custom_api?: string;
  tv_version?: string;
  /** Number of the description's enum: 1 RemoteConnection, 2 RemoteSupportActive. */
  support_session_type: 0 | 1 | 2;
  online: boolean;
}

/** A report with the dates that it always has. */
export type ConnectionReport = Schema<"GetConnectionResponse"> & { id: string; start_date: string; end_date: string };

export type AuditEvent = Schema<"AuditEvent"> & { Timestamp: string; EventName: string; EventType: string };

export type Alarm = Schema<"Alarm"> & { AlarmId: string };

export interface PatchDevice {
  teamviewer_id: number;
  activation_time: string;
  missing: Schema<"MissingPatchData">[];
}

export interface UserGroup {
  id: number;
  name: string;
  creationSourceType: 1 | 2 | 3;
  accountIds: Set<number>;
}

export type UserRole = Schema<"CompanyUserRoleUiModel"> & { Id: string };

export type Policy = Schema<"TeamViewerPolicy"> & { policy_id: string };

export interface Account {
  /** The user of the user-level tokens and the administrator who granted the company-level ones. */
  userId: string;
  /** Undefined once the company has been deleted. */
  company?: { id: number; name: string };
  emailLanguage: string;
  /** An e-mail change waits here for its confirmation. */
  pendingEmail?: string;
  tenantIds: string[];
}

/** Everything that the server remembers. Maps keep their order: what is added last is listed last. */
export interface State {
  account: Account;
  users: Map<string, User>;
  groups: Map<string, Group>;
  contacts: Map<string, Contact>;
  invitations: Invitation[];
  devices: Map<string, Device>;
  managedDevices: Map<string, ManagedDevice>;
  managedGroups: Map<string, ManagedGroup>;
  sessions: Map<string, Session>;
  reports: Map<string, ConnectionReport>;
  events: AuditEvent[];
  alarms: Map<string, Alarm>;
  patchDevices: Map<number, PatchDevice>;
  userGroups: Map<number, UserGroup>;
  userRoles: Map<string, UserRole>;
  policies: Map<string, Policy>;
}

export interface Store extends State {
  /** The next unused number of the prefixed ids (`u`, `g`, `c`, `d`) and the session codes. */
  nextNumber(): number;
  /** A new id in the shape of the vendor's GUIDs. */
  newGuid(): string;
  /** Back to the seeded start; the object stays the same. */
  reset(): void;
}

/** A store that holds the seeded records; the same sizes and time give the same records. */
export const createStore = (sizes: Partial<Seed>, now: () => Date): Store => {
  const start = () => {
    const { state, guids } = createSeed(sizes, now());
    let number = 990_000_000;
    return { ...state, nextNumber: () => ++number, newGuid: () => guids.uuid() };
  };
  const store: Store = { ...start(), reset: () => Object.assign(store, start()) };
  return store;
};
