/** What comes of answers that say 200 and hold nothing that was asked for, in every action, dropdown and trigger. */
import { component, pick, runLogged } from "../support/component";
import { useRequests } from "../support/requests";
import { startServer, type TestServer } from "../support/server";
import { useTeamViewer } from "../support/teamviewer";
import { flowWith } from "../support/triggers";

const requests = useRequests();
const tv = useTeamViewer();

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

const actions = Object.values(component.actions).filter(({ key }) => key !== "rawRequest");
const answering = actions.filter(({ examplePayload }) => examplePayload?.data !== "ACTION SUCCEEDED");
const lists = answering.filter(({ key }) => key.startsWith("list") || key === "scanResultsCount");
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
  const bodies = (await oddBodies(key)).filter((each) => !(key === "getAccountTenantIds" && each === "{}"));
  for (const [each, message] of await errorsOf(key, bodies)) {
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
    const refusal = expect.stringContaining(isBare ? "in place of a list" : "the list of ");
    for (const fetchAll of all) {
      for (const each of noList.filter((odd) => !(isBare && odd === "[]"))) {
        body = each;
        const { error } = await runLogged(key, connection(), { ...needed, fetchAll });
        expect([each, error?.message]).toEqual([each, refusal]);
      }
    }
  },
);

const dropdowns = Object.keys(component.dataSources);

test.each(dropdowns)("%s does not offer an empty dropdown instead of an error", async (key) => {
  for (const each of noList) {
    body = each;
    await expect(pick(key, connection(), { userId: "u1" })).rejects.toThrow("the list of ");
  }
});

const polled = Object.keys(component.triggers).filter((key) => key !== "pollChangesTrigger");
const watched =
  component.triggers.pollChangesTrigger?.inputs.find(({ key }) => key === "pollResourceType")?.model ?? [];

test.each([
  ...polled.map((key) => ({ key, inputs: {} })),
  ...watched.map(({ value }) => ({ key: "pollChangesTrigger", inputs: { pollResourceType: value } })),
])(
  "$key $inputs fails on such an answer and keeps its state, so that nothing is delivered again",
  async ({ key, inputs }) => {
    const ofUser = "pollResourceType" in inputs && inputs.pollResourceType === "groups";
    const { poll, state } = flowWith<unknown>(tv, key, inputs, ofUser ? tv.user : tv.company);
    await poll();
    const before = state();
    for (const each of [undefined, null, 5, "maintenance", [], {}, { message: "maintenance" }]) {
      tv.sandbox.fault({ kind: "oddBody", body: each });
      await expect(poll()).rejects.toThrow("the list of ");
      expect(state()).toEqual(before);
    }
    expect((await poll()).data).toEqual((await poll()).data);
  },
);
