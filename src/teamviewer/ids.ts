import { InputError } from "../http/errors";
import { checkText, jsonListInput, parsedInput, type TextLimits } from "../platform/inputs";

/** What TeamViewer's one-letter prefixes stand for (spec/README.md). */
const prefixes = {
  c: "contact",
  d: "device",
  g: "group",
  m: "meeting",
  r: "remote control",
  s: "session",
  u: "user",
} as const;

export type Prefix = keyof typeof prefixes;

/** A prefix and digits, with the dashes that session codes have. */
const prefixed = /^([a-z])(\d[\d-]*)$/i;

/**
 * An ID in the vendor's form: the prefix is added to bare digits and written in lower case. A prefix of another kind
 * is refused; spaces between digits, as TeamViewer shows its IDs, are dropped; an ID of any other form is left to
 * the vendor. Throws an `InputError` that names the input.
 */
export const withPrefix =
  (prefix: Prefix) =>
  (text: string, label: string): string => {
    refuseVanishing(text, label);
    const id = text.replace(/(?<=\d)\s+(?=\d)/g, "");
    if (/^\d[\d-]*$/.test(id)) return `${prefix}${id}`;
    const [, letter, digits] = prefixed.exec(id) ?? [];
    if (!letter) return id;
    const given = letter.toLowerCase() as Prefix;
    if (given === prefix) return `${given}${digits}`;
    if (!(given in prefixes)) return id;
    throw new InputError(
      label,
      `"${id}" is a ${prefixes[given]} ID; a ${prefixes[prefix]} ID starts with ${prefix}, for example ${prefix}12345678.`,
    );
  };

/** `.` and `..` would make the request reach another resource. */
const refuseVanishing = (id: string, label: string) => {
  if (id === "." || id === "..") throw new InputError(label, `"${id}" is not an ID.`);
};

/** The digits of a TeamViewer ID, given with or without the prefix r and with spaces in it. Throws an `InputError`. */
export const toTeamViewerId = (text: string, label: string): string => {
  const [, digits] = /^r(\d{1,15})$/.exec(withPrefix("r")(text, label)) ?? [];
  if (!digits) throw new InputError(label, `"${text}" is not a TeamViewer ID such as 123456789.`);
  return digits;
};

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A GUID without braces, in lower case. Throws an `InputError` that names the input. */
export const toGuid = (text: string, label: string): string => {
  const bare = text.replace(/^\{(.*)\}$/, "$1").toLowerCase();
  if (!guid.test(bare)) {
    throw new InputError(label, `"${text}" is not a GUID such as 6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31.`);
  }
  return bare;
};

interface IdOptions {
  label: string;
  comments: string;
  required?: boolean;
  dataSource?: string;
  example?: string;
}

/** An ID with one of the vendor's prefixes, accepted with and without it; `limits` are checked with the prefix. */
export const idInput = <const O extends IdOptions>(prefix: Prefix, options: O, limits: TextLimits = {}) =>
  parsedInput(options, (text, label) => checkText(label, withPrefix(prefix)(text, label), limits));

/** An ID of any form, without white space around it. */
export const plainIdInput = <const O extends IdOptions>(options: O) =>
  parsedInput(options, (text, label) => {
    refuseVanishing(text, label);
    return text;
  });

/** An ID that is a GUID. */
export const guidInput = <const O extends IdOptions>(options: O) => parsedInput(options, toGuid);

/** A list of GUIDs. */
export const guidListInput = <const O extends IdOptions>(options: O) => jsonListInput(options, toGuid);
