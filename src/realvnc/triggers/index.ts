/** What RealVNC Connect's triggers watch, a line each. */
export { newAuditEvents } from "./newAuditEvents";
export { newComputers } from "./newComputers";
export { presenceChanges } from "./presenceChanges";
