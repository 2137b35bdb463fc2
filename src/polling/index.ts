export { watchCursor } from "./cursor";
export { examplePoll } from "./example";
export { canonicalJson, fingerprint, fingerprintWithout } from "./hashing";
export type { Id, Time } from "./order";
export { type Pages, poll } from "./poll";
export { watchSnapshot } from "./snapshot";
