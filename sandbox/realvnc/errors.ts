import type { Answer } from "../core/answers";
import { VendorError } from "../core/errors";
import type { VendorFaults } from "../core/faults";

/** The category of an error that comes without a body. */
const silent = "";

/** Bodies of errors are not documented. This form is one of those that servers commonly have. */
export const errorBody = ({ category, message }: VendorError): unknown =>
  category === silent ? undefined : { code: category, message };

const unauthorised = (description: string) =>
  new VendorError(401, "unauthorized", description, { "WWW-Authenticate": "Bearer" });

export const missingSession = () => unauthorised("A session token is needed.");
export const endedSession = () => unauthorised("The session token is not valid, or has ended.");
export const refusedKey = () => new VendorError(401, "unauthorized", "The access key is not accepted.");
export const missingPermission = () => new VendorError(403, "forbidden", "The access key does not allow this.");
export const outOfReach = () =>
  new VendorError(403, "forbidden", "Members with the role ADMIN or higher cannot be managed.");
export const nameTaken = (name: string) => new VendorError(409, "conflict", `The name '${name}' is taken.`);
export const changedMeanwhile = () => new VendorError(412, "precondition_failed", "The object has another version.");
export const versionNeeded = () => new VendorError(428, "precondition_required", "If-Match is required.");
export const tooMany = (seconds: number) =>
  new VendorError(429, "too_many_requests", "Too many requests.", { "Retry-After": String(seconds) });

const withLink = (answer: Answer, link: string): Answer => ({
  ...answer,
  headers: { ...answer.headers, Link: link },
});

/** What RealVNC answers beside the statuses that mean the same with every vendor, and links that must not be followed. */
export const vendorFaults = {
  foreignLink: {
    does: "do the work, name a next page on another host",
    spoil: (answer, { path }) => withLink(answer, `<https://elsewhere.example${path}?from=stolen>; rel="next"`),
  },
  unreadableLink: {
    does: "do the work, with a Link header that is none",
    spoil: (answer) => withLink(answer, "next page: the second one"),
  },
  refusedSession: { does: "401: the session is refused, whatever its age", error: endedSession },
  emptyError: {
    does: '403 without a body; another status with "status"',
    error: () => new VendorError(403, silent, "An error without a body."),
  },
} satisfies VendorFaults;
