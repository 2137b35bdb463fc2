/** Inputs that take a point in time. */
import { input } from "@prismatic-io/spectral";
import { InputError } from "../http/errors";
import { toIsoSeconds } from "./dates";
import { cleanWith, type Optional, shown, textOf } from "./inputs";

/** ISO 8601; without a time it is midnight, without an offset it is UTC. */
const isoDate = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** Unix time. Any other count of digits is neither: read as one of them it would be a day in 1970 or far away. */
const unixSeconds = /^\d{10}$/;
const unixMilliseconds = /^\d{13}$/;

const never = new Date(Number.NaN);

/** `new Date` makes the 2nd of March of the 30th of February. */
const isOnCalendar = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

/** Not `new Date(text)`: it finds a date in "week 5", and takes a time without an offset for this machine's own. */
const parseDate = (text: string): Date => {
  if (unixSeconds.test(text)) return new Date(Number(text) * 1000);
  if (unixMilliseconds.test(text)) return new Date(Number(text));
  const [, day = "", time = "00:00", offset = "Z"] = isoDate.exec(text) ?? [];
  if (!isOnCalendar(day)) return never;
  return new Date(`${day}T${time}${offset.toUpperCase().replace(/(\d{2})(\d{2})$/, "$1:$2")}`);
};

const dateOf = (label: string, value: unknown): Date => {
  if (value instanceof Date) return value;
  return parseDate(typeof value === "number" ? String(value) : textOf(label, value).trim());
};

/** A point in time; `write` gives it the form of the request. */
const dateInput = <const O extends Optional, Value>(options: O, write: (date: Date) => Value) =>
  input({
    ...shown(options),
    type: "timestamp",
    clean: cleanWith<O, Value>(options, (value) => {
      const date = dateOf(options.label, value);
      if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) {
        throw new InputError(
          options.label,
          `"${value}" is not a date and time such as 2026-03-31T14:00:00Z, nor Unix time in seconds (10 digits) or milliseconds (13 digits).`,
        );
      }
      return write(date);
    }),
  });

/**
 * A point in time, as ISO 8601 or Unix time in seconds or milliseconds; the request carries it as ISO 8601 in UTC, to the
 * second or, where the vendor wants them, with its milliseconds.
 */
export const timestampInput = <const O extends Optional & { milliseconds?: boolean }>({
  milliseconds = false,
  ...options
}: O) => dateInput(options as unknown as O, (date) => (milliseconds ? date.toISOString() : toIsoSeconds(date)));

/** As `timestampInput`; the request carries Unix time in milliseconds, a number. */
export const unixTimeInput = <const O extends Optional>(options: O) => dateInput(options, (date) => date.getTime());
