/** IDs as inputs: each kind of record is described once, and every input of that kind says only what it is for. */
import { InputError } from "../http/errors";
import { checkText, parsedInput, type TextLimits, withoutLimits } from "./inputs";
import { jsonListInput, valueListInput } from "./listInputs";

interface Kind {
  label: string;
  /** A realistic ID: people paste it. */
  example: string;
  /** Key of the picklist data source that offers the records. */
  dataSource?: string;
}

/** What one input says instead of its kind, and the lengths and form that its operation asks for. */
type Instead = Partial<Kind> & TextLimits;

type IdOf<Required extends boolean> = Kind & { comments: string; required: Required };

/**
 * The inputs of one kind of record. `parse` brings an ID into the vendor's form, or throws an `InputError` that names
 * the input. `comments` say what the record is to this action.
 */
export const recordId = <Value>(kind: Kind, parse: (text: string, label: string) => Value) => {
  const parseWithin = (limits: TextLimits) => (text: string, label: string) => {
    const id = parse(text, label);
    if (typeof id === "string") checkText(label, id, limits);
    return id;
  };
  const idInput = <const Required extends boolean>(required: Required, comments: string, instead: Instead = {}) =>
    parsedInput({ ...kind, ...withoutLimits(instead), comments, required } as IdOf<Required>, parseWithin(instead));
  return {
    required: (comments: string, instead?: Instead) => idInput(true, comments, instead),
    optional: (comments: string, instead?: Instead) => idInput(false, comments, instead),
    /** Several of them, each with its own field and dropdown; `most` of them at most. */
    several: <const Required extends boolean = false>(
      comments: string,
      instead: Instead & { required?: Required; most?: number } = {},
    ) =>
      valueListInput(
        { ...kind, ...withoutLimits(instead), comments } as IdOf<Required> & { most?: number },
        parseWithin(instead),
      ),
    /** Several of them in an editor for JSON, as the published component has them. */
    list: (comments: string, instead?: Partial<Kind>) => jsonListInput({ ...kind, ...instead, comments }, parse),
  };
};

/** `.` and `..` would make a request reach another resource. Throws an `InputError`. */
export const refuseVanishing = (id: string, label: string) => {
  if (id === "." || id === "..") throw new InputError(label, `"${id}" is not an ID.`);
};

/** An ID of any form. Throws an `InputError` when it would vanish from a path. */
export const toPlainId = (text: string, label: string): string => {
  refuseVanishing(text, label);
  return text;
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

/** A number that is an ID by itself. Throws an `InputError`. */
export const toNumberId = (text: string, label: string): number => {
  if (!/^\d{1,15}$/.test(text)) throw new InputError(label, `"${text}" is no number such as 1001.`);
  return Number(text);
};
