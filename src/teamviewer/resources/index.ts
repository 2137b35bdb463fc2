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
export * as company from "./company";
export * as companyAddressBook from "./companyAddressBook";
export * as users from "./users";
export * as userAccess from "./userAccess";
export * as userGroups from "./userGroups";
export * as userRoles from "./userRoles";
export * as ssoDomains from "./ssoDomains";
export * as eventLog from "./eventLog";
// The API itself
export * as accessTokens from "./accessTokens";
export * as ping from "./ping";
export * as rawRequest from "./rawRequest";
