/** Lengths of time as people write them: `90d`, `12h`, `6M`. */
import { InputError } from "../http/errors";
import { type Optional, parsedInput } from "./inputs";

const second = 1000;
const day = 24 * 60 * 60 * second;

/** Upper and lower case differ: m are minutes, M months. Months and years are counted on the calendar. */
const units = {
  s: { milliseconds: second },
  m: { milliseconds: 60 * second },
  h: { milliseconds: 60 * 60 * second },
  d: { milliseconds: day },
  w: { milliseconds: 7 * day },
  M: { months: 1 },
  y: { months: 12 },
} as const;

export interface Period {
  amount: number;
  unit: keyof typeof units;
}

/** Longer ones are mistakes, and end before there were computers. */
const most = 100 * 366 * day;

/** The same day and time so many calendar months before; the last day of a month that is too short for it. */
const monthsBefore = (months: number, now: number): number => {
  const date = new Date(now);
  const dayOfMonth = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - months);
  if (date.getUTCDate() !== dayOfMonth) date.setUTCDate(0);
  return date.getTime();
};

/** When a period began that ends now; both in milliseconds since 1970. Months count in UTC. */
export const startOf = ({ amount, unit }: Period, now: number): number => {
  const length = units[unit];
  return "months" in length ? monthsBefore(amount * length.months, now) : now - amount * length.milliseconds;
};

/** A period as it is written. */
export const periodText = ({ amount, unit }: Period): string => `${amount}${unit}`;

const isUnit = (text: string): text is Period["unit"] => Object.hasOwn(units, text);

/** Reads a whole number with a unit, without one of seconds. Throws an `InputError` for anything else, and for nothing. */
export const parsePeriod = (text: string, label: string): Period => {
  const [, digits = "", unit = ""] = /^(\d+)([a-z]?)$/i.exec(text) ?? [];
  const period = { amount: Number(digits), unit: unit || "s" };
  if (digits === "" || !isUnit(period.unit)) {
    throw new InputError(
      label,
      `"${text}" is no period such as 90d. The units are s, m (minutes), h, d, w, M (months) and y; a number alone is seconds.`,
    );
  }
  if (period.amount === 0) throw new InputError(label, "must be longer than 0.");
  const checked: Period = { ...period, unit: period.unit };
  if (!(-startOf(checked, 0) <= most)) throw new InputError(label, `"${text}" is longer than 100 years.`);
  return checked;
};

/** A period, as `parsePeriod` reads it. */
export const periodInput = <const O extends Optional>(options: O) => parsedInput(options, parsePeriod);
