/** How TeamViewer speaks of errors, and what a person can do about each. */
import { isRecord } from "../http/answers";
import type { VendorError } from "../http/errors";
import type { Dialect, FailedRequest } from "../http/transport";
import { type Remedy, remedies } from "./connections";
import { requirementOf } from "./requirements";

/** Error body of the Web API: category, description, number per kind, and a signature that finds the log entry. */
interface ErrorBody {
  error?: unknown;
  error_description?: unknown;
  error_code?: unknown;
  error_signature?: unknown;
}

/** What operations of the IoT area answer beside their data: with HTTP 200, whether they did what was asked for. */
interface Outcome {
  IsSuccess?: unknown;
  Error?: unknown;
}

const denies = (body: unknown): boolean => {
  if (!isRecord(body)) return false;
  const { IsSuccess, Error: error }: Outcome = body;
  return IsSuccess === false || (IsSuccess !== true && isRecord(error));
};

/** `Name: is missing; is too long` of each field. */
const wordsOf = (validationErrors: unknown): string[] =>
  Object.entries(isRecord(validationErrors) ? validationErrors : {}).map(
    ([field, problems]) => `${field}: ${[problems].flat().join("; ")}`,
  );

const readDenial = ({ Error: error }: Outcome): VendorError => {
  const { Message, ExceptionName, ValidationErrors } = isRecord(error) ? error : {};
  const description = [Message, ...wordsOf(ValidationErrors)].filter(Boolean).join(" ");
  return {
    code: ExceptionName ? String(ExceptionName) : undefined,
    description: description || "the answer says that it is no success",
  };
};

const readError = (body: unknown): VendorError | undefined => {
  if (!isRecord(body)) return undefined;
  if (denies(body)) return readDenial(body);
  const { error, error_description, error_code, error_signature } = body as ErrorBody;
  if (error === undefined && error_description === undefined) return undefined;
  const details = Object.entries({ error_code, error_signature }).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number",
  );
  return {
    code: error === undefined ? undefined : String(error),
    description: error_description === undefined ? undefined : String(error_description),
    details: Object.fromEntries(details),
  };
};

const rateLimitAdvice = "TeamViewer's rate limit is reached; run the flow less often or spread its requests.";

/** There is one: no request is sent through a connection of a kind that TeamViewer does not have. */
const remedyFor = ({ connectionKey }: FailedRequest) => remedies[connectionKey] as Remedy;

const scopeAdvice = (failed: FailedRequest): string => {
  const { scope, level } = requirementOf(failed.operation);
  if (!scope) return `The token may lack a scope. ${remedyFor(failed).withoutScope}.`;
  const only = level ? ` Only a ${level}-level token can have it.` : "";
  return `The token may lack a right for this. It needs the scope ${scope}.${only} ${remedyFor(failed).withoutScope}; the account itself needs the permission too.`;
};

/** TeamViewer refuses an area that the licence does not cover in words that sound like another cause (spec/README.md). */
const licenceAdvice = ({ operation }: FailedRequest): string => {
  const { licence } = requirementOf(operation);
  const needed = licence ? ` It needs ${licence}.` : "";
  return `TeamViewer answers so too where the account's licence does not cover this area or the token lacks its scope.${needed}`;
};

const adviseOnForbidden = (failed: FailedRequest): string => {
  const { operation, error } = failed;
  if (!error)
    return "This is no answer of TeamViewer's: a proxy or a firewall on the way may have refused the request.";
  if (error.code === "rate_limit_reached") return rateLimitAdvice;
  if (error.code === "blocked") {
    return "TeamViewer blocks the sender's IP address for a while; run the flow later and less often.";
  }
  if (/shared for reading|read.?only/i.test(error.description ?? "")) {
    return "The group is shared for reading only: its owner has to share it for reading and writing.";
  }
  const { permission } = requirementOf(operation);
  return permission ? `The account needs the manager permission ${permission}.` : scopeAdvice(failed);
};

const adviseOnUnauthorized = (failed: FailedRequest): string => {
  if (failed.error?.code === "token_expired") return `The token has expired. ${remedyFor(failed).refused}`;
  const unknown = `TeamViewer does not accept the token. ${remedyFor(failed).refused}`;
  return failed.error?.code === "invalid_token"
    ? `${unknown} If other actions work with it, the token is right and lacks a scope or the licence for this one. ${scopeAdvice(failed)}`
    : unknown;
};

const prefixAdvice =
  "Check the ID: group IDs start with g, devices with d, contacts with c, users with u, session codes with s, meetings with m; managed devices and policies have GUIDs.";

const adviseOnNotFound = (failed: FailedRequest): string => {
  const { baseUrl, error } = failed;
  if (!/\/api\/v\d+$/.test(baseUrl)) {
    return "Check the connection's Base URL: that of TeamViewer's API ends in /api/v1.";
  }
  return error?.code === "not_found" ? `${prefixAdvice} ${licenceAdvice(failed)}` : prefixAdvice;
};

const locationAdvice =
  "Fill in Owner User ID: a company-level token reaches groups only through the user who owns them.";

export const teamviewerDialect: Dialect = {
  vendor: "TeamViewer",
  readError,
  denies,
  isRateLimit: (status, error) => status === 403 && error?.code === "rate_limit_reached",
  isBlocked: (status, error) => status === 403 && error?.code === "blocked",
  // An area that the licence does not cover answers so, every time: the first attempt and two more.
  attemptsFor: ({ status, error }) => (status === 500 && error?.code === "internal_error" ? 3 : undefined),
  advise: (failed) => {
    const { status, error } = failed;
    if (status === 400 && /location is needed/i.test(error?.description ?? "")) return locationAdvice;
    if (status === 401) return adviseOnUnauthorized(failed);
    if (status === 403) return adviseOnForbidden(failed);
    if (status === 404) return adviseOnNotFound(failed);
    if (status === 429) return rateLimitAdvice;
    if (status === 500 && error?.code === "internal_error") return `${licenceAdvice(failed)} ${scopeAdvice(failed)}`;
    return undefined;
  },
};
