/** What TeamViewer's resources offer, grouped as its Management Console is: to take a family out, remove its lines. */
import { merge } from "../../platform/merge";
import * as account from "./account";
import * as contacts from "./contacts";
import * as devices from "./devices";
import * as groups from "./groups";
import * as managedDevices from "./managedDevices";
import * as managedGroups from "./managedGroups";
import * as patchManagement from "./patchManagement";
import * as ping from "./ping";
import * as policies from "./policies";
import * as rawRequest from "./rawRequest";
import * as sessions from "./sessions";
import * as userRoles from "./userRoles";
import * as users from "./users";

export const actions = merge(
  account.actions,
  // Computers & Contacts list
  contacts.actions,
  devices.actions,
  groups.actions,
  // Central management
  managedDevices.actions,
  patchManagement.actions,
  // Support sessions
  sessions.actions,
  // Company
  users.actions,
  // The API itself
  ping.actions,
  rawRequest.actions,
);

export const dataSources = merge(
  // Computers & Contacts list
  contacts.dataSources,
  devices.dataSources,
  groups.dataSources,
  // Central management
  managedDevices.dataSources,
  managedGroups.dataSources,
  policies.dataSources,
  // Support sessions
  sessions.dataSources,
  // Company
  users.dataSources,
  userRoles.dataSources,
);
