/**
 * The recurring kinds of action and data source, bound to one vendor's client. Each is declared by what makes it
 * different: texts, inputs, the one request, an example. What is unusual is written with spectral's own `action`.
 */
import {
  type ActionDefinition,
  type ActionInputParameters,
  action,
  type Connection,
  dataSource,
  type Element,
  type Inputs,
} from "@prismatic-io/spectral";
import type { AnswerOf, AnyRequest, ApiClient, Exact, NeedsNothing, RequestOf } from "../http/client";
import type { List } from "../http/lists";
import type { Context } from "../http/transport";
import { connection } from "./inputs";
import { toPicklist } from "./picklist";
import { succeeded } from "./results";

interface Display {
  label: string;
  /** What the action does or gives, in its first sentence; then what it needs. */
  description: string;
  /** Lifts the action in the designer's list. */
  important?: boolean;
}

type Values<I extends Inputs> = ActionInputParameters<I>;

/**
 * How an action gets its answer: from the one request that `request` makes of the inputs, from nothing but the
 * operation, or, where one of several requests is sent, by `send`.
 */
type How<Operations, O extends keyof Operations, I extends Inputs, Given> =
  | { request: (values: Values<I>) => Given & Exact<RequestOf<Operations[O]>, Given>; send?: undefined }
  | {
      send: (client: ApiClient<Operations>, values: Values<I>) => Promise<AnswerOf<Operations[O]>>;
      request?: undefined;
    }
  | (NeedsNothing<Operations[O]> extends true ? { request?: undefined; send?: undefined } : never);

type Common<Operations, O extends keyof Operations, I extends Inputs> = Display & {
  /** Method and path, as the vendor's description has them. */
  operation: O;
  inputs?: I;
};

/** An action as it runs, when its types are known to hold. */
interface Running {
  operation: string;
  inputs?: Inputs;
  request?: (values: object) => AnyRequest;
  send?: (client: unknown, values: object) => Promise<unknown>;
}

type AnyClient = ApiClient<Record<string, never>>;

const sendOne = async (client: AnyClient, { operation, request, send }: Running, values: object): Promise<unknown> => {
  if (send) return send(client, values);
  return client.request(operation, request?.(values) as never);
};

/** The values of the declared inputs: the platform hands over whatever a builder's expression gave. */
const declared = (inputs: Inputs = {}, given: Record<string, unknown>): object =>
  Object.fromEntries(Object.keys(inputs).map((key) => [key, given[key]]));

/**
 * The helpers for one vendor. `clientFor` signs in with a connection and throws a
 * `ConnectionError` on an unusable one.
 */
export const actionsOf = <Operations>(
  clientFor: (context: Context, connection: Connection) => ApiClient<Operations>,
) => {
  const define = (
    { label, description, important, inputs }: Display & { inputs?: Inputs },
    performSafety: "safe" | "notAllowed",
    perform: (client: AnyClient, values: object) => Promise<unknown>,
    example: unknown,
  ) =>
    action({
      display: { label, description, ...(important && { important }) },
      performSafety,
      inputs: { ...inputs, connection },
      perform: async (context, { connection, ...given }) => ({
        data: await perform(clientFor(context, connection) as AnyClient, declared(inputs, given)),
      }),
      examplePayload: { data: example },
    });

  type Defined<I extends Inputs> = ActionDefinition<I & { connection: typeof connection }>;

  /** An action that changes nothing. */
  const read = <O extends keyof Operations & string, I extends Inputs, Given extends RequestOf<Operations[O]>>(
    definition: Common<Operations, O, I> & How<Operations, O, I, Given> & { example: NoInfer<AnswerOf<Operations[O]>> },
  ): Defined<I> => {
    const running = definition as Running;
    return define(
      definition,
      "safe",
      (client, values) => sendOne(client, running, values),
      definition.example,
    ) as never;
  };

  /** As `read`, where `answer` makes the result of what the vendor answers. */
  const readAs = <O extends keyof Operations & string, I extends Inputs, Given extends RequestOf<Operations[O]>, Data>(
    definition: Common<Operations, O, I> &
      How<Operations, O, I, Given> & {
        answer: (body: AnswerOf<Operations[O]>) => Data;
        example: NoInfer<Data>;
      },
  ): Defined<I> => {
    const { answer, example } = definition;
    const running = definition as Running;
    return define(
      definition,
      "safe",
      async (client, values) => answer((await sendOne(client, running, values)) as AnswerOf<Operations[O]>),
      example,
    ) as never;
  };

  /** An action that reads a declared list: one page, or with its input Fetch All all pages from the given token on. */
  const readList = <O extends keyof Operations & string, I extends Inputs, Given extends RequestOf<Operations[O]>>(
    definition: Display & {
      list: List<Operations, O, unknown>;
      inputs: I;
      request: (values: Omit<Values<I>, "fetchAll">) => Given & Exact<RequestOf<Operations[O]>, Given>;
      example: NoInfer<AnswerOf<Operations[O]>>;
    },
  ): Defined<I> => {
    const { list, request, example } = definition;
    return define(
      definition,
      "safe",
      (client, values) => {
        const { fetchAll, ...rest } = values as { fetchAll?: boolean };
        return list.read(client as never, request(rest as never) as never, { fetchAll });
      },
      example,
    ) as never;
  };

  /** An action that changes something. Without an example its answer is "ACTION SUCCEEDED". */
  const change = <O extends keyof Operations & string, I extends Inputs, Given extends RequestOf<Operations[O]>>(
    definition: Common<Operations, O, I> &
      How<Operations, O, I, Given> & { example?: NoInfer<AnswerOf<Operations[O]>> },
  ): Defined<I> => {
    const { example } = definition;
    const running = definition as Running;
    return define(
      definition,
      "notAllowed",
      async (client, values) => {
        const answer = await sendOne(client, running, values);
        return example === undefined ? succeeded.data : answer;
      },
      example ?? succeeded.data,
    ) as never;
  };

  /** A dropdown: one element per record, `name` with what tells two of that name apart. */
  const picklist = <I extends Inputs, Item>({
    label,
    description,
    inputs = {} as I,
    records,
    key,
    name,
    example,
  }: Display & {
    inputs?: I;
    records: (client: ApiClient<Operations>, values: Values<I>) => Promise<readonly Item[]>;
    key: (record: Item) => unknown;
    name: (record: Item) => unknown[];
    example: Element;
  }) =>
    dataSource({
      display: { label, description },
      dataSourceType: "picklist",
      inputs: { ...inputs, connection },
      perform: async (context, { connection, ...given }) => {
        const client = clientFor(context as Context, connection as Connection);
        const all = await records(client, declared(inputs, given) as Values<I>);
        return toPicklist(all, { key, label: name });
      },
      examplePayload: { result: [example] },
    });

  return { read, readAs, readList, change, picklist };
};
