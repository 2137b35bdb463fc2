/** Each kind of ID once: its label, an example, and its form on the wire. */
import { recordId, toNumberId, toPlainId } from "../platform/ids";

export const ids = {
  /** Mostly the hash of a key in base64; of query clients a word such as `serveradmin`. */
  member: recordId({ label: "Member ID", example: "Vk9yc2lsYSBNb3JnZW5zdGVybiE=" }, toPlainId),
  serverGroup: recordId({ label: "Server Group ID", example: "12" }, toNumberId),
};
