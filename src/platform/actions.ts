/**
 * The recurring kinds of action and data source, bound to one vendor's client. Each is declared by what makes it
 * different: texts, inputs, the one request, an example. What is unusual is written with spectral's own `action`.
 */
import { type ActionDefinition, type Connection, dataSource, type Element, type Inputs } from "@prismatic-io/spectral";
import { answerKindOf, isRecord, requireFile, requireKind } from "../http/answers";
import type { AnswerOf, AnyRequest, ApiClient, NeedsNothing, Only, RequestOf } from "../http/client";
import type { List } from "../http/lists";
import type { Irreversible } from "./declared";
import type { ValuesOf } from "./groupInput";
import { connection } from "./inputs";
import { outputSchemaOf, partSchemaOf, succeededSchema } from "./outputSchema";
import { firstOf, longestWait, type Source, toPicklist } from "./picklist";
import { type ActionKit, type AnyClient, actionMaker, type Display, FileAnswer, type Idle, valuesFor } from "./plan";
import { succeeded } from "./results";
import { changedFields, fieldsToClear } from "./updates";

/**
 * What makes an operation's request of the inputs. A conditional type, which the compiler resolves for the one operation
 * before it looks into the function; without it it would compare what the function gives with all operations.
 */
type Requesting<Operations, O extends keyof Operations, V extends unknown[], Given> = [O] extends [unknown]
  ? (...values: V) => Only<RequestOf<Operations[O]>, Given>
  : never;

/** What `send` gives: the answer; where none is answered, whatever it gives is not looked at. */
type Sent<Op> = [AnswerOf<Op>] extends [undefined] ? unknown : AnswerOf<Op>;

/**
 * How an action gets its answer: from the one request that `request` makes of the inputs, from nothing but the
 * operation, or, where one of several requests is sent, by `send`.
 */
type How<Operations, O extends keyof Operations, I extends Inputs, Given> =
  | { request: Requesting<Operations, O, [values: ValuesOf<I>], Given>; send?: undefined }
  | {
      send: (client: ApiClient<Operations>, values: ValuesOf<I>) => Promise<Sent<Operations[O]>>;
      request?: undefined;
    }
  | (NeedsNothing<Operations[O]> extends true ? { request?: undefined; send?: undefined } : never);

type Common<Operations, O extends keyof Operations, I extends Inputs> = Display & {
  /** Method and path, as the vendor's description has them. */
  operation: O;
  /** The operations that `send` calls beside it. */
  alsoCalls?: readonly (keyof Operations & string)[];
  inputs?: I;
} & Idle;

/** Inputs that steer how much of a list is read. */
interface Reading {
  fetchAll?: boolean;
  maximumRecords?: number;
}

/** As `How`, with the fields that change apart from the inputs that say of what. */
type HowToUpdate<Operations, O extends keyof Operations, I extends Inputs, F extends Inputs, Given> =
  | {
      request: Requesting<Operations, O, [values: ValuesOf<I>, fields: ValuesOf<F>], Given>;
      send?: undefined;
    }
  | {
      send: (client: ApiClient<Operations>, values: ValuesOf<I>, fields: ValuesOf<F>) => Promise<Sent<Operations[O]>>;
      request?: undefined;
    };

/** The fields that take a text, also an empty one. */
type TextKeys<F extends Inputs> = { [Key in keyof F]: "" extends ValuesOf<F>[Key] ? Key : never }[keyof F] & string;

type AnySend = (client: unknown, values: object, fields: object) => Promise<unknown>;
type AnyRequestOf = (values: object, fields: object) => AnyRequest;

/** An action as it runs, when its types are known to hold. */
interface Running {
  operation: string;
  request?: (values: object) => AnyRequest;
  send?: (client: unknown, values: object) => Promise<unknown>;
}

const sendOne = async (
  client: AnyClient,
  { operation, request, send }: Running,
  values: object,
  how: Pick<AnyRequest, "reads" | "anyKind"> = {},
): Promise<unknown> => {
  if (send) return send(client, values);
  const made = { ...request?.(values), ...how };
  if (made.as !== "file") return client.request(operation, made as never);
  const { body, headers } = await client.exchange(operation, made as never);
  requireFile(body, headers["content-type"], client.transport.nameOf(operation));
  return new FileAnswer(body, headers["content-type"]);
};

const mayAnswerNothing = (operation: string) => /^(PUT|DELETE) /.test(operation);

/** An example with the given fields in place of its own; what it does not have is left out. */
export const withValues = (example: unknown, fields: Record<string, unknown>): unknown =>
  isRecord(example)
    ? Object.fromEntries(
        Object.entries(example).map(([name, value]) => {
          const given = fields[name];
          if (given === undefined) return [name, value];
          return [name, isRecord(given) && isRecord(value) ? withValues(value, given) : given];
        }),
      )
    : example;

/** The values of these inputs out of those of an action. */
const pick = (inputs: Inputs, values: Record<string, unknown>): object =>
  Object.fromEntries(Object.keys(inputs).map((key) => [key, values[key]]));

/** The helpers for the actions and dropdowns of one vendor. */
export const actionsOf = <Operations>(kit: ActionKit<Operations>) => {
  const { clientFor, schemas } = kit;
  const define = actionMaker(kit);

  const answerSchema = (operation: keyof Operations & string) => () => outputSchemaOf<string>(schemas, operation);

  type Defined<I extends Inputs> = ActionDefinition<I & { connection: typeof connection }>;

  /** An action that changes nothing. */
  const read = <O extends keyof Operations & string, I extends Inputs, Given extends RequestOf<Operations[O]>>(
    definition: Common<Operations, O, I> & How<Operations, O, I, Given> & { example: NoInfer<AnswerOf<Operations[O]>> },
  ): Defined<I> => {
    const { operation, alsoCalls = [], example } = definition;
    return define({
      definition,
      operations: [operation, ...alsoCalls],
      performSafety: "safe",
      perform: (client, values) => sendOne(client, definition as Running, values, { reads: true }),
      example,
      outputSchema: answerSchema(operation),
    }) as never;
  };

  /**
   * As `read`, where `answer` makes the result of what the vendor answers, whatever that is, and `output` says what it
   * makes. It throws where the answer does not hold what is due.
   */
  const readAs = <O extends keyof Operations & string, I extends Inputs, Given extends RequestOf<Operations[O]>, Data>(
    definition: Common<Operations, O, I> &
      How<Operations, O, I, Given> & {
        answer: (body: AnswerOf<Operations[O]>) => Data;
        /** The name of a schema of the vendor's description, or the text of one. Left out: that of the operation. */
        output?: string;
        example: NoInfer<Data>;
      },
  ): Defined<I> => {
    const { operation, alsoCalls = [], answer, output, example } = definition;
    return define({
      definition,
      operations: [operation, ...alsoCalls],
      performSafety: "safe",
      perform: async (client, values) =>
        answer(
          (await sendOne(client, definition as Running, values, { reads: true, anyKind: true })) as AnswerOf<
            Operations[O]
          >,
        ),
      example,
      outputSchema: output === undefined ? answerSchema(operation) : () => partSchemaOf(schemas, output),
    }) as never;
  };

  /**
   * An action that reads a declared list: one page, or with its input Fetch All all pages from the given token on, in
   * either case up to its input Maximum Records.
   */
  const readList = <O extends keyof Operations & string, I extends Inputs, Given extends RequestOf<Operations[O]>>(
    definition: Display &
      Idle & {
        list: List<Operations, O, unknown>;
        inputs: I;
        request: Requesting<Operations, O, [values: Omit<ValuesOf<I>, keyof Reading>], Given>;
        example: NoInfer<AnswerOf<Operations[O]>>;
      },
  ): Defined<I> => {
    const { list, request, example } = definition;
    return define({
      definition,
      operations: [list.operation],
      performSafety: "safe",
      perform: (client, values) => {
        const { fetchAll, maximumRecords, ...rest } = values as Reading;
        return list.read(client as never, request(rest as never) as never, { fetchAll, maximumRecords });
      },
      example,
      outputSchema: answerSchema(list.operation),
    }) as never;
  };

  /**
   * An action that changes something. Without an example its answer is "ACTION SUCCEEDED"; with one, the designer shows
   * the example with what the inputs say in it.
   */
  const change = <O extends keyof Operations & string, I extends Inputs, Given extends RequestOf<Operations[O]>>(
    definition: Common<Operations, O, I> &
      How<Operations, O, I, Given> & {
        irreversible?: Irreversible;
        example?: NoInfer<AnswerOf<Operations[O]>>;
      },
  ): Defined<I> => {
    const { operation, alsoCalls = [], request, example } = definition;
    const fieldsOf = (values: object) => ({ ...values, ...((request as Running["request"])?.(values).body as object) });
    return define({
      definition,
      operations: [operation, ...alsoCalls],
      performSafety: "notAllowed",
      perform: async (client, values) => {
        const answer = await sendOne(client, definition as Running, values);
        // PUT and DELETE mostly answer without a body, also where the description has one.
        if (example === undefined || (answer === undefined && mayAnswerNothing(operation))) return succeeded;
        requireKind(answerKindOf(schemas, operation), answer, client.transport.nameOf(operation), { changes: true });
        return answer;
      },
      examplePerform: (values) => (example === undefined ? succeeded : withValues(example, fieldsOf(values))),
      example: example ?? succeeded,
      outputSchema: example === undefined ? () => succeededSchema : answerSchema(operation),
    }) as never;
  };

  /**
   * An action that changes a record. `inputs` say which, `fields` are what can be changed: blank leaves a field as it
   * is, and with none filled in nothing is sent. An input Fields to Clear empties those of `clearable`, which the
   * description lets be empty, and of `unconfirmed`, of which the vendor does not say whether they may be.
   */
  const update = <
    O extends keyof Operations & string,
    I extends Inputs,
    F extends Inputs,
    Given extends RequestOf<Operations[O]>,
  >(
    definition: Common<Operations, O, I> &
      HowToUpdate<Operations, O, I, F, Given> & {
        fields: F;
        clearable?: readonly TextKeys<F>[];
        unconfirmed?: readonly TextKeys<F>[];
        example?: NoInfer<AnswerOf<Operations[O]>>;
      },
  ): Defined<I & F> => {
    const { inputs = {}, fields, clearable = [], unconfirmed = [], request, send } = definition;
    const clearing: Inputs =
      clearable.length + unconfirmed.length > 0 ? { fieldsToClear: fieldsToClear(clearable, unconfirmed) } : {};
    const split = (values: object): [object, object] => [
      pick(inputs, values as Record<string, unknown>),
      changedFields(fields, values as Record<string, unknown>),
    ];
    const how = send
      ? { send: (client: unknown, values: object) => (send as AnySend)(client, ...split(values)) }
      : { request: (values: object) => (request as AnyRequestOf)(...split(values)) };
    return change({ ...definition, inputs: { ...inputs, ...fields, ...clearing }, ...how } as never) as never;
  };

  /**
   * A dropdown: one element per record, `name` with what tells two of that name apart. Of a list with very many records,
   * or that takes long, the first are offered, at most `most` of them, and a last element says so.
   */
  const picklist = <I extends Inputs, Item>({
    label,
    description,
    inputs = {} as I,
    most,
    records,
    key,
    name,
    example,
  }: Display & {
    inputs?: I;
    most?: number;
    records: (client: ApiClient<Operations>, values: ValuesOf<I>) => Source<Item>;
    key: (record: Item) => unknown;
    name: (record: Item) => unknown[];
    example: Element;
  }) =>
    dataSource({
      display: { label, description },
      dataSourceType: "picklist",
      inputs: { ...inputs, connection },
      perform: async (context, { connection, ...given }) => {
        const client = clientFor(context, connection as Connection, { budget: longestWait });
        const values = valuesFor(client, inputs, given) as ValuesOf<I>;
        const offered = await firstOf(records(client, values), { most, warn: (text) => context.logger.warn(text) });
        return toPicklist(offered, { key, label: name });
      },
      examplePayload: { result: [example] },
    });

  /**
   * An action that takes several requests, of the given operations. `output` is the JSON Schema of what it gives, as text,
   * in which `{"$ref": name}` stands for a schema of the vendor's description.
   */
  const combine = <I extends Inputs, Data>(
    definition: Display &
      Omit<Idle, "keptForDropIn"> & {
        operations: readonly (keyof Operations & string)[];
        inputs: I;
        /** It only reads. */
        safe?: boolean;
        irreversible?: Irreversible;
        run: (client: ApiClient<Operations>, values: ValuesOf<I>) => Promise<Data>;
        output: string;
        example: NoInfer<Data>;
      },
  ): Defined<I> => {
    const { operations, safe, run, output, example } = definition;
    return define({
      definition,
      operations,
      performSafety: safe ? "safe" : "notAllowed",
      perform: (client, values) => run(client as never, values as never),
      ...(!safe && { examplePerform: () => example }),
      example,
      outputSchema: () => partSchemaOf(schemas, output),
    }) as never;
  };

  return { read, readAs, readList, change, update, combine, picklist };
};
