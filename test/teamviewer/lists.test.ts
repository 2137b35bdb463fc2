/** What every list that comes in pages promises to those who read it. */
import { isRecord } from "../../src/http/answers";
import { component, runLogged } from "../support/component";
import { useRequests } from "../support/requests";
import { startServer, type TestServer } from "../support/server";

const api = useRequests();

const paged = Object.values(component.actions)
  .filter(({ inputs }) => inputs.some(({ key }) => key === "fetchAll"))
  .map(({ key }) => key);

type Fields = Record<string, unknown>;

const exampleOf = (key: string) => component.actions[key]?.examplePayload?.data as Fields;

/** The names that lead to the list: one where it stands in the answer itself, two where an object of the answer has it. */
const listPath = (fields: Fields): string[] => {
  const own = Object.keys(fields).find((name) => Array.isArray(fields[name]));
  if (own) return [own];
  const [[name, inner] = []] = Object.entries(fields).filter(([, value]) => isRecord(value));
  return name ? [name, ...listPath(inner as Fields)] : [];
};

const nextKey = (key: string) =>
  Object.keys(exampleOf(key)).find((field) => /^(next|continuation_?token|ct$)/i.test(field)) ?? "";

const recordsOf = (key: string, data: unknown) =>
  listPath(exampleOf(key)).reduce((fields, name) => (fields as Fields)[name], data) as unknown[];

/** The answer with other records. */
const withRecords = (fields: Fields, [name = "", ...inner]: string[], records: unknown[]): Fields => ({
  ...fields,
  [name]: inner.length > 0 ? withRecords(fields[name] as Fields, inner, records) : records,
});

/** A record, or a text where the list has texts, that is told from the others by a number of its own. */
const numbered = (record: unknown, number: number) => (isRecord(record) ? { ...record, number } : String(number));
const numberOf = (record: unknown) => (isRecord(record) ? record.number : Number(record));

/** Three pages of three records, each told from the others by a number of its own. */
const pages = 3;
const size = 3;

let key = "";
let server: TestServer;
beforeAll(async () => {
  server = await startServer((_request, response) => {
    const page = server.received.length;
    const [record] = recordsOf(key, exampleOf(key));
    const records = Array.from({ length: size }, (_, index) => numbered(record, (page - 1) * size + index));
    const next = page < pages ? `page-${page + 1}` : undefined;
    response.writeHead(200, { "content-type": "application/json" });
    const example = { ...exampleOf(key), [nextKey(key)]: next };
    response.end(JSON.stringify(withRecords(example, listPath(example), records)));
  });
});
afterAll(() => server.close());

const read = async (given: Fields) => {
  server.received.length = 0;
  const connection = { ...api.connection(), fields: { token: "token-1", baseUrl: server.url } };
  const { data, error } = await runLogged(key, connection, { ...(await api.neededInputs(key)), ...given });
  if (error) throw error;
  return {
    numbers: recordsOf(key, data).map(numberOf),
    next: (data as Fields)[nextKey(key)] ?? undefined,
    urls: server.received.map(({ url, body }) => `${url} ${body}`),
  };
};

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe.each(paged)("%s", (each) => {
  beforeAll(() => {
    key = each;
  });

  test("gives one page with the token of the next one", async () => {
    expect(await read({})).toMatchObject({ numbers: upTo(size), next: "page-2" });
  });

  test("gives all pages as one with Fetch All, in the same envelope, and names no next one", async () => {
    const { numbers, next, urls } = await read({ fetchAll: "true" });
    expect({ numbers, next }).toEqual({ numbers: upTo(pages * size), next: undefined });
    expect(urls).toHaveLength(pages);
    expect(urls[2]).toContain("page-3");
    expect(urls[2]).not.toContain("page-2");
  });

  test("reads no more pages than Maximum Records needs, and cuts the last one", async () => {
    const { numbers, next, urls } = await read({ fetchAll: "true", maximumRecords: "4" });
    expect({ numbers, next }).toEqual({ numbers: upTo(4), next: undefined });
    expect(urls).toHaveLength(2);
  });

  test("cuts a single page to Maximum Records too, and leaves one alone that is not longer", async () => {
    expect(await read({ maximumRecords: "2" })).toMatchObject({ numbers: upTo(2), next: undefined });
    expect(await read({ maximumRecords: "3" })).toMatchObject({ numbers: upTo(3), next: "page-2" });
  });
});
