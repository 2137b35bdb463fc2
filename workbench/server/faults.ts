import { type Fault, parseFault, type VendorFaults } from "../../sandbox/core/faults";
import { badValue } from "./refusal";
import { bodyWith } from "./values";

const isCount = (value: unknown): boolean => value === undefined || (Number.isSafeInteger(value) && Number(value) > 0);

const isStatus = (value: unknown): boolean =>
  value === undefined || (Number.isSafeInteger(value) && Number(value) >= 200 && Number(value) <= 599);

const isRetryAfter = (value: unknown): boolean =>
  value === undefined || (typeof value === "string" && /^[\x20-\x7e]{1,100}$/.test(value));

const kindOf = (kind: unknown, vendorFaults: VendorFaults): Fault => {
  try {
    return parseFault({ kind }, vendorFaults);
  } catch (error) {
    throw badValue("kind", (error as Error).message);
  }
};

/** The fault that a `FaultRequest` asks for. Throws an error that names what is odd about it. */
export const readFault = (body: unknown, vendorFaults: VendorFaults): Fault => {
  const { kind, times, status, retryAfter } = bodyWith(body, ["kind", "times", "status", "retryAfter"]);
  const fault = kindOf(kind, vendorFaults);
  if (!isCount(times)) throw badValue("times", "A whole number above 0 is expected.");
  if (!isStatus(status)) throw badValue("status", "An HTTP status from 200 to 599 is expected.");
  if (!isRetryAfter(retryAfter)) throw badValue("retryAfter", "Seconds or a date are expected, as text.");
  return { ...fault, ...({ times, status, retryAfter } as Pick<Fault, "times" | "status" | "retryAfter">) };
};
