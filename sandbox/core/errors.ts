import type { Answer } from "./answers";

/** An answer of a vendor's that is not a success; thrown by handlers, sent in the vendor's form by the server. */
export class VendorError extends Error {
  constructor(
    readonly status: number,
    /** What went wrong, in one word; a vendor may have words of its own. */
    readonly category: string,
    description: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(description);
  }
}

/** The form in which a vendor tells an error. */
export type ErrorBody = (error: VendorError) => unknown;

export const errorAnswer = (error: VendorError, bodyOf: ErrorBody): Answer => ({
  status: error.status,
  headers: error.headers,
  body: bodyOf(error),
});

export const badRequest = (description: string) => new VendorError(400, "invalid_request", description);
export const forbidden = (description: string) => new VendorError(403, "access_denied", description);
export const notFound = (what: string, id: string) => new VendorError(404, "not_found", `${what} ${id} not found.`);
export const conflict = (description: string) => new VendorError(409, "invalid_request", description);
export const internalError = () => new VendorError(500, "internal_error", "An unexpected error happened.");
