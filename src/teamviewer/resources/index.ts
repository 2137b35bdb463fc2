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
// Meetings
export * as meetings from "./meetings";
export * as blizzMeetings from "./blizzMeetings";
// Chat
export * as chat from "./chat";
// Company
export * as users from "./users";
export * as userGroups from "./userGroups";
export * as userRoles from "./userRoles";
// Conditional Access
export * as conditionalAccessDirectoryGroups from "./conditionalAccess/directoryGroups";
export * as conditionalAccessRules from "./conditionalAccess/rules";
export * as conditionalAccessFeatureOptions from "./conditionalAccess/featureOptions";
export * as conditionalAccessTimeOptions from "./conditionalAccess/timeOptions";
export * as conditionalAccessApprovalOptions from "./conditionalAccess/approvalOptions";
// The API itself
export * as ping from "./ping";
export * as rawRequest from "./rawRequest";
