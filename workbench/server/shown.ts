import { toPlain } from "../../engine/json";
import { redact, type Secrets } from "../../src/http/redact";

/** The longest JSON that a page has to take at once, in characters. */
const longest = 2_000_000;

/** How much is shown of what is longer, in characters. */
const beginning = 100_000;

const megabytes = (length: number) => `${(length / 1_000_000).toFixed(1)} MB`;

/** A value as it is, or what its JSON begins with and how long it is. */
const shortened = (value: unknown): unknown => {
  const json = JSON.stringify(value) ?? "null";
  if (json.length <= longest) return value;
  return {
    note: `This is ${megabytes(json.length)} of JSON, of which the workbench shows the beginning. The command line shows all of it.`,
    beginning: json.slice(0, beginning),
  };
};

const tooDeep = { note: "This is nested too deeply, or too large, to be shown." };

/** A value as JSON can hold it, without secrets, and without what stands under a secret's name. */
export const openValue = (value: unknown, secrets: Secrets): unknown => {
  try {
    return redact(toPlain(value, secrets));
  } catch (error) {
    if (error instanceof RangeError) return tooDeep;
    throw error;
  }
};

/** A value for the page: as `openValue` gives it, and no longer than a page can take. */
export const shownValue = (value: unknown, secrets: Secrets): unknown => shortened(openValue(value, secrets));
