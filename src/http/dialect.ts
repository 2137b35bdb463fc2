import { parseJson } from "./body";
import type { VendorError } from "./errors";
import { type Failure, tellingStatus } from "./failure";
import type { RetryFacts } from "./retry";

/** How one vendor speaks of errors. */
export interface Dialect {
  vendor: string;
  /** Reads the vendor's error body; undefined when it is not one. */
  readError(body: unknown): VendorError | undefined;
  isRateLimit?(status: number | undefined, error: VendorError | undefined): boolean;
  isBlocked?(status: number | undefined, error: VendorError | undefined): boolean;
  /** What the user can do about a failure, as one or two sentences. */
  advise(failure: { operation: string; status?: number; error?: VendorError }): string | undefined;
}

/** A failed attempt as the vendor's dialect understands it. */
export interface Diagnosis extends RetryFacts {
  failure: Failure;
  error?: VendorError;
}

/** What a failed attempt means. */
export const diagnose = (method: string, failure: Failure, dialect: Dialect): Diagnosis => {
  const { body, headers } = failure.answer ?? {};
  const error = dialect.readError(parseJson(Buffer.isBuffer(body) ? body.toString() : body));
  const status = tellingStatus(failure);
  return {
    method,
    failure,
    error,
    status,
    retryAfter: headers?.["retry-after"],
    rateLimited: dialect.isRateLimit?.(status, error),
    blocked: dialect.isBlocked?.(status, error),
    unsent: failure.unsent,
    final: failure.kind === "outOfTime" || failure.kind === "redirect",
  };
};
