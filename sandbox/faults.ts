import type { Answer } from "./answers";
import { badRequest, VendorError } from "./errors";

export const faultKinds = [
  "latency",
  "rateLimit",
  "rateLimit403",
  "blocked",
  "serverError",
  "unavailable",
  "reset",
  "truncated",
  "html",
  "repeatToken",
  "redirect",
] as const;

export interface Fault {
  kind: (typeof faultKinds)[number];
  /** How many requests it hits; default 1, Infinity allowed. */
  times?: number;
  /** Which requests it hits; every API request without it. A text path is compared whole, a RegExp is searched. */
  match?: { method?: string; path?: string | RegExp; operationId?: string };
  /** HTTP status instead of the one of the kind. */
  status?: number;
  /** Length of a latency; default 1000. */
  milliseconds?: number;
  /** Value of a Retry-After header: seconds or a date. */
  retryAfter?: string;
  /** The handler does its work first, only its answer is lost. */
  after?: boolean;
  /** Target of a redirect. */
  location?: string;
}

/** What a fault is matched against. */
export interface Target {
  method: string;
  path: string;
  operationId?: string;
  /** The page token that the request carries, if it carries one. */
  pageToken?: string;
}

const apiPath = (path: string) => path.toLowerCase().replace(/^\/api\/v1/, "");

const pathMatches = (wanted: string | RegExp, path: string) =>
  typeof wanted === "string" ? apiPath(wanted) === apiPath(path) : new RegExp(wanted, "i").test(path);

const hits = ({ kind, match = {} }: Fault, target: Target): boolean =>
  (match.method === undefined || match.method.toUpperCase() === target.method) &&
  (match.operationId === undefined || match.operationId === target.operationId) &&
  (match.path === undefined || pathMatches(match.path, target.path)) &&
  (kind !== "repeatToken" || target.pageToken !== undefined);

/** The queue of faults: each hits the next requests that it matches, as often as it says. */
export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  pending(): Fault[];
  /** The latencies and the one other fault that hit this request; they are used up by it. */
  take(target: Target): { latencies: Fault[]; fault?: Fault };
}

export const createFaults = (): Faults => {
  let queue: { fault: Fault; left: number }[] = [];
  const use = (entry: { fault: Fault; left: number }) => {
    entry.left -= 1;
    return entry.fault;
  };
  return {
    add: (fault) => queue.push({ fault, left: fault.times ?? 1 }),
    clear: () => {
      queue = [];
    },
    pending: () => queue.map(({ fault, left }) => ({ ...fault, times: left })),
    take: (target) => {
      const matching = queue.filter(({ fault }) => hits(fault, target));
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

/** The answer that stands in for the real one; undefined for faults that do not send an answer of their own. */
export const faultAnswer = ({ kind, status, retryAfter, location }: Fault): Answer | undefined => {
  const wait: Record<string, string> = retryAfter === undefined ? {} : { "Retry-After": retryAfter };
  const error = (...[code, category, text]: [number, VendorError["category"], string]) =>
    new VendorError(status ?? code, category, text, wait).toAnswer();
  switch (kind) {
    case "rateLimit":
      return error(429, "rate_limit_reached", "Too many requests.");
    case "rateLimit403":
      return error(403, "rate_limit_reached", "The rate limit of this function is reached.");
    case "blocked":
      return error(403, "blocked", "Your IP address is blocked for a while.");
    case "serverError":
      return error(500, "internal_error", "An unexpected error happened.");
    case "unavailable":
      return error(503, "service_unavailable", "The service is unavailable.");
    case "html":
      return html(status ?? 502);
    case "redirect":
      return { status: status ?? 307, headers: { Location: location ?? "http://127.0.0.1:9/elsewhere" } };
    default:
      return undefined;
  }
};

const nextTokens = ["nextPaginationToken", "next_offset", "ContinuationToken", "continuation_token"];
const askedTokens = ["paginationToken", "offset", "offset_id", "continuationToken", ...nextTokens];

/** The page token of a request, wherever the operation has it. */
export const pageTokenOf = (...sources: unknown[]): string | undefined => {
  for (const source of sources) {
    if (typeof source !== "object" || source === null) continue;
    const token = askedTokens.map((name) => (source as Record<string, unknown>)[name]).find(Boolean);
    if (typeof token === "string") return token;
  }
  return undefined;
};

const tokenFieldOf = (body: object, operationId = ""): string => {
  const present = nextTokens.find((name) => name in body);
  if (present) return present;
  if (/^(Sessions|Connections)_/.test(operationId)) return "next_offset";
  return /^(EventLogging|Monitoring)_/.test(operationId) ? "ContinuationToken" : "continuation_token";
};

/** The answer with the page token that the request was asked with: a list that never ends. */
export const withRepeatedToken = (answer: Answer, { pageToken, operationId }: Target): Answer => {
  if (typeof answer.body !== "object" || answer.body === null) return answer;
  return { ...answer, body: { ...answer.body, [tokenFieldOf(answer.body, operationId)]: pageToken } };
};

/** A fault as it comes over HTTP: paths as text, or between slashes as a regular expression; `times` may be "Infinity". */
export const parseFault = (value: unknown): Fault => {
  if (typeof value !== "object" || value === null) throw badRequest("A fault is a JSON object with a kind.");
  const { kind, times, match, ...rest } = value as Fault & { times?: number | string };
  if (!faultKinds.includes(kind)) throw badRequest(`kind is one of ${faultKinds.join(", ")}.`);
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
