import { type Input, run } from "../support/component";
import { fieldsSent, loadDescriptionOfTeamViewer } from "../support/description";
import {
  actionKeys as actions,
  exampleOf,
  examplesOf,
  inputsOf,
  needsOneMore,
  requiredInputs,
  secret,
} from "../support/inputs";
import { type Received, startServer, type TestServer } from "../support/server";

/** Sent for other reasons than the request's content, or for none at all, as their comments say. */
const notInTheRequest: Record<string, string[]> = {
  updateDevice: ["remotecontrol_id"],
  updateSession: ["customId"],
};

/** Fields that the vendor's server fills in itself, or that stand in the path already. */
const notForBuilders: Record<string, string[]> = {
  createSession: ["ParsedGroupId", "ParsedUserid", "ParsedValidUntilDate"],
  updateSession: ["id"],
};

/** Two inputs that exclude each other: the first is left out where all are filled in. */
const exclusive: Record<string, string> = { listGroups: "userId" };

const allInputs = (key: string) => examplesOf(inputsOf(key).filter((input) => input.key !== exclusive[key]));

let server: TestServer;
let description: Awaited<ReturnType<typeof loadDescriptionOfTeamViewer>>;

beforeAll(async () => {
  server = await startServer({ body: "{}" });
  description = await loadDescriptionOfTeamViewer();
});
afterAll(() => server.close());

/** The one request that an action sends with these inputs. */
const requestOf = async (key: string, inputs: object): Promise<Received> => {
  server.received.length = 0;
  await run(
    key,
    { key: "teamviewer-script-token", configVarKey: "c", fields: { token: "token-1", baseUrl: server.url } },
    inputs,
  );
  const [request, ...more] = server.received;
  if (!request || more.length > 0) throw new Error(`${key} sent ${server.received.length} requests instead of one.`);
  return request;
};

const essence = ({ method, url, body }: Received) => `${method} ${url} ${body}`;

describe.each(actions)("%s", (key) => {
  test("sends one request that is valid for the vendor's description, with every input filled in by its example", async () => {
    expect(description.problemsOfRequest(await requestOf(key, allInputs(key)))).toEqual([]);
  });

  test("offers every field that the description knows for its operation", async () => {
    const requests = [
      await requestOf(key, allInputs(key)),
      await requestOf(key, { ...allInputs(key), ...onlyExclusive(key) }),
    ];
    const sent = requests.flatMap(fieldsSent);
    const known = requests.slice(0, 1).flatMap(description.fieldsOf);
    const missing = known.filter((field) => !sent.includes(field) && !(notForBuilders[key] ?? []).includes(field));
    expect(missing).toEqual([]);
  });

  test("lets every input change the request", async () => {
    const all = allInputs(key);
    const whole = essence(await requestOf(key, all));
    const ignored: string[] = [];
    for (const input of inputsOf(key)) {
      if (!(input.key in all) || input.collection || ["customBody", "fetchAll"].includes(input.key)) continue;
      const changed = essence(await requestOf(key, { ...all, [input.key]: otherValue(input) }));
      if (changed === whole) ignored.push(input.key);
    }
    expect(ignored).toEqual(notInTheRequest[key] ?? []);
  });
});

/** Texts that the vendor's limits of length and form may refuse. */
const awkwardTexts = ["x", "x".repeat(5000), "4711", "ż😀", "-1", "true", "a@b"];

describe.each(actions)("%s", (key) => {
  test("refuses a text that the vendor would refuse, by the input's name, and sends every other as a valid request", async () => {
    const texts = inputsOf(key).filter(
      (input) => input.type !== "boolean" && !input.model && !input.collection && input.key !== exclusive[key],
    );
    for (const input of texts) {
      for (const text of awkwardTexts) {
        const sending = requestOf(key, { ...allInputs(key), ...needsOneMore[key], [input.key]: text });
        const problems = await sending.then(description.problemsOfRequest, (error: Error) => [error.message]);
        const named = problems.filter((problem) => !problem.startsWith(`${input.label}: `));
        expect([input.key, text.slice(0, 20), named]).toEqual([input.key, text.slice(0, 20), []]);
      }
    }
  });
});

const onlyExclusive = (key: string) => {
  const other = inputsOf(key).find((input) => input.key === exclusive[key]);
  return other ? { [other.key]: exampleOf(other), shouldMatchFullName: "false" } : {};
};

/** Another valid value: blank where the input may be blank, otherwise a variation of the example. */
const otherValue = (input: Input): unknown => {
  if (input.type === "boolean") return "false";
  if (input.type === "password") return `${secret}-2`;
  if (!input.required) return "";
  const example = String(exampleOf(input));
  if (input.type === "code") return "[4711]";
  return /\d/.test(example)
    ? example.replace(/\d(?!.*\d)/, (digit) => String((Number(digit) + 1) % 10))
    : `${example}s`;
};

test.each(actions)("%s sends a valid request with only its required inputs", async (key) => {
  const request = await requestOf(key, { ...requiredInputs(key), ...needsOneMore[key] });
  expect(description.problemsOfRequest(request)).toEqual([]);
});

test.each(Object.keys(needsOneMore))("%s says which inputs it needs one of, before anything is sent", async (key) => {
  server.received.length = 0;
  const connection = {
    key: "teamviewer-script-token",
    configVarKey: "c",
    fields: { token: "token-1", baseUrl: server.url },
  };
  await expect(run(key, connection, requiredInputs(key))).rejects.toThrow(/: .*needed/);
  expect(server.received).toEqual([]);
});

test.each(actions.filter((key) => inputsOf(key).some((input) => input.key === "queryParams")))(
  "%s adds the query parameters of the builder to its own",
  async (key) => {
    const queryParams = [
      { key: "expand", value: "all of it" },
      { key: "blank", value: "" },
    ];
    const { url } = await requestOf(key, { ...requiredInputs(key), queryParams });
    expect(new URL(url, "http://loopback").searchParams.get("expand")).toBe("all of it");
    expect(url).not.toContain("blank");
  },
);

test.each(["createSession", "updateSession"])("%s adds the fields of Body to its own", async (key) => {
  const customBody = '{"groupname":"Tickets","waiting_message":"Hold on"}';
  const { body } = await requestOf(key, { ...requiredInputs(key), description: "Printer", customBody });
  expect(JSON.parse(body)).toEqual({ description: "Printer", groupname: "Tickets", waiting_message: "Hold on" });
});

test.each([
  ["createSession", '{"description":"Scanner"}', /Body: "description" is also set by its own input/],
  ["createSession", "[1]", /Body: a JSON object/],
  ["updateSession", "{not json", /Body: is not valid JSON/],
])("%s refuses a Body of %s", async (key, customBody, message) => {
  await expect(requestOf(key, { ...requiredInputs(key), description: "Printer", customBody })).rejects.toThrow(message);
});
