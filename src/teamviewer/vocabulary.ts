/** Each kind of ID once: its label, the dropdown that offers it, an example, and its form on the wire. */
import { InputError } from "../http/errors";
import { recordId, refuseVanishing, toGuid, toPlainId } from "../platform/ids";

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

/** The digits of a TeamViewer ID, given with or without the prefix r and with spaces in it. Throws an `InputError`. */
export const toTeamViewerId = (text: string, label: string): string => {
  const [, digits] = /^r(\d{1,15})$/.exec(withPrefix("r")(text, label)) ?? [];
  if (!digits) throw new InputError(label, `"${text}" is not a TeamViewer ID such as 123456789.`);
  return digits;
};

/** As `toTeamViewerId`, for operations that take the number. */
export const toTeamViewerNumber = (text: string, label: string): number => Number(toTeamViewerId(text, label));

export const ids = {
  contact: recordId({ label: "Contacts ID", dataSource: "selectContact", example: "c12345678" }, withPrefix("c")),
  device: recordId({ label: "Device ID", dataSource: "selectDevice", example: "d12345678" }, withPrefix("d")),
  /** Where an operation wants a TeamViewer ID and the dropdown offers IDs of the device list. */
  anyDevice: recordId({ label: "Device ID", dataSource: "selectDevice", example: "123456789" }, toPlainId),
  group: recordId({ label: "Group ID", dataSource: "selectGroup", example: "g12345678" }, withPrefix("g")),
  remoteControl: recordId({ label: "Remote Control ID", example: "r123456789" }, withPrefix("r")),
  session: recordId({ label: "Session ID", dataSource: "selectSession", example: "s12-345-678" }, withPrefix("s")),
  user: recordId({ label: "User ID", dataSource: "selectUser", example: "u12345678" }, withPrefix("u")),
  managedDevice: recordId(
    {
      label: "Managed Device ID",
      dataSource: "selectManagedDevice",
      example: "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31",
    },
    toGuid,
  ),
  managedGroup: recordId(
    {
      label: "Managed Group ID",
      dataSource: "selectManagedGroup",
      example: "c2a95d0b-71e8-4f36-a4b9-8d3e6f1c5a72",
    },
    toGuid,
  ),
  /** TeamViewer policies; on a device the word `inherit` too. */
  policy: recordId(
    { label: "Policy ID", dataSource: "selectPolicy", example: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58" },
    toPlainId,
  ),
  teamviewerPolicy: recordId(
    { label: "TeamViewer Policy ID", dataSource: "selectPolicy", example: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58" },
    toGuid,
  ),
  userRole: recordId(
    { label: "User Role ID", dataSource: "selectUserRole", example: "d4f81a36-5c7e-4b29-9e0d-2a6b8c3f7e15" },
    toGuid,
  ),
};
