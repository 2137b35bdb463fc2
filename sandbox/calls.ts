import type { operations } from "../generated/teamviewer";
import type { Answer, OperationId, Result } from "./answers";
import type { PageSizes } from "./paging";
import type { Store } from "./store";
import type { AccessToken, Tokens } from "./tokens";

type Body<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { "application/json": infer Fields } };
}
  ? Fields
  : undefined;

type Query<Id extends OperationId> = NonNullable<operations[Id]["parameters"]["query"]>;

/** Path parameters arrive decoded, and as text whatever their type is. */
type Path<Id extends OperationId> = { [Name in keyof NonNullable<operations[Id]["parameters"]["path"]>]: string };

/** What every handler can reach besides its own request. */
export interface Surroundings {
  store: Store;
  tokens: Tokens;
  pageSizes: PageSizes;
  now: () => Date;
  url: string;
}

/** A request that is routed, authorised and valid for the description. */
export interface Call<Id extends OperationId = OperationId> extends Surroundings {
  path: Path<Id>;
  query: Query<Id>;
  body: Body<Id>;
  token: AccessToken;
  /** The Authorization header, for operations that answer without a token too. */
  authorization?: string;
}

/** A call of any operation, for what several handlers share. */
export type AnyCall = Surroundings & { token: AccessToken };

export type Handlers = { [Id in OperationId]?: (call: Call<Id>) => Answer<Result<Id>> };
