/** A vendor's lists: each is declared once and read by actions, dropdowns and triggers alike. */
import { SpectralError } from "@prismatic-io/spectral";
import { isRecord, whatIs } from "./answers";
import type { AnswerOf, AnyRequest, ApiClient, Only, RequestOf } from "./client";
import { linksOf } from "./linkedLists";
import { itemsOf, type Page, pages, repeats } from "./pages";
import type { Exchange, Transport } from "./transport";

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
  /**
   * The next page is named by a `Link` header. Read answers have it as `next`, and it is the token. What else the first
   * page was asked for with is sent with every page, unless the link sets it.
   */
  linked?: boolean;
  /** Parameters of the query that say where the first page begins: a link takes their place, whatever it sets. */
  begins?: readonly string[];
}

/** How much of a list is read. */
export interface ReadOptions<Item = unknown> {
  /** All pages as if they were one. */
  fetchAll?: boolean;
  maximumRecords?: number;
  /** The link of an earlier answer of a linked list, at which reading begins. */
  nextPage?: string;
  /** Only these records are taken, and only they count. */
  keep?: (item: Item) => boolean;
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
export interface List<Operations, O extends keyof Operations & string, Item, Answer = AnswerOf<Operations[O]>> {
  operation: O;
  /**
   * One page of it as it came, or with `fetchAll` all pages from the request's token on as if they were one. With
   * `maximumRecords` no more than that: the last page is cut, and no next one is named, because what was cut off is not
   * on it.
   */
  read<Given extends RequestOf<Operations[O]>>(
    client: ApiClient<Operations>,
    request: Only<RequestOf<Operations[O]>, Given>,
    options?: ReadOptions<Item>,
  ): Promise<Answer>;
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

interface AnyClient {
  request(operation: string, request: AnyRequest): Promise<unknown>;
  exchange(operation: string, request: AnyRequest): Promise<Exchange<unknown>>;
  transport: Transport;
}

/**
 * The function that declares the lists of one vendor, by operation and envelope. The envelope's names are checked against
 * the description. Reading throws what `pages` throws, and when an answer is without its list.
 */
export const listsOf =
  <Operations>() =>
  <O extends keyof Operations & string, const E extends EnvelopeOf<AnswerOf<Operations[O]>, RequestOf<Operations[O]>>>(
    operation: O,
    envelope: E,
  ): List<
    Operations,
    O,
    ItemOf<FieldOf<HolderOf<AnswerOf<Operations[O]>, E>, E["items"]>>,
    E extends { linked: true } ? AnswerOf<Operations[O]> & { next?: string } : AnswerOf<Operations[O]>
  > => {
    const { current, token: parameter, linked, begins }: Envelope = envelope;
    const links = linked && linksOf(operation, begins);
    const next = links ? "next" : envelope.next;
    const part = operation.startsWith("GET ") ? "query" : "body";

    const tokenOf = (request: AnyRequest): string | undefined =>
      parameter && ((request[part] as Record<string, string> | undefined)?.[parameter] || undefined);

    const withToken = (client: AnyClient, request: AnyRequest, token: string | undefined): AnyRequest => {
      if (token === undefined) return request;
      if (links) return links.follow(client.transport, request, token);
      if (parameter === undefined) return request;
      return { ...request, [part]: { ...(envelope.tokenAlone ? {} : (request[part] as object)), [parameter]: token } };
    };

    const ask = async (client: AnyClient, request: AnyRequest, token: string | undefined): Promise<unknown> => {
      const asked = { ...withToken(client, request, token), reads: true, anyKind: true };
      if (!links) return client.request(operation, asked);
      const exchange = await client.exchange(operation, asked);
      if (!isRecord(exchange.body)) return exchange.body;
      return { ...exchange.body, next: links.nextIn(client.transport, request, exchange) };
    };

    const asPage = ({ transport }: AnyClient, answer: unknown) =>
      toPage(transport.nameOf(operation), { ...envelope, next }, answer);

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

    const readOne = async (client: AnyClient, request: AnyRequest, { nextPage, keep }: ReadOptions) => {
      const answer = (await ask(client, request, nextPage)) as object;
      const { items } = asPage(client, answer);
      return keep ? withItems(envelope, answer, items.filter(keep)) : answer;
    };

    const readAll = async (
      client: AnyClient,
      request: AnyRequest,
      { nextPage = tokenOf(request), keep = () => true, maximumRecords: most = Infinity }: ReadOptions,
    ) => {
      let first: Record<string, unknown> | undefined;
      let last: Record<string, unknown> | undefined;
      const fetchPage = async (token: string | undefined) => {
        last = (await ask(client, request, token)) as Record<string, unknown>;
        first ??= last;
        return asPage(client, last);
      };
      const records: unknown[] = [];
      for await (const page of pages(fetchPage, nextPage)) {
        for (const item of page.items) if (keep(item)) records.push(item);
        if (records.length >= most) break;
      }
      return withItems(envelope, { ...last, ...(current && { [current]: first?.[current] }) }, records);
    };

    return {
      operation,
      read: async (client: AnyClient, request: AnyRequest, options: ReadOptions = {}) => {
        const { nextPage, maximumRecords = Infinity } = options;
        if (links && nextPage !== undefined) links.check(client.transport, request, nextPage);
        const answer = cutTo(await (options.fetchAll ? readAll : readOne)(client, request, options), maximumRecords);
        // A flow that goes on page by page would never come to an end.
        const { items, next: named } = asPage(client, answer);
        if (nextPage !== undefined && named === nextPage) throw repeats(items.length, named);
        return answer;
      },
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
  linked?: boolean;
  begins?: readonly (Request extends { query?: infer Query } ? keyof NonNullable<Query> & string : never)[];
};

type TokenParameter<Request> =
  | (Request extends { query?: infer Query } ? keyof NonNullable<Query> & string : never)
  | (Request extends { body: infer Body } ? keyof NonNullable<Body> & string : never);
