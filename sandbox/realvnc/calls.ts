import type { components, operations } from "../../generated/realvnc";
import type { HandlersOf } from "../core/operations";
import type { Ids } from "../core/store";
import type { AccessKey } from "./auth/keys";
import type { Sessions } from "./auth/sessions";

export type OperationId = keyof operations;

export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** How the vendor is where its documentation does not say how it is. */
export interface Habits {
  /** Whether audit events at the very bounds of a range are in it. */
  boundsIncluded: boolean;
}

/** What a running sandbox gives to its handlers. */
export interface World<State = unknown, PageSizes = unknown> {
  store: State & Ids;
  sessions: Sessions;
  pageSizes: PageSizes;
  habits: Habits;
  now(): Date;
  /** Throws 429 when there were too many of late. */
  limits: { exchange(): void; invitations(): void };
}

/** A call of any operation, as far as a family needs to know it: the records and page sizes that it works with. */
export type AnyCall<State = unknown, PageSizes = unknown> = World<State, PageSizes> & { key: AccessKey };

/** The handlers of a family by operation id; `Reach` is what they need of every call. */
export type Handlers<Reach> = HandlersOf<operations, Reach>;
