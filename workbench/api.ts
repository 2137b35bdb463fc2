/**
 * What the page and its server say to each other: JSON over HTTP on loopback. Every request carries the token of the
 * printed URL (`Authorization: Bearer …`). Nothing in here ever holds a secret: the server has the connection, and
 * redacts what it sends.
 */

/** `GET /api/components` */
export interface ComponentSummary {
  key: string;
  label: string;
  description: string;
  connection: ConnectionSummary;
  entries: EntrySummary[];
}

export interface ConnectionSummary {
  /** Key and label of the connection's definition. */
  key: string;
  label: string;
  /** What is at the other end. Faults, activity and a reset are for the sandbox alone. */
  kind: "sandbox" | "server";
  /** Where it comes from, for people. */
  source: string;
  /** Of a sandbox that has credentials of two levels: the one in use. */
  level?: Level;
  /** Kinds of fault that the sandbox knows, with what each does. */
  faults: Record<string, string>;
}

/** What a token reaches: what one account does, or all of its company. */
export type Level = "user" | "company";

export type EntryKind = "action" | "data source" | "trigger";

export interface EntrySummary {
  kind: EntryKind;
  key: string;
  label: string;
  description: string;
  family: string;
  needs: [kind: string, values: string[]][];
  operations: string[];
  /** Undefined where it cannot be told, as for triggers. */
  changes?: boolean;
  irreversible?: boolean | string;
}

/** `GET /api/components/:component/entries/:key` */
export interface EntryDetail extends EntrySummary {
  inputs: InputField[];
  /** Of a trigger with an initial sync: its own inputs beside the others. */
  initialSync?: { inputs: InputField[] };
  /** Whether batches can be asked for, where a trigger leaves them to the flow. */
  batches?: boolean;
  example?: unknown;
  /** JSON schema of the result. */
  outputSchema?: unknown;
}

/** One input of a form, the connection left out. */
export interface InputField {
  key: string;
  label: string;
  /** The platform's type: `string`, `text`, `password`, `boolean`, `code`, `timestamp`, `data`, `structuredObject`, … */
  type: string;
  collection?: "valuelist" | "keyvaluelist";
  required: boolean;
  comments?: string;
  placeholder?: string;
  example?: string;
  /** As the platform fills it in when it is left alone. */
  default?: unknown;
  choices?: { label: string; value: string }[];
  /** The data source that fills its dropdown, and the inputs of this form that it takes. */
  dataSource?: { key: string; dependsOn: string[] };
  /** The language of an editor, for `code`. */
  language?: string;
  /** The fields of a structured object. */
  fields?: InputField[];
}

/** Values of a form by the keys of its inputs; what is left out holds its default. */
export type Values = Record<string, unknown>;

/** `POST /api/components/:component/entries/:key/run` with `RunRequest`; answers NDJSON, a `RunEvent` a line. */
export interface RunRequest {
  values: Values;
  debug?: boolean;
  /** For triggers: a poll (the default) or the initial sync. */
  execution?: "poll" | "initialSync";
  batches?: boolean;
  /**
   * For what cannot be undone: the label of the entry, typed by the person. A run that can destroy something, by its
   * inputs, is refused without it as `unconfirmed`.
   */
  confirmation?: string;
}

export type RunEvent =
  | { event: "log"; level: string; text: string; milliseconds: number }
  | { event: "exchange"; exchange: ExchangeShown }
  /** A page of a trigger's execution. */
  | { event: "page"; page: TriggerPageShown }
  | { event: "done"; result: unknown; milliseconds: number; requests: number }
  | { event: "failed"; failure: FailureShown; milliseconds: number; requests: number };

/** What a flow would get of a trigger, and what the platform would keep. */
export interface TriggerPageShown {
  /** Counted over the polls since the state was last forgotten. */
  execution: string;
  page?: number;
  resultType?: string;
  branch?: string;
  data?: unknown;
  items?: unknown[];
  state: unknown;
}

export interface FailureShown {
  kind: "usage" | "input" | "connection" | "vendor" | "other" | "unconfirmed";
  message: string;
  /** What is wrong with an input, by its key. */
  problems: Record<string, string>;
  operation?: string;
  status?: number;
}

export interface ExchangeShown {
  method: string;
  url: string;
  /** Since the start of the run. */
  startedAfter: number;
  milliseconds: number;
  sent: MessageShown;
  received?: MessageShown & { status: number; statusText: string };
  error?: string;
}

export interface MessageShown {
  headers: Record<string, string>;
  /** As text; `base64` where it is none. */
  body?: { text: string; isWhole: boolean; size: number } | { base64: string; isWhole: boolean; size: number };
}

/** `POST /api/components/:component/picklists/:dataSource` with `{ values }` */
export interface Picklist {
  elements: { key: string; label: string }[];
}

/** `POST /api/components/:component/entries/:key/copy` with `CopyRequest`; answers `Copies`. */
export interface CopyRequest {
  values: Values;
  /** As in `RunRequest`; left out, it is the initial sync when one of its inputs is filled in. */
  execution?: RunRequest["execution"];
  batches?: boolean;
}

/** The call in other words, without secrets. */
export interface Copies {
  /** For a POSIX shell, on the same sandbox or connection file. */
  commandLine: string;
  /** Of a data source, the config variable that it fills. */
  yamlStep: string;
  /** Of a trigger, fields of the flow; of a data source, a config variable. */
  codeNative: string;
  /**
   * Of the requests of the last run of this entry, in order, without the attempts that were repeated; empty before one.
   * Credentials in headers are `$TOKEN`, what is secret elsewhere is `$SECRET`.
   */
  curl: string;
}

/** `POST /api/components/:component/faults`: what hits the next requests of the sandbox. */
export interface FaultRequest {
  kind: string;
  times?: number;
  status?: number;
  retryAfter?: string;
}

/** `POST /api/components/:component/level`: uses the sandbox with its credentials of that level; answered without a body. */
export interface LevelRequest {
  level: Level;
}

/**
 * Without a body, and answered without one: `POST /api/components/:component/reset` (the sandbox back to its start),
 * `POST …/activity` (something happens at the vendor's), `DELETE …/faults`, `DELETE …/entries/:key/state` (a trigger
 * forgets its polls).
 */

/** Any answer of 400 and above. */
export interface Refusal {
  failure: FailureShown;
}
