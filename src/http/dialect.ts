import { parseJson, Unreadable } from "./body";
import type { VendorError } from "./errors";
import { type Failure, tellingStatus } from "./failure";
import type { RetryFacts } from "./retry";

/** What is known of a request that failed, so that a vendor's words can fit the cause. */
export interface FailedRequest {
  /** Method and path template, for example `PUT /groups/{id}`. */
  operation: string;
  /** Where it was sent, without the query. */
  requestUrl: string;
  /** Where the connection says that the API lives, without a slash at the end. */
  baseUrl: string;
  /** The key of the connection's kind, for example `teamviewer-oauth`. */
  connectionKey: string;
  /** Undefined without an answer; of 2xx where the answer is cut off or not JSON. */
  status?: number;
  /** Undefined where the answer is not in the vendor's form: a proxy or another server may have given it. */
  error?: VendorError;
}

/** How one vendor speaks of errors. */
export interface Dialect {
  vendor: string;
  /** The label of the connection's input that says where the API lives; Base URL unless it is given. */
  address?: string;
  /** Reads the vendor's error body, a text where it is not JSON; undefined when it is not one. */
  readError(body: unknown): VendorError | undefined;
  /** Whether an answer of 2xx says in its body that the request failed. */
  denies?(body: unknown): boolean;
  isRateLimit?(status: number | undefined, error: VendorError | undefined): boolean;
  isBlocked?(status: number | undefined, error: VendorError | undefined): boolean;
  /** How many attempts a failure is worth, the first one included, where that is less than the policy allows. */
  attemptsFor?(failed: FailedRequest): number | undefined;
  /** What the user can do about a failure, as one or two sentences. */
  advise(failed: FailedRequest): string | undefined;
}

/** A failed attempt as the vendor's dialect understands it. */
export interface Diagnosis extends RetryFacts {
  failure: Failure;
  request: FailedRequest;
}

/** A web page is of a proxy or a gateway. */
const isPage = (text: string): boolean => /^\s*</.test(text);

/** The body of an answer as a value or a text, also where bytes were asked for; undefined where it says nothing. */
const saidIn = ({ kind, answer }: Failure): unknown => {
  const body = parseJson(Buffer.isBuffer(answer?.body) ? answer.body.toString() : answer?.body);
  if (body instanceof Unreadable && kind !== "status") return undefined;
  const said = body instanceof Unreadable ? body.text : body;
  return typeof said === "string" && isPage(said) ? undefined : said;
};

/** The vendor's error, in whatever form the dialect knows it. */
const errorIn = (failure: Failure, dialect: Dialect): VendorError | undefined => {
  const said = saidIn(failure);
  return said === undefined ? undefined : dialect.readError(said);
};

/** What a failed attempt means. `request` is what was known before. */
export const diagnose = (
  failure: Failure,
  { method, reads, ...request }: FailedRequest & Pick<RetryFacts, "method" | "reads">,
  dialect: Dialect,
): Diagnosis => {
  const ofVendor = failure.kind !== "proxy";
  const { status: answered, headers } = (ofVendor && failure.answer) || {};
  const error = ofVendor ? errorIn(failure, dialect) : undefined;
  const status = tellingStatus(failure);
  const failed = { ...request, status: answered, error };
  return {
    method,
    failure,
    request: failed,
    status,
    reads,
    retryAfter: headers?.["retry-after"],
    answeredAt: Date.parse(headers?.date ?? "") || undefined,
    rateLimited: dialect.isRateLimit?.(status, error),
    blocked: dialect.isBlocked?.(status, error),
    attempts: dialect.attemptsFor?.(failed),
    unsent: failure.unsent,
    final: failure.final,
  };
};
