import type { components, operations } from "../../generated/teamviewer";
import type { HandlersOf } from "../core/operations";
import type { Ids } from "../core/store";
import type { AccessToken, Tokens } from "./auth/tokens";

export type OperationId = keyof operations;

export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** What a running sandbox gives to its handlers. */
export interface World<State = unknown, PageSizes = unknown> {
  store: State & Ids;
  tokens: Tokens;
  pageSizes: PageSizes;
  now(): Date;
  url: string;
}

/** A call of any operation, as far as a family needs to know it: the records and page sizes that it works with. */
export type AnyCall<State = unknown, PageSizes = unknown> = World<State, PageSizes> & { token: AccessToken };

/** The handlers of a family by operation id; `Reach` is what they need of every call. */
export type Handlers<Reach> = HandlersOf<operations, Reach>;
