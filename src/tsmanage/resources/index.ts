/**
 * What TSManage's resources offer, a line per family. To take a family out of the component, remove its line.
 */

// Members of the TeamSpeak server
export * as members from "./members";
export * as serverGroups from "./serverGroups";
// The API itself
export * as api from "./api";
