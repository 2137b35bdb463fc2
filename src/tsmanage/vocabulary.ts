/** Each kind of ID once: its label, an example, and its form on the wire. */
import { InputError } from "../http/errors";
import { recordId, toNumberId } from "../platform/ids";

export const exampleMemberId = "Vk9yc2lsYSBNb3JnZW5zdGVybiE=";

/** Mostly the hash of a key in base64; of query clients a word such as `serveradmin`. Throws an `InputError`. */
const toMemberId = (text: string, label: string): string => {
  if (/^[!-~]{1,200}$/.test(text)) return text;
  throw new InputError(label, `"${text}" is no client unique identifier such as ${exampleMemberId}.`);
};

export const ids = {
  member: recordId({ label: "Member ID", example: exampleMemberId }, toMemberId),
  serverGroup: recordId({ label: "Server Group ID", example: "12" }, toNumberId),
};
