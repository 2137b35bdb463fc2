import { component } from "@prismatic-io/spectral";
import { safeError } from "../http/errors";
import { connections } from "./connections";
import * as account from "./resources/account";
import * as contacts from "./resources/contacts";
import * as devices from "./resources/devices";
import * as groups from "./resources/groups";
import * as managedDevices from "./resources/managedDevices";
import * as managedGroups from "./resources/managedGroups";
import * as patchManagement from "./resources/patchManagement";
import * as ping from "./resources/ping";
import * as policies from "./resources/policies";
import * as rawRequest from "./resources/rawRequest";
import * as sessions from "./resources/sessions";
import * as userRoles from "./resources/userRoles";
import * as users from "./resources/users";
import { triggers } from "./triggers";

export default component({
  key: "teamviewer",
  public: false,
  display: {
    label: "TeamViewer",
    description: "Manage devices, contacts, groups, users and support sessions of TeamViewer",
    iconPath: "icon.png",
    category: "Application Connectors",
  },
  hooks: { error: safeError },
  connections,
  dataSources: {
    // Computers & Contacts list
    ...contacts.dataSources,
    ...devices.dataSources,
    ...groups.dataSources,
    // Central management
    ...managedDevices.dataSources,
    ...managedGroups.dataSources,
    ...policies.dataSources,
    // Support sessions
    ...sessions.dataSources,
    // Company
    ...users.dataSources,
    ...userRoles.dataSources,
  },
  actions: {
    ...account.actions,
    // Computers & Contacts list
    ...contacts.actions,
    ...devices.actions,
    ...groups.actions,
    // Central management
    ...managedDevices.actions,
    ...patchManagement.actions,
    // Support sessions
    ...sessions.actions,
    // Company
    ...users.actions,
    // The API itself
    ...ping.actions,
    ...rawRequest.actions,
  },
  triggers,
});
