import { parseJson } from "../../../engine/files";
import type { FlowResult, Params } from "./instance";

interface Pair {
  key: string;
  value: string;
}

interface Request {
  url: string;
  data?: unknown;
  headers?: Pair[];
  queryParams?: Pair[];
  connection?: { fields: Params };
  responseType?: string;
}

const entriesOf = (pairs: Pair[] = []): [string, string][] => pairs.map(({ key, value }) => [key, value]);

const bodyOf = (data: unknown): string | undefined => {
  if (data === undefined || typeof data === "string") return data;
  return JSON.stringify(data);
};

/** Throws for an answer that is not of 2xx. */
const send = async (method: string, { url, data, headers, queryParams, connection, responseType }: Request) => {
  const target = new URL(url);
  for (const [key, value] of entriesOf(queryParams)) target.searchParams.append(key, value);
  const response = await fetch(target, {
    method,
    headers: {
      ...(connection && { Authorization: `Bearer ${connection.fields.apiKey}` }),
      ...Object.fromEntries(entriesOf(headers)),
    },
    body: bodyOf(data),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${target.origin}${target.pathname}: HTTP ${response.status}.`);
  return responseType === "text" ? text : (parseJson(text) ?? text);
};

/** Ends the execution. */
export class Stop {
  constructor(readonly result: FlowResult) {}
}

type PlatformAction = (params: Params) => Promise<unknown>;

/** The platform's own actions that are neither code nor steps around other steps, by component and key. */
export const platformActions: Record<string, PlatformAction> = {
  "http.httpGet": (params) => send("GET", params as unknown as Request),
  "http.httpPost": (params) => send("POST", params as unknown as Request),
  "stop-execution.stopExecution": async ({ statusCode, contentType, jsonBody }) => {
    const data = typeof jsonBody === "string" ? (parseJson(jsonBody) ?? jsonBody) : jsonBody;
    throw new Stop({ statusCode: Number(statusCode ?? 200), contentType: contentType as string | undefined, data });
  },
};
