/** What comes of answers that say 200 and hold nothing that was asked for, in every action and dropdown. */
import { component, pick, runLogged } from "../support/component";
import { exceptionsOf } from "../support/exceptions";
import { exampleOf } from "../support/inputs";
import { useRequests } from "../support/requests";
import { startServer, type TestServer } from "../support/server";

const requests = useRequests();

let body = "";
let server: TestServer;
beforeAll(async () => {
  server = await startServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(body);
  });
});
afterAll(() => server.close());

const connection = () => ({ ...requests.connection(), fields: { token: "token-1", baseUrl: `${server.url}/api/v1` } });

const noRecord = ["", "null", "5", "false", '"maintenance"', "[]"];
const noList = [...noRecord, "{}", '{"message":"maintenance"}', '{"error":"internal_error"}'];

const all = Object.values(component.actions).filter(({ key }) => key !== "rawRequest");
const tasks = all.filter(({ key }) => exceptionsOf("severalRequests", key).length > 0);
const actions = all.filter((action) => !tasks.includes(action));
/** Of some operations the vendor says no more than that they answer something. */
const anything = (action: object) => (action as { outputSchema?: { schema: string } }).outputSchema?.schema === "{}";
const answering = actions.filter((action) => action.examplePayload?.data !== "ACTION SUCCEEDED" && !anything(action));
/** Lists in an envelope; one that is the answer itself is judged as a record is. */
const lists = answering.filter(
  ({ key, inputs, examplePayload }) =>
    inputs.some((input) => input.key === "fetchAll") ||
    (key.startsWith("list") && !Array.isArray(examplePayload?.data)),
);
const records = answering.filter((action) => !lists.includes(action));

const errorsOf = async (key: string, bodies: string[]) => {
  const inputs = await requests.neededInputs(key);
  const errors: [body: string, message: string | undefined][] = [];
  for (const each of bodies) {
    body = each;
    const { error } = await runLogged(key, connection(), inputs);
    errors.push([each, error?.message]);
  }
  return errors;
};

/** What is no answer of an action: an empty body is one to a PUT or DELETE. */
const oddBodies = async (key: string): Promise<string[]> => {
  const isList = Array.isArray(component.actions[key]?.examplePayload?.data);
  const mayBeEmpty = /^(PUT|DELETE) /.test(await requests.operationOf(key));
  return [...noRecord, "{}"].filter((body) => body !== (isList ? "[]" : "{}") && !(mayBeEmpty && body === ""));
};

test.each(records)("$key does not take an answer without its record for one", async ({ key }) => {
  for (const [each, message] of await errorsOf(key, await oddBodies(key))) {
    expect([each, message]).toEqual([
      each,
      expect.stringMatching(/^TeamViewer [A-Z]+ \/.* answered with |^The answer holds no list /),
    ]);
  }
});

test.each(answering.filter(({ key }) => key.startsWith("create")))(
  "$key says of such an answer that its work may have been done",
  async ({ key }) => {
    for (const [, message] of await errorsOf(key, noRecord)) {
      expect(message).toMatch(
        /in place of a record\. The request may have been done all the same: look for its result/,
      );
    }
  },
);

test.each(lists)(
  "$key does not take an answer without its list for an empty one, a page or all of them",
  async ({ key, inputs }) => {
    const needed = await requests.neededInputs(key);
    const all = inputs.some((input) => input.key === "fetchAll") ? [false, true] : [false];
    const isBare = Array.isArray(component.actions[key]?.examplePayload?.data);
    const refusal = expect.stringMatching(isBare ? /in place of a list/ : /(the|no) list of /);
    for (const fetchAll of all) {
      for (const each of noList.filter((odd) => !(isBare && odd === "[]"))) {
        body = each;
        const { error } = await runLogged(key, connection(), { ...needed, fetchAll });
        expect([each, error?.message]).toEqual([each, refusal]);
      }
    }
  },
);

test.each(tasks)("$key does nothing on such answers, and says so", async ({ key, inputs }) => {
  const given = Object.fromEntries(inputs.map((input) => [input.key, exampleOf(input)]));
  for (const each of noList) {
    body = each;
    server.received.length = 0;
    const { data, error } = await runLogged(key, connection(), { ...given, dryRun: "false" });
    const items = (data as { items?: { outcome: string }[] } | undefined)?.items;
    const failed = error !== undefined || items?.every(({ outcome }) => outcome === "failed");
    expect([each, failed]).toEqual([each, true]);
    expect(server.received.filter(({ method }) => method !== "GET")).toEqual([]);
  }
});

const dropdowns = Object.keys(component.dataSources);

test.each(dropdowns)("%s does not offer an empty dropdown instead of an error", async (key) => {
  const own = component.dataSources[key]?.inputs.filter(({ type }) => type !== "connection") ?? [];
  const inputs = Object.fromEntries(own.map((input) => [input.key, exampleOf(input)]));
  const offer = (answer: string) => {
    body = answer;
    return pick(key, connection(), inputs).then(JSON.stringify, (error: Error) => error.message);
  };
  const isInEnvelope = (await offer("{}")).match(/(the|no) list of /);
  for (const each of isInEnvelope ? noList : noList.filter((answer) => answer !== "[]")) {
    expect([each, await offer(each)]).toEqual([
      each,
      expect.stringMatching(/(the|no) list of |in place of a (list|record)/),
    ]);
  }
});
