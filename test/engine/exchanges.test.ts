/** What a person can see of the HTTP of a run, with the built component against the sandbox. */
import { loadComponent } from "../../engine/component";
import { openSandbox } from "../../engine/connection";
import { type Exchange, observeExchanges } from "../../engine/exchanges";
import { createLogger } from "../../engine/logger";
import { fillParams, withConnection } from "../../engine/params";
import { perform } from "../../engine/perform";
import { createSecrets } from "../../src/http/redact";
import { repository } from "../platform/workspace";

const component = loadComponent(`${repository}/dist`, "teamviewer");
const secrets = createSecrets();
let connection: Awaited<ReturnType<typeof openSandbox>>;

beforeAll(async () => {
  connection = await openSandbox(component, { company: false }, secrets);
});
afterAll(() => connection.sandbox.close());
afterEach(() => connection.sandbox.clearFaults());

const observed = async (key: string, given: Record<string, unknown> = {}) => {
  const definition = component.actions[key];
  if (!definition) throw new Error(`There is no action ${key}.`);
  const filled = fillParams(definition.inputs, new Map(Object.entries(given)), { initialSync: false, secrets });
  const params = withConnection(definition.inputs, filled, connection.value);
  const exchanges: Exchange[] = [];
  const logger = createLogger(() => {}, false);
  const result = await observeExchanges(
    (exchange) => exchanges.push(exchange),
    () => perform({ kind: "action", definition }, params, { logger, debug: false }),
  ).catch((error: unknown) => error);
  return { exchanges, result };
};

test("a request is told of with its bodies as they were sent and received", async () => {
  const { exchanges, result } = await observed("createGroup", { name: "Warsaw Office" });
  expect(exchanges).toHaveLength(1);
  const { method, url, sent, received, error } = exchanges[0] as Exchange;
  expect(`${method} ${url}`).toBe(`POST ${connection.sandbox.url}/api/v1/groups`);
  expect(sent.headers).toMatchObject({ authorization: expect.stringMatching(/^Bearer /) });
  expect(JSON.parse(sent.body.content.toString())).toEqual({ name: "Warsaw Office" });
  expect(sent.body.size).toBe(sent.body.content.length);
  expect(received?.status).toBe(200);
  expect(JSON.parse(String(received?.body.content))).toEqual(result);
  expect(error).toBeUndefined();
});

test("every attempt is told of, also one that had no answer", async () => {
  connection.sandbox.fault({ kind: "reset" });
  connection.sandbox.fault({ kind: "serverError" });
  const { exchanges, result } = await observed("getAccount");
  expect(exchanges.map(({ error, received }) => error ?? received?.status)).toEqual(["ECONNRESET", 500, 200]);
  expect(result).toMatchObject({ email: expect.any(String) });
});

test("an answer that is cut off is told of with what came of it", async () => {
  connection.sandbox.fault({ kind: "truncated" });
  const { exchanges } = await observed("getAccount");
  expect(exchanges[0]).toMatchObject({ error: expect.any(String), received: { status: 200 } });
  expect(exchanges[0]?.received?.body.size).toBeGreaterThan(0);
});

test("what runs at the same time is told of apart", async () => {
  const [groups, account] = await Promise.all([observed("listGroups"), observed("getAccount")]);
  const paths = ({ exchanges }: typeof groups) => exchanges.map(({ url }) => new URL(url).pathname);
  expect(paths(groups)).toEqual(["/api/v1/groups"]);
  expect(paths(account)).toEqual(["/api/v1/account"]);
});
