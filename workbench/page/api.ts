import type {
  ComponentSummary,
  Copies,
  CopyRequest,
  EntryDetail,
  FailureShown,
  FaultRequest,
  Level,
  Picklist,
  Refusal,
  RunEvent,
  RunRequest,
  Values,
} from "../api";
import { currentToken } from "./token";
import { reportTrouble } from "./trouble";

/** An answer of 400 and above. */
export class Refused extends Error {
  constructor(readonly failure: FailureShown) {
    super(failure.message);
  }
}

const unexplained = (status: number): FailureShown => ({
  kind: "other",
  message: `The workbench's server answered with ${status}.`,
  problems: {},
});

const refusalOf = async (response: Response): Promise<Refused> => {
  const body: Partial<Refusal> = await response.json().catch(() => ({}));
  return new Refused(body.failure ?? unexplained(response.status));
};

interface Call {
  method?: "GET" | "POST" | "DELETE";
  body?: unknown;
  signal?: AbortSignal;
}

const isAborted = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

/** Rethrows what kept an answer from coming, after telling the page that the server is gone. */
const lost = (error: unknown): never => {
  if (!isAborted(error)) reportTrouble("gone");
  throw error;
};

const send = async (path: string, { method = "GET", body, signal }: Call = {}): Promise<Response> => {
  const response = await fetch(`api/${path}`, {
    method,
    signal,
    headers: {
      Authorization: `Bearer ${currentToken()}`,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(lost);
  reportTrouble(response.status === 401 ? "no access" : undefined);
  if (!response.ok) throw await refusalOf(response);
  return response;
};

const json = async <Result>(path: string, call?: Call): Promise<Result> => (await send(path, call)).json();

const order = async (path: string, call: Call): Promise<void> => {
  await send(path, call);
};

const place = (component: string) => `components/${encodeURIComponent(component)}`;
const entryPlace = (component: string, key: string) => `${place(component)}/entries/${encodeURIComponent(key)}`;

export const listComponents = (): Promise<ComponentSummary[]> => json("components");

export const getEntry = (component: string, key: string): Promise<EntryDetail> => json(entryPlace(component, key));

export const getPicklist = (component: string, dataSource: string, values: Values): Promise<Picklist> =>
  json(`${place(component)}/picklists/${encodeURIComponent(dataSource)}`, { method: "POST", body: { values } });

export const getCopies = (component: string, key: string, request: CopyRequest): Promise<Copies> =>
  json(`${entryPlace(component, key)}/copy`, { method: "POST", body: request });

export const injectFault = (component: string, fault: FaultRequest): Promise<void> =>
  order(`${place(component)}/faults`, { method: "POST", body: fault });

export const clearFaults = (component: string): Promise<void> =>
  order(`${place(component)}/faults`, { method: "DELETE" });

export const changeLevel = (component: string, level: Level): Promise<void> =>
  order(`${place(component)}/level`, { method: "POST", body: { level } });

export const resetSandbox = (component: string): Promise<void> =>
  order(`${place(component)}/reset`, { method: "POST" });

export const simulateActivity = (component: string): Promise<void> =>
  order(`${place(component)}/activity`, { method: "POST" });

export const forgetState = (component: string, key: string): Promise<void> =>
  order(`${entryPlace(component, key)}/state`, { method: "DELETE" });

/** Each line as soon as it is whole, those that came together in one list. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string[]> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = `${rest}${part.value}`.split("\n");
    rest = lines.pop() ?? "";
    yield lines.filter((line) => line !== "");
  }
  if (rest) yield [rest];
}

/** Runs an entry and tells of its events as they come, several at a time. Throws `Refused`, or an abort. */
export const runEntry = async (
  component: string,
  key: string,
  request: RunRequest,
  { signal, onEvents }: { signal: AbortSignal; onEvents: (events: RunEvent[]) => void },
): Promise<void> => {
  const response = await send(`${entryPlace(component, key)}/run`, { method: "POST", body: request, signal });
  if (!response.body) return;
  try {
    for await (const lines of linesOf(response.body)) onEvents(lines.map((line) => JSON.parse(line)));
  } catch (error) {
    lost(error);
  }
};
