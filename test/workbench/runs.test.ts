/** Runs as the page follows them. */
import { request } from "node:http";
import type { ComponentSummary, EntryDetail, ExchangeShown, InputField } from "../../workbench/api";
import { type Ran, useWorkbench } from "./fixture";

const page = useWorkbench();

const entry = (key: string, component = "teamviewer") => `/components/${component}/entries/${key}`;
const fault = (body: object, component = "teamviewer") => page.call("POST", `/components/${component}/faults`, body);
const clearFaults = (component = "teamviewer") => page.call("DELETE", `/components/${component}/faults`);

const exchangesOf = (run: Ran): ExchangeShown[] => run.of("exchange").map(({ exchange }) => exchange);
const textOf = (body: ExchangeShown["sent"]["body"]) => (body && "text" in body ? body.text : undefined);

/** The required inputs, filled in. */
const examplesOf = (inputs: InputField[]) =>
  Object.fromEntries(
    inputs
      .filter(({ required }) => required)
      .map(({ key, example, choices, collection }) => {
        const value = example ?? choices?.[0]?.value ?? "1";
        return [key, collection === "valuelist" ? [value] : value];
      }),
  );

/** What decides whether something is destroyed, set so that it is. */
const destroying = (inputs: InputField[]) => {
  const deciding = { dryRun: "false", isPermanentDelete: "true" };
  return Object.fromEntries(Object.entries(deciding).filter(([key]) => inputs.some((each) => each.key === key)));
};

const groupNames = async (): Promise<string[]> => {
  const result = (await page.run("teamviewer", "listGroups")).result() as { groups: { name: string }[] };
  return result.groups.map(({ name }) => name);
};

/** The answer of a run without values, in the pieces in which it comes. */
const chunksOf = (path: string) =>
  new Promise<string[]>((resolve, reject) => {
    const headers = { authorization: `Bearer ${page.token}`, "content-type": "application/json" };
    const sent = request(`${page.base}/api${path}`, { method: "POST", headers }, async (response) => {
      const chunks: string[] = [];
      for await (const chunk of response) chunks.push(String(chunk));
      resolve(chunks);
    });
    sent.on("error", reject).end('{"values":{}}');
  });

afterEach(() => clearFaults());

describe("a run", () => {
  test("gives what a flow would get, with its time and the number of its requests", async () => {
    const run = await page.run("teamviewer", "createGroup", { name: "Warsaw Office" });
    expect(run.result()).toMatchObject({ id: expect.stringMatching(/^g\d+$/), name: "Warsaw Office" });
    expect(run.events.at(-1)).toMatchObject({ event: "done", requests: 1, milliseconds: expect.any(Number) });
    expect(await groupNames()).toContain("Warsaw Office");
  });

  test("tells each exchange as it was sent and received", async () => {
    const [exchange] = exchangesOf(await page.run("teamviewer", "createGroup", { name: "Łódź & Co" }));
    expect(exchange).toMatchObject({
      method: "POST",
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1\/groups$/),
      sent: { headers: { authorization: "Bearer [redacted]", "content-type": "application/json" } },
      received: { status: 200, statusText: "OK", headers: { "content-type": expect.stringContaining("json") } },
    });
    expect(JSON.parse(textOf(exchange?.sent.body) ?? "")).toEqual({ name: "Łódź & Co" });
    expect(JSON.parse(textOf(exchange?.received?.body) ?? "")).toMatchObject({ name: "Łódź & Co" });
    expect(exchange?.startedAfter).toBeGreaterThanOrEqual(0);
  });

  test("tells the log, with what is for developers in debug mode alone", async () => {
    await fault({ kind: "rateLimit", retryAfter: "0" });
    const usual = await page.run("teamviewer", "getAccount");
    expect(usual.of("log").map(({ level, text }) => [level, text])).toContainEqual([
      "warn",
      expect.stringMatching(/429/),
    ]);
    expect(usual.of("log").some(({ level }) => level === "debug")).toBe(false);
    const debug = await page.run("teamviewer", "getAccount", {}, { debug: true });
    expect(debug.of("log").length).toBeGreaterThan(0);
    expect((await page.run("teamviewer", "getAccount")).of("log")).toEqual([]);
  });

  test("takes the defaults of what is left alone, lists, pairs, choices, groups and booleans as forms have them", async () => {
    const pairs = [{ key: "name", value: "Support & Co" }];
    const listed = await page.run("teamviewer", "listGroups", { queryParams: pairs });
    expect(exchangesOf(listed)[0]?.url).toMatch(/\/groups\?name=Support(%20|\+)%26(%20|\+)Co$/);
    const meeting = await page.run("teamviewer", "createMeeting", {
      subject: "Roof",
      start: "2030-01-01T10:00:00Z",
      end: "2030-01-01T11:00:00Z",
      conference_call_information: { type: "1", custom_data: "Dial 1" },
    });
    expect(JSON.parse(textOf(exchangesOf(meeting)[0]?.sent.body) ?? "")).toMatchObject({
      subject: "Roof",
      conference_call_information: { type: 1, custom_data: "Dial 1" },
    });
  });

  test("sends files, and gives what is no text as base64 with its type", async () => {
    const content = Buffer.from([0, 1, 254, 255]).toString("base64");
    const run = await page.run("teamviewer", "rawRequest", {
      method: "POST",
      url: "/groups",
      fileData: [{ key: "picture", value: { base64: content, contentType: "image/png" } }],
    });
    const [exchange] = exchangesOf(run);
    const body = exchange?.sent.body;
    expect(body).toMatchObject({ isWhole: true, base64: expect.any(String) });
    expect(Buffer.from((body as { base64: string }).base64, "base64").includes(Buffer.from(content, "base64"))).toBe(
      true,
    );
  });

  test("is told of as it happens, not at its end", async () => {
    await fault({ kind: "rateLimit", retryAfter: "1" });
    const chunks = await chunksOf(`${entry("getAccount")}/run`);
    expect(chunks[0]).toContain('"event":"exchange"');
    expect(chunks[0]).not.toContain('"event":"done"');
    expect(chunks.at(-1)).toContain('"event":"done"');
  });

  test("does not show what other runs do at the same time", async () => {
    const [account, groups] = await Promise.all([
      page.run("teamviewer", "getAccount"),
      page.run("teamviewer", "listGroups"),
    ]);
    const paths = (run: Ran) => exchangesOf(run).map(({ url }) => new URL(url).pathname);
    expect([paths(account), paths(groups)]).toEqual([["/api/v1/account"], ["/api/v1/groups"]]);
  });
});

describe("a run that fails", () => {
  test("says which input is at fault, by its key, and sends nothing", async () => {
    const run = await page.run("teamviewer", "createUser", { email: "no address", name: "Anna", language: "en" });
    expect(run.failure()).toMatchObject({
      kind: "input",
      problems: { email: expect.stringMatching(/^must be an e-mail address/) },
    });
    expect(run.events.at(-1)).toMatchObject({ event: "failed", requests: 0 });
  });

  test("says which field of a group is at fault", async () => {
    const run = await page.run("teamviewer", "createMeeting", { conference_call_information: { type: "custom" } });
    expect(run.failure().problems).toEqual({ "conference_call_information.type": '"custom" is none of 0, 1, 2.' });
  });

  test("says what the vendor refused, with operation and status, beside the exchange", async () => {
    const run = await page.run("teamviewer", "getGroup", { groupId: "g404" });
    expect(run.failure()).toMatchObject({ kind: "vendor", operation: "GET /groups/{id}", status: 404, problems: {} });
    expect(exchangesOf(run).map(({ received }) => received?.status)).toEqual([404]);
  });
});

describe("a run is refused before it begins, with nothing sent,", () => {
  const run = (key: string, body: object) => page.refusal(`${entry(key)}/run`, body);

  test("when required inputs are missing, each by its key", async () => {
    const { kind, problems } = await run("createUser", { values: { language: "en", name: " " } });
    expect(kind).toBe("input");
    expect(problems).toEqual({ email: "A value is required.", name: "A value is required." });
  });

  test.each([
    ["an input that does not exist", { values: { nothing: "1" } }, "nothing"],
    ["a connection: the server holds it", { values: { connection: { fields: { token: "mine" } } } }, "connection"],
    ["a list that is none", { values: { queryParams: "name=Support" } }, "queryParams"],
    ["pairs that are none", { values: { queryParams: ["name"] } }, "queryParams"],
    ["values that are none", { values: [] }, "values"],
    ["a field that nobody reads", { values: {}, dryRun: true }, "dryRun"],
    ["a flag that is none", { values: {}, debug: "yes" }, "debug"],
    ["an execution that there is none of", { values: {}, execution: "deploy" }, "execution"],
  ])("when it holds %s", async (_what, body, name) => {
    expect((await run("listGroups", body)).message).toContain(name);
  });

  test.each([{ execution: "initialSync" }, { batches: true }])(
    "when it asks of an action what triggers have",
    async (body) => {
      expect((await run("listGroups", { values: {}, ...body })).message).toContain("are for triggers");
    },
  );
});

describe("what cannot be undone", () => {
  const destroy = async (confirmation?: string) => {
    const created = (await page.run("teamviewer", "createGroup", { name: "To Be Deleted" })).result() as { id: string };
    const body = { values: { groupId: created.id }, ...(confirmation !== undefined && { confirmation }) };
    const { status, text } = await page.call("POST", `${entry("deleteGroup")}/run`, body);
    const { result } = await page.run("teamviewer", "listGroups");
    const exists = (result() as { groups: { id: string }[] }).groups.some(({ id }) => id === created.id);
    return { status, text, exists };
  };

  test("is done when its label was typed", async () => {
    expect(await destroy("Delete Group")).toMatchObject({ status: 200, exists: false });
    expect(await destroy(" Delete Group ")).toMatchObject({ status: 200, exists: false });
  });

  test.each([undefined, "", "yes", "delete group", "Delete Groups"])("is refused with %j typed", async (typed) => {
    const { status, text, exists } = await destroy(typed);
    expect([status, exists]).toEqual([400, true]);
    expect(JSON.parse(text).failure.message).toContain("Type its label to confirm it.");
  });

  test("is refused of every action that the build knows as such, in every component", async () => {
    const components = await page.json<ComponentSummary[]>("/components");
    const all = components.flatMap(({ key, entries }) => entries.map((each) => ({ component: key, ...each })));
    const irreversible = all.filter((each) => each.irreversible);
    expect(irreversible.length).toBeGreaterThan(30);
    const answers = await Promise.all(
      irreversible.map(async ({ component, key }) => {
        const { inputs } = await page.json<EntryDetail>(entry(key, component));
        return page.refusal(`${entry(key, component)}/run`, {
          values: { ...examplesOf(inputs), ...destroying(inputs) },
        });
      }),
    );
    for (const refusal of answers) expect(refusal).toMatchObject({ kind: "unconfirmed" });
  });

  test.each([
    ["cleanUpStaleDevices", { devices: "managed", days: "900" }],
    ["cleanUpStaleDevices", { devices: "managed", days: "900", dryRun: "true" }],
    ["deleteUser", { userId: "u1", isPermanentDelete: "false" }],
  ])("asks for nothing where the inputs of %s let nothing be destroyed: %j", async (key, values) => {
    const { status } = await page.call("POST", `${entry(key)}/run`, { values });
    expect(status).toBe(200);
  });
});

describe("a fault", () => {
  const statuses = (run: Ran) => exchangesOf(run).map(({ received, error }) => error ?? received?.status);

  test.each([
    ["an answer of 429", { kind: "rateLimit", retryAfter: "0" }, 429],
    ["an answer of 500", { kind: "serverError" }, 500],
    ["a reset of the connection", { kind: "reset" }, "ECONNRESET"],
  ])("that is %s hits the next request, whose repetition is seen", async (_what, body, outcome) => {
    expect((await fault(body)).status).toBe(204);
    const run = await page.run("teamviewer", "getAccount");
    expect(statuses(run)).toEqual([outcome, 200]);
    expect(run.events.at(-1)).toMatchObject({ event: "done", requests: 2 });
    expect(run.of("log").length).toBeGreaterThan(0);
  });

  test("hits as many requests as it is to, and none when it is taken back", async () => {
    await fault({ kind: "rateLimit", status: 503, retryAfter: "0", times: 2 });
    expect(statuses(await page.run("teamviewer", "getAccount"))).toEqual([503, 503, 200]);
    await fault({ kind: "rateLimit", times: 2 });
    expect((await clearFaults()).status).toBe(204);
    expect(statuses(await page.run("teamviewer", "getAccount"))).toEqual([200]);
  });

  test("of a vendor is known for that vendor alone", async () => {
    expect((await fault({ kind: "refusedSession" }, "realvnc")).status).toBe(204);
    expect((await fault({ kind: "refusedSession" }, "teamviewer")).status).toBe(400);
    await clearFaults("realvnc");
  });

  test.each([
    [{ kind: "nothing" }, "kind"],
    [{}, "kind"],
    [{ kind: "serverError", times: 0 }, "times"],
    [{ kind: "serverError", times: "2" }, "times"],
    [{ kind: "serverError", status: 99 }, "status"],
    [{ kind: "rateLimit", retryAfter: "1\r\nx: y" }, "retryAfter"],
    [{ kind: "serverError", after: 3 }, "after"],
  ])("%j is refused by the name of what is odd", async (body, name) => {
    const { problems } = await page.refusal("/components/teamviewer/faults", body);
    expect(Object.keys(problems)).toEqual([name]);
  });
});

test("a sandbox is put back to its start", async () => {
  await page.run("teamviewer", "createGroup", { name: "Soon Gone" });
  expect((await page.call("POST", "/components/teamviewer/reset")).status).toBe(204);
  expect(await groupNames()).not.toContain("Soon Gone");
});
