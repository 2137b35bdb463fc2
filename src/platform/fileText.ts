/** Files of earlier steps, where a text is expected. */
import { util } from "@prismatic-io/spectral";
import { InputError } from "../http/errors";

/**
 * The text of a file that an earlier step handed over, without its byte-order mark; of a text without it too, and any other
 * value as it is. Throws an `InputError` for a file that is not in UTF-8: names in it would be other names.
 */
export const textOfFile = (label: string, value: unknown): unknown => {
  if (typeof value === "string") return value.replace(/^\uFEFF/, "");
  const bytes = util.types.isBufferDataPayload(value) ? value.data : value;
  if (!(bytes instanceof Uint8Array)) return value;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(label, "the file is not text in UTF-8. A spreadsheet writes such a file as CSV UTF-8.");
  }
};
