/** Every action sends what the vendor's description allows, and nothing that its inputs do not say. */
import type { Family } from "../../src/platform/component";
import { declaredOf } from "../../src/platform/declared";
import * as families from "../../src/tsmanage/resources";
import { loadDescriptionOf } from "../support/description";
import { type Received, startServer, type TestServer } from "../support/server";
import { component, connectionTo, run } from "../support/tsmanage";

type Values = Record<string, unknown>;

const definitions: Record<string, object> = Object.assign(
  {},
  ...Object.values<Family>(families).map(({ actions }) => actions),
);

const member = { clientUniqueIdentifier: "Vk9yc2lsYSBNb3JnZW5zdGVybiE=", serverGroups: [{ sgid: 12, name: "Raider" }] };

let server: TestServer;
let description: Awaited<ReturnType<typeof loadDescriptionOf>>;

beforeAll(async () => {
  description = await loadDescriptionOf("tsmanage");
  server = await startServer((request, response) => {
    const answer = request.method === "GET" ? [member] : { addedGroups: [], removedGroups: [], members: [member] };
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(answer));
  });
});

afterAll(() => server.close());

const sentBy = async (key: string, inputs: Values): Promise<Received[]> => {
  server.received.length = 0;
  await run(key, connectionTo(server.url, "key-1"), inputs);
  return [...server.received];
};

/** Inputs as a form hands them over: with everything filled in, and with the required ones alone. */
const filled: Record<string, { all: Values; required: Values }> = {
  listMembers: { all: { memberIds: ["a/b+c=", "d="] }, required: { memberIds: ["a="] } },
  updateServerGroups: {
    all: {
      memberIds: ["a=", "b="],
      serverGroupIdsToAdd: ["12", 13],
      serverGroupIdsToRemove: ["11"],
      batchSize: "2",
    },
    required: { memberIds: ["a="], serverGroupIdsToAdd: ["12"], serverGroupIdsToRemove: [], batchSize: "" },
  },
  addMembersToServerGroup: {
    all: { memberIds: ["a=", "b="], serverGroupId: "12", batchSize: "2" },
    required: { memberIds: ["a="], serverGroupId: "12", batchSize: "" },
  },
  removeMembersFromServerGroup: {
    all: { memberIds: ["a=", "b="], serverGroupId: "12", batchSize: "2" },
    required: { memberIds: ["a="], serverGroupId: "12", batchSize: "" },
  },
  setServerGroupsOfMembers: {
    all: { memberIds: ["a=", "b="], serverGroupIds: ["12"], amongServerGroupIds: ["11", "12"], batchSize: "2" },
    required: { memberIds: ["a="], serverGroupIds: [], amongServerGroupIds: ["11", "12"], batchSize: "" },
  },
};

const keys = Object.keys(component.actions).filter((key) => key !== "rawRequest");
const inputsOf = (key: string) => component.actions[key]?.inputs.filter(({ type }) => type !== "connection") ?? [];

test("every action of the component is looked at, with all of its inputs", () => {
  expect(Object.keys(filled).sort()).toEqual([...keys].sort());
  for (const key of keys) {
    expect(Object.keys(filled[key]?.all ?? {}).sort()).toEqual(
      inputsOf(key)
        .map((input) => input.key)
        .sort(),
    );
  }
});

describe.each(keys)("%s", (key) => {
  test.each(["all", "required"] as const)("sends one valid request with %s inputs", async (which) => {
    const requests = await sentBy(key, filled[key]?.[which] ?? {});
    expect(requests).toHaveLength(1);
    for (const request of requests) {
      expect(description.problemsOfRequest({ ...request, url: request.url.replace("/public-api/v0", "") })).toEqual([]);
    }
  });

  test("calls the operation that it is declared with", async () => {
    const [request] = await sentBy(key, filled[key]?.all ?? {});
    const called = description.operationOf(request as Received);
    expect(declaredOf(definitions[key] ?? {})?.operations).toEqual([called]);
  });

  test("carries the headers that the vendor requires, the API key and the component's name", async () => {
    const [request] = await sentBy(key, filled[key]?.required ?? {});
    expect(request?.headers).toMatchObject({
      "content-type": "application/json",
      accept: "application/json",
      authorization: "Bearer key-1",
      "user-agent": expect.stringMatching(/^prismatic-remote-support-tsmanage\/\d/),
    });
  });

  test("shows an example that the description allows", () => {
    const { examplePayload, outputSchema } = component.actions[key] ?? {};
    const example = examplePayload?.data as { members: unknown[]; addedGroups?: unknown[]; removedGroups?: unknown[] };
    expect(description.problemsOfAnswer("GET /members", example.members)).toEqual([]);
    const { addedGroups, removedGroups, members } = example;
    if (addedGroups) {
      const answer = { addedGroups, removedGroups, members };
      expect(description.problemsOfAnswer("PATCH /members/update-batch", answer)).toEqual([]);
    }
    if (outputSchema?.type !== "actionOutput") throw new Error("There is no output schema.");
    expect(Object.keys(JSON.parse(outputSchema.schema).properties)).toEqual(Object.keys(example));
  });
});

test("all operations of the description are reached", async () => {
  const reached = new Set<string>();
  for (const key of keys) {
    for (const request of await sentBy(key, filled[key]?.all ?? {})) reached.add(description.operationOf(request));
  }
  expect([...reached].sort()).toEqual([...description.operations].sort());
});

const withoutUrl = ({ url, body }: Received) => ({ url, body });

test.each(keys.flatMap((key) => inputsOf(key).map((input) => [key, input.key] as const)))(
  "of %s the input %s changes what is sent",
  async (key, input) => {
    const { all = {} } = filled[key] ?? {};
    const others: Values = {
      memberIds: ["x=", "y="],
      serverGroupIdsToAdd: ["21"],
      serverGroupIdsToRemove: ["22"],
      serverGroupId: "23",
      serverGroupIds: ["11"],
      amongServerGroupIds: ["11", "12", "13"],
      batchSize: "1",
    };
    const before = (await sentBy(key, all)).map(withoutUrl);
    const after = (await sentBy(key, { ...all, [input]: others[input] })).map(withoutUrl);
    expect(after).not.toEqual(before);
  },
);

test("a key has the words of its label", () => {
  for (const { key, display } of Object.values(component.actions)) {
    const [first = "", ...others] = display.label.split(" ");
    const words = others.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
    expect(key).toBe([first.toLowerCase(), ...words].join(""));
  }
});

test("what only reads is safe to perform while a flow is designed, and nothing else", () => {
  const safe = Object.values(component.actions).filter(({ performSafety }) => performSafety === "SAFE");
  expect(safe.map(({ key }) => key)).toEqual(["listMembers"]);
});

test("display texts name no platform and address nobody, and every input says what it is", () => {
  const texts = [
    ...Object.values(component.actions).flatMap(({ display }) => [display.label, display.description]),
    ...[...Object.values(component.actions), ...component.connections].flatMap(({ inputs }) =>
      inputs.flatMap(({ label, comments = "" }) => [label, comments]),
    ),
  ];
  expect(texts.filter((text) => /prismatic|\byou(r|rs)?\b|\benter the\b/i.test(text))).toEqual([]);
  expect(texts.filter((text) => text === undefined || text.length === 0)).toEqual([]);
});
