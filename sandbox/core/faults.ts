import type { Answer } from "./answers";
import { badRequest, internalError, VendorError } from "./errors";
import type { RecordedRequest } from "./requests";

/** Every kind of fault that any vendor can have, and what it does. */
export const faultKinds = {
  latency: 'wait for "milliseconds" (1000) before the work, with "after": true before the answer',
  rateLimit: "429 rate_limit_reached",
  serverError: "500 internal_error",
  unavailable: "503 service_unavailable",
  reset: "cut the connection without an answer",
  truncated: "do the work, cut the body off below its content length",
  drip: 'do the work, send the body in ten pieces with "milliseconds" (1000) before each',
  html: "502 with a web page",
  redirect: '307 to "location"; "status" can be 301, 302 or 308 as well',
  emptyObject: "200 with {}",
  oddBody: '200 with "body", which is any JSON value; without one, with an empty body',
  repeatToken: "do the work, name as the next page the one that was asked for; hits only requests for a page",
} as const;

/** A fault to come; `Kind` are the kinds that only one vendor has. */
export interface Fault<Kind extends string = string> {
  kind: keyof typeof faultKinds | Kind;
  /** How many requests it hits; default 1, Infinity allowed. */
  times?: number;
  /** How many requests that it would hit it lets pass first; default 0. */
  pass?: number;
  /** Which requests it hits; every API request without it. A text path is compared whole, a RegExp is searched. */
  match?: { method?: string; path?: string | RegExp; operationId?: string };
  /** HTTP status instead of the one of the kind. */
  status?: number;
  /** Length of a latency, or of each wait of a drip; default 1000. */
  milliseconds?: number;
  /** Value of a Retry-After header: seconds or a date. */
  retryAfter?: string;
  /** The handler does its work first, only its answer is lost. */
  after?: boolean;
  /** Target of a redirect. */
  location?: string;
  /** What an odd body is. */
  body?: unknown;
}

/**
 * Kinds of fault that only one vendor has: what each does, and the error that it answers with, or what it makes of the real
 * answer.
 */
export type VendorFaults = Record<
  string,
  { does: string } & (
    | { error(): VendorError; spoil?: undefined }
    | { error?: undefined; spoil(answer: Answer, request: RecordedRequest): Answer }
  )
>;

/** What a fault is matched against. */
export interface Target {
  method: string;
  path: string;
  operationId?: string;
  /** The page token that the request carries, if it carries one. */
  pageToken?: string;
}

/** The queue of faults: each hits the next requests that it matches, as often as it says. */
export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  pending(): Fault[];
  /** The latencies and the one other fault that hit this request; they are used up by it. */
  take(target: Target): { latencies: Fault[]; fault?: Fault };
}

interface Queued {
  fault: Fault;
  left: number;
  toPass: number;
}

/** Makes the queue of a server whose API begins at `root`: a fault may name a path with it or without. */
export const createFaults = (root: string): Faults => {
  let queue: Queued[] = [];

  const belowRoot = (path: string) => {
    const text = path.toLowerCase();
    return text.startsWith(root.toLowerCase()) ? text.slice(root.length) : text;
  };
  const pathMatches = (wanted: string | RegExp, path: string) =>
    typeof wanted === "string" ? belowRoot(wanted) === belowRoot(path) : new RegExp(wanted, "i").test(path);
  const hits = ({ kind, match = {} }: Fault, target: Target): boolean =>
    (match.method === undefined || match.method.toUpperCase() === target.method) &&
    (match.operationId === undefined || match.operationId === target.operationId) &&
    (match.path === undefined || pathMatches(match.path, target.path)) &&
    (kind !== "repeatToken" || target.pageToken !== undefined);
  const letsPass = (entry: Queued): boolean => {
    entry.toPass -= 1;
    return entry.toPass >= 0;
  };
  const use = (entry: Queued) => {
    entry.left -= 1;
    return entry.fault;
  };

  return {
    add: (fault) => queue.push({ fault, left: fault.times ?? 1, toPass: fault.pass ?? 0 }),
    clear: () => {
      queue = [];
    },
    pending: () => queue.map(({ fault, left }) => ({ ...fault, times: left })),
    take: (target) => {
      const matching = queue.filter((entry) => hits(entry.fault, target) && !letsPass(entry));
      const latencies = matching.filter(({ fault }) => fault.kind === "latency").map(use);
      const other = matching.find(({ fault }) => fault.kind !== "latency");
      const fault = other && use(other);
      queue = queue.filter(({ left }) => left > 0);
      return { latencies, fault };
    },
  };
};

const html = (status: number): Answer => ({
  status,
  headers: { "Content-Type": "text/html; charset=utf-8" },
  body: `<!doctype html><html><head><title>${status}</title></head><body><h1>Web gateway error ${status}</h1></body></html>`,
});

const errors: Record<string, () => VendorError> = {
  rateLimit: () => new VendorError(429, "rate_limit_reached", "Too many requests."),
  serverError: internalError,
  unavailable: () => new VendorError(503, "service_unavailable", "The service is unavailable."),
};

const answers: Record<string, (fault: Fault) => Answer> = {
  html: ({ status = 502 }) => html(status),
  redirect: ({ status = 307, location = "http://127.0.0.1:9/elsewhere" }) => ({
    status,
    headers: { Location: location },
  }),
  emptyObject: ({ status = 200 }) => ({ status, body: {} }),
  oddBody: ({ status = 200, body }) => ({ status, body }),
};

/** The answer or the error that stands in for the real one; undefined for faults that only spoil the real one. */
export const faultAnswer = (fault: Fault, ofVendor: VendorFaults = {}): Answer | VendorError | undefined => {
  const { kind, status, retryAfter } = fault;
  const error = errors[kind]?.() ?? ofVendor[kind]?.error?.();
  if (!error) return answers[kind]?.(fault);
  const wait: Record<string, string> = retryAfter === undefined ? {} : { "Retry-After": retryAfter };
  return new VendorError(status ?? error.status, error.category, error.message, { ...error.headers, ...wait });
};

/** A fault as it comes over HTTP: paths as text, or between slashes as a regular expression; `times` may be "Infinity". */
export const parseFault = (value: unknown, ofVendor: VendorFaults = {}): Fault => {
  if (typeof value !== "object" || value === null) throw badRequest("A fault is a JSON object with a kind.");
  const { kind, times, match, ...rest } = value as Fault & { times?: number | string };
  const kinds: string[] = [...Object.keys(faultKinds), ...Object.keys(ofVendor)];
  if (!kinds.includes(kind)) throw badRequest(`kind is one of ${kinds.join(", ")}.`);
  const count = times === undefined ? 1 : Number(times);
  if (!(count > 0)) throw badRequest("times is a number above 0.");
  const [, pattern] = /^\/(.+)\/$/.exec(String(match?.path ?? "")) ?? [];
  return {
    ...rest,
    kind,
    times: count,
    match: match && { ...match, path: pattern ? new RegExp(pattern) : match.path },
  };
};
