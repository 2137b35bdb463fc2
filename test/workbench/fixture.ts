/** The server of the workbench as a page sees it, over HTTP. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as send } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import type { Copies, EntryDetail, FailureShown, RunEvent, RunRequest, Values } from "../../workbench/api";
import { startWorkbench, type Workbench, type WorkbenchOptions } from "../../workbench/server/start";

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

interface Asking {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** One request with exactly these headers: a browser's `fetch` would set some of them itself. */
export const ask = (url: string, { method = "GET", headers = {}, body }: Asking = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    // Not the URL's own path, which is normalised.
    const path = url.slice(url.indexOf("/", "http://".length));
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const request = send({ hostname, port, path, method, headers: { ...length, ...headers } }, (response) => {
      const { statusCode = 0, headers } = response;
      text(response).then((body) => resolve({ status: statusCode, headers, text: body }), reject);
    });
    request.on("error", reject);
    request.end(body);
  });

export type Event<Kind extends RunEvent["event"]> = Extract<RunEvent, { event: Kind }>;

/** All events of a run, and those of one kind. */
export interface Ran {
  events: RunEvent[];
  of<Kind extends RunEvent["event"]>(kind: Kind): Event<Kind>[];
  /** The result of a run that went well; throws for one that did not. */
  result(): unknown;
  failure(): FailureShown;
}

const ran = (text: string): Ran => {
  const events: RunEvent[] = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const of: Ran["of"] = (kind) => events.filter((each) => each.event === kind) as Event<typeof kind>[];
  return {
    events,
    of,
    result: () => {
      const [done] = of("done");
      if (!done) throw new Error(`The run failed: ${text}`);
      return done.result;
    },
    failure: () => {
      const [failed] = of("failed");
      if (!failed) throw new Error(`The run did not fail: ${text}`);
      return failed.failure;
    },
  };
};

export interface Page {
  /** Where the server is, without the token. */
  base: string;
  token: string;
  /** All that the server has ever sent, with the headers. */
  sent: string[];
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  json<T>(path: string): Promise<T>;
  detail(component: string, key: string): Promise<EntryDetail>;
  /** Runs an entry; throws when the server refuses the request. */
  run(component: string, key: string, values?: Values, options?: Omit<RunRequest, "values">): Promise<Ran>;
  /** The failure of a request that the server refuses with 400. */
  refusal(path: string, body?: unknown): Promise<FailureShown>;
  copy(component: string, key: string, values?: Values): Promise<Copies>;
}

const pageOf = ({ url }: Workbench): Page => {
  const [base = "", token = ""] = url.split("/#token=");
  const sent: string[] = [];
  const call: Page["call"] = async (method, path, body) => {
    const headers: Record<string, string> = { authorization: `Bearer ${token}` };
    if (body !== undefined) headers["content-type"] = "application/json";
    const answer = await ask(`${base}/api${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    sent.push(JSON.stringify(answer.headers), answer.text);
    return answer;
  };
  const fetched = async (method: string, path: string, body?: unknown): Promise<string> => {
    const { status, text } = await call(method, path, body);
    if (status !== 200) throw new Error(`${method} ${path}: ${status} ${text}`);
    return text;
  };
  const entry = (component: string, key: string) => `/components/${component}/entries/${key}`;
  const json: Page["json"] = async (path) => JSON.parse(await fetched("GET", path));
  return {
    base,
    token,
    sent,
    call,
    json,
    detail: (component, key) => json(entry(component, key)),
    run: async (component, key, values = {}, options = {}) =>
      ran(await fetched("POST", `${entry(component, key)}/run`, { values, ...options })),
    refusal: async (path, body) => {
      const { status, text } = await call("POST", path, body);
      if (status !== 400) throw new Error(`${path}: ${status} ${text}`);
      return JSON.parse(text).failure;
    },
    copy: async (component, key, values = {}) =>
      JSON.parse(await fetched("POST", `${entry(component, key)}/copy`, { values })),
  };
};

/** One server for the tests of a file. */
export const useWorkbench = (options: WorkbenchOptions | (() => WorkbenchOptions) = {}): Page => {
  const page = {} as Page;
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await startWorkbench(typeof options === "function" ? options() : options);
    Object.assign(page, pageOf(workbench));
  });
  afterAll(() => workbench.close());
  return page;
};

/** A folder for the tests of a file; `write` gives the path of what it has written. */
export const createFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "workbench-"));
  return {
    folder,
    write(file: string, content: string): string {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
};
