import { type Connection, ConnectionError, isSpectralError, SpectralError } from "@prismatic-io/spectral";
import { isAxiosError } from "axios";
import { redactText } from "./redact";

/** An input that cannot be sent as it is: found before any request. The message starts with the input's label. */
export class InputError extends SpectralError {
  constructor(
    readonly input: string,
    problem: string,
  ) {
    super(`${input}: ${problem}`);
  }
}

/** What the vendor said of a failed request, read from its error body. */
export interface VendorError {
  /** The vendor's name of the kind of error, for example `invalid_request`. */
  code?: string;
  description?: string;
  /** Anything else worth showing, for example a signature by which the vendor finds its log entry. */
  details?: Record<string, string | number>;
}

export interface ApiErrorFacts {
  /** Method and path template, for example `PUT /groups/{id}`. */
  operation: string;
  status?: number;
  vendorError?: VendorError;
}

/** A request that failed for good. The message names the operation, the HTTP status and the vendor's own words. */
export class ApiError extends SpectralError implements ApiErrorFacts {
  readonly operation: string;
  readonly status?: number;
  readonly vendorError?: VendorError;

  constructor(message: string, facts: ApiErrorFacts) {
    super(message);
    this.operation = facts.operation;
    this.status = facts.status;
    this.vendorError = facts.vendorError;
  }
}

/** The error that marks a connection on the platform. It names the connection and carries none of its values. */
export const connectionError = ({ key, configVarKey }: Connection, message: string): ConnectionError =>
  new ConnectionError({ key, configVarKey, fields: {} }, message);

/**
 * The component's error hook: what a user sees of an error. Our own errors pass; an axios error that slipped past the
 * client would carry request headers, so only its redacted message is kept.
 */
export const safeError = (error: unknown): unknown => {
  if (isSpectralError(error) || !isAxiosError(error)) return error;
  return new SpectralError(redactText(error.message));
};

/** What a user may read of any error, where the error itself does not end the work. */
export const messageOf = (error: unknown): string => {
  const safe = safeError(error);
  return safe instanceof Error ? safe.message : String(safe);
};

/** The same error, its message extended by a sentence: the type still tells what went wrong. */
export const extended = (error: unknown, sentence: string): unknown => {
  if (error instanceof Error) error.message += ` ${sentence}`;
  return error;
};
