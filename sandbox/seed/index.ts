import { type Random, random } from "../random";
import type { State } from "../store";
import { keyed } from "./common";
import { seedPolicies, seedRoles, seedUserGroups, seedUsers } from "./company";
import { seedContacts, seedDevices, seedGroups, seedManagedDevices, seedManagedGroups } from "./computers";
import { seedAlarms, seedEvents, seedPatchDevices, seedReports, seedSessions } from "./support";

export { isoDate } from "./common";
export { accountPassword } from "./company";

/** How many records of each kind the sandbox starts with. */
export interface Seed {
  users: number;
  groups: number;
  contacts: number;
  devices: number;
  managedDevices: number;
  managedGroups: number;
  sessions: number;
  connectionReports: number;
  events: number;
  alarms: number;
  patchDevices: number;
  userGroups: number;
  userRoles: number;
  policies: number;
}

export const defaultSeed: Seed = {
  users: 8,
  groups: 6,
  contacts: 8,
  devices: 24,
  managedDevices: 120,
  managedGroups: 4,
  sessions: 12,
  connectionReports: 40,
  events: 120,
  alarms: 15,
  patchDevices: 20,
  userGroups: 3,
  userRoles: 4,
  policies: 3,
};

/** The seeded start: the same sizes and time give the same records, whatever ran before. */
export const createSeed = (sizes: Partial<Seed>, at: Date): { state: State; guids: Random } => {
  const counts = { ...defaultSeed, ...sizes };
  const now = Math.floor(at.getTime() / 1000) * 1000;
  const roles = seedRoles(counts.userRoles);
  const policies = seedPolicies(counts.policies);
  const users = seedUsers(Math.max(1, counts.users), roles, now);
  const groups = seedGroups(counts.groups, users, policies);
  const devices = seedDevices(counts.devices, groups, now);
  const managedDevices = seedManagedDevices(counts.managedDevices, policies, now);
  const state: State = {
    account: {
      userId: users[0]?.id ?? "",
      company: { id: 4711, name: "Example Support Ltd." },
      emailLanguage: "en",
      tenantIds: ["tenant-4711"],
    },
    users: keyed(users, (user) => user.id),
    groups: keyed(groups, (group) => group.id),
    contacts: keyed(seedContacts(counts.contacts, users, groups), (contact) => contact.contact_id),
    invitations: groups[0] ? [{ groupid: groups[0].id, email: "pending.customer@example.com" }] : [],
    devices: keyed(devices, (device) => device.device_id),
    managedDevices: keyed(managedDevices, (device) => device.id),
    managedGroups: keyed(seedManagedGroups(counts.managedGroups, managedDevices), (group) => group.id),
    sessions: keyed(seedSessions(counts.sessions, groups, users, now), (session) => session.code),
    reports: keyed(seedReports(counts.connectionReports, users, devices, groups, now), (report) => report.id),
    events: seedEvents(counts.events, users, devices, now),
    alarms: keyed(seedAlarms(counts.alarms, devices, users, now), (alarm) => alarm.AlarmId),
    patchDevices: keyed(seedPatchDevices(counts.patchDevices, now), (device) => device.teamviewer_id),
    userGroups: keyed(seedUserGroups(counts.userGroups, users), (group) => group.id),
    userRoles: keyed(roles, (role) => role.Id),
    policies: keyed(policies, (policy) => policy.policy_id),
  };
  return { state, guids: random("new records") };
};
