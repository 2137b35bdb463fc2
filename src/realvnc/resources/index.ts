/**
 * What RealVNC Connect's resources offer, a line per family, grouped as its portal is. To take a family out of the
 * component, remove its line: inputs of other families lose the dropdowns that it filled.
 */

// Computers
export * as computers from "./computers";
export * as computerTasks from "./tasks/computers";
export * as computerGroups from "./computerGroups";
export * as presence from "./presence";
// People
export * as users from "./users";
export * as userGroups from "./userGroups";
// Computers and people
export * as groupTasks from "./tasks/groupAssignments";
// What happened
export * as auditEvents from "./auditEvents";
// The API itself
export * as api from "./api";
