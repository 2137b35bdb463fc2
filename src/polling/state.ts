/** The state that a trigger stores between two runs: where it is, what makes it readable again, and what unusable. */
import type { ActionLogger, PollingState, TriggerPayload } from "@prismatic-io/spectral";
import { isRecord } from "../http/answers";
import { canonicalJson, hashOf } from "./hashing";

/** What a way of comparing stores, and how it reads it again. */
export interface StateFormat<State> {
  /** The name of the way of comparing: state of another kind is not read. */
  kind: string;
  /** The state that was stored; throws when it is damaged. */
  decode(stored: unknown): State;
  /** What the check is made of, where the state holds checks of its parts; without it all of the state. */
  digest?(stored: unknown): unknown;
}

type Format = Pick<StateFormat<unknown>, "kind" | "digest">;

/** What one trigger of one flow stores. */
interface Entry {
  v: number;
  kind: string;
  scope: string;
  check: string;
  state: unknown;
  /** Set once an initial sync has delivered what there was. */
  loaded?: true;
}

const version = 1;

type Stored = Record<string, unknown>;

/** A hash of a JSON value, as text. The order of keys does not count. */
export const hashText = (value: unknown): string => hashOf(canonicalJson(value)).toString(36);

/** Tells a state that was cut or altered in storage, where only the order of keys may change. */
const checkOf = (state: unknown, { digest }: Format): string => hashText(digest ? digest(state) : state);

/**
 * Where a trigger's state is among those of its instance: the platform does not say whether each flow has a place of its
 * own. The stable id of a flow stays when the integration is published anew.
 */
export const placeOf = ({ flow }: Pick<TriggerPayload, "flow">, trigger: string): string =>
  `${flow?.stableId || flow?.id || ""}/${trigger}`;

/** By place, what the triggers of this instance have stored; and what else is there. */
const apart = (stored: unknown): { entries: Stored; rest: Stored } => {
  if (!isRecord(stored)) return { entries: {}, rest: {} };
  const { triggers, ...rest } = stored;
  return isRecord(triggers) ? { entries: triggers, rest } : { entries: {}, rest: stored };
};

interface Read<State> {
  state?: State;
  /** Whether an initial sync has delivered what there was. */
  loaded?: boolean;
  first?: boolean;
  problem?: string;
}

const readEntry = <State>(stored: unknown, scope: string, format: StateFormat<State>): Read<State> => {
  const { v, kind, check, state, loaded = false, ...rest } = (isRecord(stored) ? stored : {}) as Partial<Entry>;
  if (v !== version) return { problem: `it has the unknown version ${JSON.stringify(v)}` };
  if (kind !== format.kind) return { problem: "it comes from another kind of trigger" };
  if (rest.scope !== scope) return { problem: "the trigger's inputs were changed" };
  try {
    if (check !== checkOf(state, format)) return { problem: "it is damaged" };
    return { state: format.decode(state), loaded };
  } catch (error) {
    return { problem: `it is damaged: ${(error as Error).message}` };
  }
};

/**
 * Reads the state that the last run stored. It is undefined, with the reason, when there is none to go on from. What was
 * stored before triggers had entries of their own is that of the trigger whose kind and scope it has.
 */
export const readState = <State>(
  stored: unknown,
  place: string,
  scope: string,
  format: StateFormat<State>,
): Read<State> => {
  if (stored == null) return { first: true };
  const { entries, rest } = apart(stored);
  if (Object.hasOwn(entries, place)) return readEntry(entries[place], scope, format);
  if (isRecord(stored) && Object.keys(rest).length === 0) return { first: true };
  return readEntry(stored, scope, format);
};

/** Without the state that this trigger stored before it had an entry of its own. */
const withoutOwn = (rest: Stored, { kind, scope }: Entry): Stored => {
  if (rest.v !== version || rest.kind !== kind || rest.scope !== scope) return rest;
  const { v: _v, kind: _kind, scope: _scope, check: _check, state: _state, ...others } = rest;
  return others;
};

const mebibyte = 1024 * 1024;

export const largestState = 8 * mebibyte;

/** Characters of a value as JSON, near enough. */
const sizeOf = (value: unknown): number => {
  if (typeof value === "string") return value.length + 3;
  if (typeof value !== "object" || value === null) return 8;
  let size = 2;
  if (Array.isArray(value)) for (const item of value) size += sizeOf(item);
  else for (const [key, field] of Object.entries(value)) size += key.length + 3 + sizeOf(field);
  return size;
};

const warnOfSize = (entry: Entry, logger: ActionLogger) => {
  const size = sizeOf(entry);
  if (size <= largestState) return;
  logger.warn(
    `The state of this trigger takes ${(size / mebibyte).toFixed(1)} MiB, which the platform reads and stores in every run. Narrow what it watches with a filter, or use a batch trigger in mode full, which stores nothing.`,
  );
};

interface Whereabouts {
  place: string;
  scope: string;
  /** See `Entry`. */
  loaded?: boolean;
  unlessThere?: boolean;
}

/**
 * Stores the state of a trigger, and leaves everything else that is stored as it is. With `unlessThere`, a state that is
 * there already is not stored again. Warns when it is larger than 8 MiB.
 */
export const writeState = (
  { polling, logger }: { polling: PollingState; logger: ActionLogger },
  { place, scope, loaded = false, unlessThere = false }: Whereabouts,
  state: unknown,
  format: Format,
): void => {
  const entry: Entry = { v: version, kind: format.kind, scope, check: checkOf(state, format), state };
  if (loaded) entry.loaded = true;
  const { entries, rest } = apart(polling.getState());
  const known = Object.hasOwn(entries, place) ? (entries[place] as Partial<Entry> | null) : undefined;
  if (unlessThere && known?.check === entry.check && known.scope === scope && known.kind === entry.kind) return;
  warnOfSize(entry, logger);
  polling.setState({ ...withoutOwn(rest, entry), triggers: { ...entries, [place]: entry } });
};
