import type { components, operations } from "../../generated/tsmanage";
import type { HandlersOf } from "../core/operations";
import type { Ids } from "../core/store";
import type { ApiKey } from "./apiKeys";

export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** What a running sandbox gives to its handlers. */
export interface World<State = unknown> {
  store: State & Ids;
  url: string;
}

/** A call of any operation, as far as a family needs to know it: the records that it works with. */
export type AnyCall<State = unknown> = World<State> & ApiKey;

/** The handlers of a family by operation id; `Reach` is what they need of every call. */
export type Handlers<Reach> = HandlersOf<operations, Reach>;
