export { watchCursor } from "./cursor";
export { canonicalJson, fingerprint, fingerprintWithout } from "./hashing";
export { poll } from "./poll";
export { watchSnapshot } from "./snapshot";
