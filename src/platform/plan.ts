/** What makes an action of a plan: its texts, the client that it works through, and what it is remembered with. */
import { action, type Connection, type Inputs } from "@prismatic-io/spectral";
import type { AnswerSchemas } from "../http/answers";
import type { ApiClient } from "../http/client";
import type { RetryPolicy } from "../http/retry";
import type { Context, Transport } from "../http/transport";
import { declare, type Irreversible } from "./declared";
import { inputValue } from "./groupInput";
import { connection } from "./inputs";
import { withLazy } from "./lazily";
import { withOutputSchema } from "./outputSchema";
import { passwordsIn } from "./passwords";

export interface Display {
  label: string;
  /** What the action does or gives, then the vendor's limits. What it needs is added from the vendor's requirements. */
  description: string;
  /** Lifts the action in the designer's list. */
  important?: boolean;
}

/** Inputs that do not change the request. */
export interface Idle {
  /** They only fill the dropdowns of other inputs: a data source is called with the inputs of the same names. */
  forDropdowns?: Inputs;
  /** Kept for integrations made with the published component; the vendor does not know them. Using one is warned of. */
  keptForDropIn?: Inputs;
}

/** What the actions and dropdowns of a vendor are bound to. */
export interface ActionKit<Operations> {
  /** Signs in with a connection; throws a `ConnectionError` on an unusable one. */
  clientFor: (context: Context, connection: Connection, retry?: Partial<RetryPolicy>) => ApiClient<Operations>;
  /** What the vendor's operations answer. */
  schemas: AnswerSchemas<keyof Operations & string>;
  /** What operations need of the token or the account, in sentences; blank where nothing is known. */
  needs: (...operations: (keyof Operations & string)[]) => string;
}

/** A client whose operations are not known to the compiler. */
export type AnyClient = ApiClient<Record<string, never>>;

/** The bytes of an answer and what they are, as the platform takes a file. */
export class FileAnswer {
  constructor(
    readonly data: unknown,
    readonly contentType: string | undefined,
  ) {}
}

interface Plan {
  definition: Display & Idle & { inputs?: Inputs; irreversible?: Irreversible };
  /** Those that it calls, its own first. */
  operations: readonly string[];
  performSafety: "safe" | "notAllowed";
  /** Gives the data, or a `FileAnswer`. */
  perform: (client: AnyClient, values: object) => Promise<unknown>;
  /** Makes an example of the inputs, without a request. */
  examplePerform?: (values: object) => unknown;
  example: unknown;
  outputSchema: () => string;
}

/** The values of the declared inputs: the platform hands over whatever a builder's expression gave. */
const declaredValues = (inputs: Inputs, given: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(inputs).map(([key, definition]) => [key, inputValue(definition, given[key])]));

/** As `declaredValues`; the client keeps those of type `password` out of its logs and errors. */
export const valuesFor = ({ transport }: { transport: Transport }, inputs: Inputs, given: Record<string, unknown>) => {
  const values = declaredValues(inputs, given);
  transport.hide(passwordsIn(inputs, values));
  return values;
};

const warnOfUnused = ({ logger }: Context, inputs: Inputs, given: Record<string, unknown>) => {
  for (const [key, { label }] of Object.entries(inputs)) {
    if (given[key] !== undefined) logger.warn(`${label} is not sent: the API does not know it in this operation.`);
  }
};

const warningOf = (irreversible: Irreversible | undefined): string =>
  irreversible ? `Irreversible${typeof irreversible === "string" ? ` ${irreversible}` : ""}:` : "";

/** The function that makes the actions of one vendor. */
export const actionMaker = <Operations>({ clientFor, needs }: ActionKit<Operations>) => {
  const describe = ({ description, irreversible }: Plan["definition"], operations: readonly string[]): string =>
    [
      warningOf(irreversible),
      irreversible ? description.charAt(0).toLowerCase() + description.slice(1) : description,
      needs(...(operations as (keyof Operations & string)[])),
    ]
      .filter(Boolean)
      .join(" ");

  return ({ definition, operations, performSafety, perform, examplePerform, example, outputSchema }: Plan) => {
    const { label, important, inputs = {}, forDropdowns, keptForDropIn = {}, irreversible } = definition;
    const made = action({
      display: withLazy({ label, ...(important && { important }) }, "description", () =>
        describe(definition, operations),
      ),
      performSafety,
      inputs: { ...inputs, ...keptForDropIn, ...forDropdowns, connection },
      perform: async (context, { connection, ...given }) => {
        warnOfUnused(context, keptForDropIn, given);
        const client = clientFor(context, connection as Connection) as AnyClient;
        const data = await perform(client, valuesFor(client, inputs, given));
        return data instanceof FileAnswer ? { ...data } : { data };
      },
      examplePayload: { data: example },
      ...(examplePerform && {
        examplePerform: async (_context, { connection, ...given }) => ({
          data: examplePerform(declaredValues(inputs, given)),
        }),
      }),
    });
    return declare(withOutputSchema(made, outputSchema), { operations, irreversible });
  };
};
