/**
 * What TeamViewer's resources offer, a line per family, grouped as its Management Console is. To take a family out of the
 * component, remove its line: inputs of other families lose the dropdowns that it filled.
 */

// Account
export * as account from "./account";
// Computers & Contacts list
export * as contacts from "./contacts";
export * as devices from "./devices";
export * as groups from "./groups";
// Central management
export * as managedDevices from "./managedDevices";
export * as managedGroups from "./managedGroups";
export * as policies from "./policies";
export * as patchManagement from "./patchManagement";
// Support sessions
export * as sessions from "./sessions";
// Company
export * as users from "./users";
export * as userGroups from "./userGroups";
export * as userRoles from "./userRoles";
// OEM and tenants
export * as oemCustomers from "./oem/customers";
export * as oemDevices from "./oem/devices";
export * as tenants from "./oem/tenants";
// The API itself
export * as integrations from "./integrations";
export * as ping from "./ping";
export * as rawRequest from "./rawRequest";
