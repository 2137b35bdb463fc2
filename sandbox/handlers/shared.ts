import type { AnyCall } from "../calls";
import { badRequest, forbidden } from "../errors";
import { isoDate } from "../seed";
import type { OnlineState, Store } from "../store";

const idKinds = { u: /^u\d+$/, g: /^g\d+$/, c: /^c\d+$/, d: /^d\d+$/, r: /^r\d+$/, s: /^s\d[\d-]*$/ } as const;

/** An id with its prefix; the wire refuses one without. */
export const idOf = (prefix: keyof typeof idKinds, value: string, what: string): string => {
  if (!idKinds[prefix].test(value))
    throw badRequest(`The ${what} '${value}' must be a number with the prefix ${prefix}.`);
  return value;
};

/** Whether a text contains a part, whatever its upper and lower case; every text contains no part. */
export const contains = (text: string | undefined, part: string | undefined): boolean =>
  part === undefined || (text ?? "").toLowerCase().includes(part.toLowerCase());

/** Whether a filter lets a value through; an absent filter lets all through. */
export const equals = (value: string | undefined, filter: string | undefined): boolean =>
  filter === undefined || (value ?? "").toLowerCase() === filter.toLowerCase();

export const stateEquals = (state: OnlineState, filter: string | undefined): boolean => equals(state, filter);

/** Throws when the account's company has been deleted. */
export const inCompany = ({ store }: AnyCall) => {
  if (!store.account.company) throw forbidden("The account has no company.");
};

/** A known policy's id; a blank one takes the policy away. */
export const knownPolicy = (store: Store, policyId: string | undefined): string | undefined => {
  if (!policyId) return undefined;
  if (!store.policies.has(policyId)) throw badRequest(`There is no policy ${policyId}.`);
  return policyId;
};

const isoDateTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** Milliseconds of an ISO 8601 date; a date without a zone is UTC. */
export const timeOf = (field: string, text: string): number => {
  const zoned = /(Z|[+-]\d\d:\d\d)$/.test(text) || !text.includes("T") ? text : `${text}Z`;
  const time = isoDateTime.test(text) ? Date.parse(zoned) : Number.NaN;
  if (Number.isNaN(time)) throw badRequest(`The field '${field}' is not an ISO 8601 date: '${text}'.`);
  return time;
};

/** Milliseconds of a date in the one form that the audit log and the alarms document. */
export const exactTimeOf = (field: string, text: string): number => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) {
    throw badRequest(`The field '${field}' must have the form YYYY-MM-DDThh:mm:ssZ, not '${text}'.`);
  }
  return timeOf(field, text);
};

export const nowIso = (now: () => Date) => isoDate(now().getTime());

/** The fields that were sent, so that they can be put over a record without wiping the others. */
export const sent = <Fields extends object>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;
