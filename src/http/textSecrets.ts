/** Secrets in texts that hold names and values: a query, a form, JSON and what was meant to be JSON. */
import { mark } from "./hiding";
import { isSecretName, secretsIn } from "./redact";

/** A name with a value in quotes or a number, as JSON and its look-alikes have it. */
const named =
  /(?<![\w.-])([\w.-]{1,60})["']?\s{0,9}:\s{0,9}(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(-?\d[\d.eE+-]*))/gs;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The name and value of a part of a form; blank ones where it is none. */
const pairOf = (part: string): [name: string, value: string] =>
  part.includes("=") ? ([...new URLSearchParams(part)][0] ?? ["", ""]) : ["", ""];

/** What stands under a secret's name in a query or a form, decoded. */
export const secretsInPairs = (text: string): string[] =>
  text
    .split("&")
    .map(pairOf)
    .flatMap(([name, value]) => (value !== "" && isSecretName(name) ? [value] : []));

/** As `secretsInPairs`, of a text that may also be JSON or nearly JSON. Numbers are given as they are written. */
export const secretsInText = (text: string): string[] => {
  const found = [...text.matchAll(named)].flatMap(([, name = "", double, single, number]) => {
    if (!isSecretName(name)) return [];
    const written = double ?? single ?? number ?? "";
    return [written, String(parsed(`"${written}"`) ?? written)];
  });
  return [...found, ...secretsIn(parsed(text)), ...secretsInPairs(text)];
};

/** A query or a form with a mark in place of every value that stands under a secret's name; the rest is as it was. */
export const redactPairs = (text: string): string =>
  text
    .split("&")
    .map((part) => (isSecretName(pairOf(part)[0]) ? `${part.split("=", 1)}=${mark}` : part))
    .join("&");
