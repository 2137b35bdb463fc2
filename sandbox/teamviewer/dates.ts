import { badRequest } from "../core/errors";

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
