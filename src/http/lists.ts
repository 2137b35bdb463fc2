/** A vendor's lists: each is declared once and read by actions, dropdowns and triggers alike. */
import { SpectralError } from "@prismatic-io/spectral";
import { isRecord, whatIs } from "./answers";
import type { AnswerOf, AnyRequest, ApiClient, Only, RequestOf } from "./client";
import { itemsOf, type Page, pages } from "./pages";
import type { Transport } from "./transport";

/** Where a list's answer keeps its items and its tokens, and where the request for a page has the token. */
export interface Envelope {
  /** The object of the answer that holds the items, where they do not stand in the answer itself. */
  within?: string;
  items: string;
  /** The token of the next page. A list without one comes in one answer. */
  next?: string;
  /** The token of this page, where the answer repeats it. */
  current?: string;
  /** The parameter that carries the token: of the query of a GET, of the body of any other method. */
  token?: string;
  /** The token stands for the whole request: it is sent in place of what the first page was asked for with. */
  tokenAlone?: boolean;
  /** Where an answer with status 200 says that there is none. */
  problem?: string;
}

type ItemOf<List> = NonNullable<List> extends readonly (infer Item)[] ? Item : never;

const isToken = (value: unknown): value is string | number | null | undefined =>
  value === undefined || value === null || typeof value === "string" || typeof value === "number";

/** The object of an answer that holds the items. */
const holderIn = ({ within }: Envelope, answer: object): Record<string, unknown> => {
  const holder = within === undefined ? answer : (answer as Record<string, unknown>)[within];
  return isRecord(holder) ? holder : {};
};

/** The answer with other items. */
const withItems = <Answer extends object>(envelope: Envelope, answer: Answer, records: unknown[]): Answer => {
  const { within, items } = envelope;
  const held = { [items]: records };
  return { ...answer, ...(within === undefined ? held : { [within]: { ...holderIn(envelope, answer), ...held } }) };
};

/**
 * One answer of a list as a page. An answer without its list is no empty list: a trigger would take everything for gone
 * and deliver it again. Throws then, and when the vendor says in it that it could not answer. `request` names the vendor
 * and the operation in the message.
 */
const toPage = (request: string, envelope: Envelope, answer: unknown): Page<unknown> => {
  const { items, next, problem } = envelope;
  const refuse = (why: string) => new SpectralError(`${request} ${why}. Nothing was used of it; try again later.`);
  const fields = isRecord(answer) ? answer : {};
  if (problem && fields[problem]) throw new SpectralError(`${request} could not be answered: ${fields[problem]}`);
  const list = holderIn(envelope, fields)[items];
  if (!Array.isArray(list)) throw refuse(`answered without the list of ${items}`);
  const token = next && fields[next];
  if (!isToken(token)) throw refuse(`names the next page by ${whatIs(token)}`);
  return { items: list, next: token === undefined || token === null ? undefined : String(token) };
};

/** A list of the vendor's, as its users see it. */
export interface List<Operations, O extends keyof Operations & string, Item> {
  operation: O;
  /**
   * One page of it as it came, or with `fetchAll` all pages from the request's token on as if they were one. With
   * `maximumRecords` no more than that: the last page is cut, and no next one is named, because what was cut off is not
   * on it.
   */
  read<Given extends RequestOf<Operations[O]>>(
    client: ApiClient<Operations>,
    request: Only<RequestOf<Operations[O]>, Given>,
    options?: { fetchAll?: boolean; maximumRecords?: number },
  ): Promise<AnswerOf<Operations[O]>>;
  /** Page by page. */
  pages<Given extends RequestOf<Operations[O]>>(
    client: ApiClient<Operations>,
    request?: Only<RequestOf<Operations[O]>, Given>,
  ): AsyncGenerator<Page<Item>>;
  /** One page, named by its token, undefined for the first. */
  page<Given extends RequestOf<Operations[O]>>(
    client: ApiClient<Operations>,
    token: string | undefined,
    request?: Only<RequestOf<Operations[O]>, Given>,
  ): Promise<Page<Item>>;
  /** The items of all pages. */
  all<Given extends RequestOf<Operations[O]>>(
    client: ApiClient<Operations>,
    request?: Only<RequestOf<Operations[O]>, Given>,
  ): Promise<Item[]>;
}

/** What a declared list holds. */
export type RecordOf<Declared> = Declared extends { all(...args: never[]): Promise<(infer Item)[]> } ? Item : never;

type AnyClient = { request(operation: string, request: AnyRequest): Promise<unknown>; transport: Transport };

/**
 * The function that declares the lists of one vendor, by operation and envelope. The envelope's names are checked against
 * the description. Reading throws what `pages` throws, and when an answer is without its list.
 */
export const listsOf =
  <Operations>() =>
  <O extends keyof Operations & string, const E extends EnvelopeOf<AnswerOf<Operations[O]>, RequestOf<Operations[O]>>>(
    operation: O,
    envelope: E,
  ): List<Operations, O, ItemOf<FieldOf<HolderOf<AnswerOf<Operations[O]>, E>, E["items"]>>> => {
    const { next, current, token: parameter }: Envelope = envelope;
    const part = operation.startsWith("GET ") ? "query" : "body";

    const tokenOf = (request: AnyRequest): string | undefined =>
      parameter && ((request[part] as Record<string, string> | undefined)?.[parameter] || undefined);

    const withToken = (request: AnyRequest, token: string | undefined): AnyRequest =>
      token === undefined || parameter === undefined
        ? request
        : { ...request, [part]: { ...(envelope.tokenAlone ? {} : (request[part] as object)), [parameter]: token } };

    const ask = (client: AnyClient, request: AnyRequest, token: string | undefined) =>
      client.request(operation, { ...withToken(request, token), reads: true, anyKind: true });

    const asPage = ({ transport }: AnyClient, answer: unknown) => toPage(transport.nameOf(operation), envelope, answer);

    const page = async (client: AnyClient, token: string | undefined, request: AnyRequest = {}) =>
      asPage(client, await ask(client, request, token));

    const walk = (client: AnyClient, request: AnyRequest = {}) =>
      pages((token) => page(client, token, request), tokenOf(request));

    const all = (client: AnyClient, request?: AnyRequest) => itemsOf(walk(client, request));

    /** The answer with no more than the first `most` of its items. */
    const cutTo = <Answer extends object>(answer: Answer, most: number): Answer => {
      const records = holderIn(envelope, answer)[envelope.items] as unknown[];
      if (records.length <= most) return answer;
      return { ...withItems(envelope, answer, records.slice(0, most)), ...(next && { [next]: undefined }) };
    };

    const readOne = async (client: AnyClient, request: AnyRequest) => {
      const answer = await ask(client, request, undefined);
      asPage(client, answer);
      return answer as object;
    };

    const readAll = async (client: AnyClient, request: AnyRequest, most: number) => {
      let first: Record<string, unknown> | undefined;
      let last: Record<string, unknown> | undefined;
      const fetchPage = async (token: string | undefined) => {
        last = (await ask(client, request, token)) as Record<string, unknown>;
        first ??= last;
        return asPage(client, last);
      };
      const records: unknown[] = [];
      for await (const page of pages(fetchPage, tokenOf(request))) {
        for (const item of page.items) records.push(item);
        if (records.length >= most) break;
      }
      return withItems(envelope, { ...last, ...(current && { [current]: first?.[current] }) }, records);
    };

    return {
      operation,
      read: async (
        client: AnyClient,
        request: AnyRequest,
        { fetchAll = false, maximumRecords: most = Infinity } = {},
      ) => cutTo(await (fetchAll ? readAll(client, request, most) : readOne(client, request)), most),
      pages: walk,
      page,
      all,
    } as never;
  };

type FieldOf<Holder, Name> = Holder[Name & keyof Holder];

/** What the items stand in: the answer, or the object of it that the envelope names. */
type HolderOf<Answer, E> = E extends { within: infer Within }
  ? NonNullable<FieldOf<NonNullable<Answer>, Within>>
  : Answer;

/** Where the items stand. */
type PlaceOf<Answer> =
  | { within?: undefined; items: keyof Answer & string }
  | {
      [Name in keyof Answer & string]: { within: Name; items: keyof NonNullable<Answer[Name]> & string };
    }[keyof Answer & string];

type EnvelopeOf<Answer, Request> = PlaceOf<NonNullable<Answer>> & {
  next?: keyof NonNullable<Answer> & string;
  current?: keyof NonNullable<Answer> & string;
  token?: TokenParameter<Request>;
  tokenAlone?: boolean;
  problem?: keyof NonNullable<Answer> & string;
};

type TokenParameter<Request> =
  | (Request extends { query?: infer Query } ? keyof NonNullable<Query> & string : never)
  | (Request extends { body: infer Body } ? keyof NonNullable<Body> & string : never);
