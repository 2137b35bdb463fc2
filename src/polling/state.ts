/** The state that a trigger stores between two runs: what makes it readable again, and what makes it unusable. */
import { canonicalJson, hashOf } from "./hashing";

/** What a way of comparing stores, and how it reads it again. */
export interface StateFormat<State> {
  /** The name of the way of comparing: state of another kind is not read. */
  kind: string;
  /** The state that was stored; throws when it is damaged. */
  decode(stored: unknown): State;
}

const version = 1;

/** A hash of a JSON value, as text. The order of keys does not count. */
export const hashText = (value: unknown): string => hashOf(canonicalJson(value)).toString(36);

/** Tells a state that was cut or altered in storage, where only the order of keys may change. */
const checkOf = (state: unknown): string => hashText(state);

/** Reads the state that the last run stored. It is undefined, with the reason, when there is none to go on from. */
export const readState = <State>(
  stored: Record<string, unknown> | null | undefined,
  scope: string,
  { kind, decode }: StateFormat<State>,
): { state?: State; first?: boolean; problem?: string } => {
  if (stored == null || (typeof stored === "object" && Object.keys(stored).length === 0)) return { first: true };
  if (stored.v !== version) return { problem: `it has the unknown version ${JSON.stringify(stored.v)}` };
  if (stored.kind !== kind) return { problem: "it comes from another kind of trigger" };
  if (stored.scope !== scope) return { problem: "the trigger's inputs were changed" };
  if (stored.check !== checkOf(stored.state)) return { problem: "it is damaged" };
  try {
    return { state: decode(stored.state) };
  } catch (error) {
    return { problem: `it is damaged: ${(error as Error).message}` };
  }
};

/** The state as it is stored, for `readState`. */
export const toStored = (state: unknown, scope: string, kind: string) => ({
  v: version,
  kind,
  scope,
  check: checkOf(state),
  state,
});
