/** Failed requests in words. */
import axios, { type AxiosError } from "axios";
import { Unreadable } from "./body";
import type { VendorError } from "./errors";
import { redactText } from "./redact";

/** A time in milliseconds as people read it. */
export const seconds = (milliseconds: number) => `${Number((milliseconds / 1000).toFixed(1))} s`;

/** A 2xx answer that failed all the same, because its body is cut off or not JSON, says nothing by its status. */
export const tellingStatus = ({ response }: AxiosError): number | undefined =>
  response && response.status >= 300 ? response.status : undefined;

/** How an attempt failed, in a few words for the log. */
export const describeFailure = (error: AxiosError): string => {
  if (error.code === "ERR_UNREADABLE") return "an answer that is not JSON";
  if (tellingStatus(error)) return `HTTP ${tellingStatus(error)}`;
  if (error.response) return "an answer that was cut off";
  return error.code === "ECONNABORTED" || error.code === "ETIMEDOUT"
    ? "no answer in time"
    : (error.code ?? "no answer");
};

/** The sentence that says how the last attempt went, in the vendor's own words where there are any. */
export const whatHappened = (error: AxiosError, vendorError: VendorError | undefined, budget: number): string => {
  if (axios.isCancel(error)) return `no answer within ${seconds(budget)}.`;
  const { response } = error;
  if (!response) return `${error.message || error.code}.`;
  const body = response.data;
  if (body instanceof Unreadable) return `HTTP ${response.status} with ${describeUnreadable(body.text)}.`;
  if (!tellingStatus(error)) return `HTTP ${response.status}, but the connection was lost in the middle of the answer.`;
  if (!vendorError) return `HTTP ${response.status}${response.statusText ? ` ${response.statusText}` : ""}.`;
  const words = [vendorError.code, vendorError.description].filter(Boolean).join(": ");
  const details = Object.entries(vendorError.details ?? {}).map(([name, value]) => `${name} ${value}`);
  return `HTTP ${response.status}, ${words.replace(/\.$/, "")}${details.length ? ` (${details.join(", ")})` : ""}.`;
};

const describeUnreadable = (text: string): string => {
  if (!/^\s*<(!doctype|html)/i.test(text))
    return `a body that is not valid JSON (${text.length} characters, perhaps cut off)`;
  const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1]?.trim();
  return `a web page instead of JSON${title ? ` ("${title}")` : ""}; a proxy or a firewall may have answered`;
};

/** The vendor's error without the given secrets. */
export const redactVendorError = (error: VendorError | undefined, secrets: string[]): VendorError | undefined => {
  if (!error) return undefined;
  const clean = <Value>(value: Value) => (typeof value === "string" ? redactText(value, secrets) : value);
  const details = Object.entries(error.details ?? {}).map(([name, value]) => [name, clean(value)]);
  return { code: clean(error.code), description: clean(error.description), details: Object.fromEntries(details) };
};
