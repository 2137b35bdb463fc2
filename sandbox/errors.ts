import type { Answer } from "./answers";

/** The vendor's error categories with the number that stands beside each. */
const codes = {
  token_expired: 1,
  invalid_request: 2,
  invalid_token: 3,
  invalid_client: 4,
  internal_error: 5,
  blocked: 6,
  rate_limit_reached: 7,
  email_in_use: 8,
  insufficient_scope: 9,
  access_denied: 10,
  not_found: 11,
  service_unavailable: 12,
} as const;

export type ErrorCategory = keyof typeof codes;

export interface ErrorBody {
  error: ErrorCategory;
  error_description: string;
  error_code: number;
  error_signature?: string;
}

/** An answer of the vendor's that is not a success; thrown by handlers, sent by the server. */
export class VendorError extends Error {
  constructor(
    readonly status: number,
    readonly category: ErrorCategory,
    description: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(description);
  }

  get body(): ErrorBody {
    return {
      error: this.category,
      error_description: this.message,
      error_code: codes[this.category],
      ...(this.status >= 500 && { error_signature: "7c1d5a0f-3b0e-4a57-9f5b-6f1f0e2d9a41" }),
    };
  }

  toAnswer(): Answer {
    return { status: this.status, headers: this.headers, body: this.body };
  }
}

export const badRequest = (description: string) => new VendorError(400, "invalid_request", description);
export const emailInUse = (email: string) =>
  new VendorError(400, "email_in_use", `The e-mail address ${email} is already in use.`);
export const forbidden = (description: string) => new VendorError(403, "access_denied", description);
export const notFound = (what: string, id: string) => new VendorError(404, "not_found", `${what} ${id} not found.`);
export const missingScope = (description: string) => new VendorError(403, "insufficient_scope", description);
export const missingToken = () =>
  new VendorError(401, "invalid_token", "No access token was sent.", { "WWW-Authenticate": "Bearer" });
export const unknownToken = () =>
  new VendorError(401, "invalid_token", "The access token is not valid.", {
    "WWW-Authenticate": 'Bearer error="invalid_token"',
  });
export const expiredToken = () =>
  new VendorError(401, "token_expired", "The access token has expired.", {
    "WWW-Authenticate": 'Bearer error="invalid_token"',
  });
