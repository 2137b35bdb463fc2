import { internalError, VendorError } from "../core/errors";
import type { VendorFaults } from "../core/faults";

/** The vendor's error categories with the number that stands beside each. */
const codes: Record<string, number> = {
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
};

export interface ErrorBody {
  error: string;
  error_description: string;
  error_code: number | undefined;
  error_signature?: string;
}

export const errorBody = ({ category, message, status }: VendorError): ErrorBody => ({
  error: category,
  error_description: message,
  error_code: codes[category],
  ...(status >= 500 && { error_signature: "7c1d5a0f-3b0e-4a57-9f5b-6f1f0e2d9a41" }),
});

export const emailInUse = (email: string) =>
  new VendorError(400, "email_in_use", `The e-mail address ${email} is already in use.`);
export const missingScope = (description: string) => new VendorError(403, "insufficient_scope", description);

const unauthorised = (category: string, description: string, challenge: string) =>
  new VendorError(401, category, description, { "WWW-Authenticate": challenge });

export const missingToken = () => unauthorised("invalid_token", "No access token was sent.", "Bearer");
export const unknownToken = () =>
  unauthorised("invalid_token", "The access token is not valid.", 'Bearer error="invalid_token"');
export const expiredToken = () =>
  unauthorised("token_expired", "The access token has expired.", 'Bearer error="invalid_token"');

/** What TeamViewer answers beside the statuses that mean the same with every vendor. */
export const vendorFaults = {
  rateLimit403: {
    does: "403 rate_limit_reached, as older answers have it",
    error: () => new VendorError(403, "rate_limit_reached", "The rate limit of this function is reached."),
  },
  blocked: {
    does: "403 blocked: too many requests came from this IP address",
    error: () => new VendorError(403, "blocked", "Your IP address is blocked for a while."),
  },
  notCovered404: {
    does: "404 not_found for a whole area that the licence does not cover",
    error: () => new VendorError(404, "not_found", "The requested resource was not found."),
  },
  notCovered500: {
    does: "500 internal_error for an area that the licence or the scopes do not cover",
    error: internalError,
  },
  notCovered401: { does: "401 invalid_token for a valid token that lacks the scope", error: unknownToken },
} satisfies VendorFaults;
