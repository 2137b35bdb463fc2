import { InputError } from "../../src/http/errors";
import { clientOf, closeServers, failureOf, token } from "../support/client";
import { json } from "../support/server";

afterEach(closeServers);

const contacts = json(200, { contacts: [] });

/** The path and query of the one request that was sent. */
const sentTo = ({ received }: { received: { url: string }[] }) => received.map(({ url }) => url);

describe("a request of the typed client", () => {
  it("goes below the base URL with the connection's token, and gives the parsed answer", async () => {
    const { client, server } = await clientOf([json(200, { contacts: [{ contact_id: "c1" }] })]);
    expect(await client.request("GET /contacts")).toEqual({ contacts: [{ contact_id: "c1" }] });
    expect(server.received).toMatchObject([
      { method: "GET", url: "/api/v1/contacts", headers: { authorization: `Bearer ${token}` } },
    ]);
  });

  it("carries its body as JSON", async () => {
    const { client, server } = await clientOf([{ status: 204 }]);
    await client.request("PUT /groups/{id}", { path: { id: "g1" }, body: { name: "Zoë", policy_id: undefined } });
    expect(server.received).toMatchObject([
      { method: "PUT", body: '{"name":"Zoë"}', headers: { "content-type": "application/json" } },
    ]);
  });

  it.each(["", " \n"])("gives undefined for an empty answer, %j", async (body) => {
    const { client } = await clientOf([{ body }]);
    expect(await client.request("DELETE /contacts/{id}", { path: { id: "c1" } })).toBeUndefined();
  });

  it("for a file gives its bytes as they came, also where they could be read as JSON, and takes any type", async () => {
    const { client, server } = await clientOf([json(200, { a: 1 })]);
    const path = { outgoingSessionReportId: "r1", screenshotId: "s1" };
    const bytes = await client.request("GET /reports/connections/{outgoingSessionReportId}/{screenshotId}/screenshot", {
      path,
      as: "file",
    });
    expect(bytes).toEqual(Buffer.from('{"a":1}'));
    expect(server.received[0]?.headers.accept).toBe("*/*");
  });

  it("for a file keeps the headers that it is asked for with", async () => {
    const { client, server } = await clientOf([json(200, { a: 1 })]);
    await client.request("GET /contacts", { headers: { "If-Match": '"1"' }, as: "file" } as never);
    expect(server.received[0]?.headers).toMatchObject({ "if-match": '"1"', accept: "*/*" });
  });

  it("keeps a path parameter inside its segment on the wire", async () => {
    const { client, server } = await clientOf([{ status: 204 }]);
    await client.request("DELETE /contacts/{id}", { path: { id: "../users/u1?a=b#c" } });
    expect(sentTo(server)).toEqual(["/api/v1/contacts/..%2Fusers%2Fu1%3Fa%3Db%23c"]);
  });

  it("is not sent when a path parameter is blank: the promise fails and names it", async () => {
    const { client, server } = await clientOf([{ status: 204 }]);
    const { message } = await failureOf(client.request("DELETE /contacts/{id}", { path: { id: " " } }));
    expect(message).toContain('/contacts/{id}: "id"');
    expect(server.received).toEqual([]);
  });
});

/** Names that every object has already, or that make it another one. */
const inherited = ["constructor", "toString", "__proto__", "prototype", "hasOwnProperty"];
const values = Object.fromEntries(inherited.map((name) => [name, `${name} given`]));

describe("names that objects have of their own", () => {
  it("arrive in a query as they were given", async () => {
    const { client, transport, server } = await clientOf([contacts]);
    await client.request("GET /contacts", { extraQuery: values });
    await transport.send({ operation: "GET /x", url: "/x", params: values });
    for (const url of sentTo(server)) {
      expect([...new URL(url, "http://localhost").searchParams]).toEqual(Object.entries(values));
    }
  });

  it("arrive in a JSON body as they were given, at any depth", async () => {
    const { transport, server } = await clientOf([contacts]);
    const data = { ...values, list: [{ deep: values }] };
    await transport.send({ operation: "POST /x", method: "POST", url: "/x", data });
    expect(server.received[0]?.body).toBe(JSON.stringify(data));
    expect(server.received[0]?.body).toContain('"__proto__":"__proto__ given"');
  });

  it("arrive in a form as they were given", async () => {
    const { transport, server } = await clientOf([contacts]);
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    await transport.send({
      operation: "POST /x",
      method: "POST",
      url: "/x",
      headers,
      data: { ...values, id: ["a", "b"] },
    });
    expect(server.received[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect([...new URLSearchParams(server.received[0]?.body)]).toEqual([
      ...Object.entries(values),
      ["id[]", "a"],
      ["id[]", "b"],
    ]);
  });
});

describe("a body", () => {
  const post = async (data: unknown, headers?: Record<string, string | undefined>) => {
    const { transport, server } = await clientOf([contacts]);
    await transport.send({ operation: "POST /x", method: "POST", url: "/x", headers, data });
    return server.received[0];
  };
  const asJson = { "Content-Type": "application/json" };

  it.each([
    ["JSON with white space around it", ' {"a": 1.0}\n', "application/json"],
    ["JSON with a number of many digits", '{"id": 12345678901234567891}', "application/json"],
    ["a comma too many", '{"a": 1,}', "text/plain"],
    ["a bare word", "hello", "text/plain"],
    ["blanks", "  ", "text/plain"],
  ])("that is a text arrives as it is, also where it is said to be JSON: %s", async (_, text, type) => {
    expect(await post(text, asJson)).toMatchObject({ body: text, headers: { "content-type": "application/json" } });
    expect(await post(text)).toMatchObject({ body: text, headers: { "content-type": type } });
  });

  it("is written by the last content type that is given, whatever the case of its name and the blanks around it", async () => {
    const headers = {
      "Content-Type": "application/json",
      " content-TYPE ": "application/x-www-form-urlencoded",
      "X-Trace": "1",
    };
    expect(await post({ a: "1&2" }, headers)).toMatchObject({
      body: "a=1%262",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
  });

  it("has the content type that fits it where the given one is undefined", async () => {
    expect(await post({ a: 1 }, { "Content-Type": undefined })).toMatchObject({
      body: '{"a":1}',
      headers: { "content-type": "application/json" },
    });
  });

  it("that is a part of larger bytes arrives as that part", async () => {
    expect(await post(new Uint8Array(Buffer.from("before part after")).subarray(7, 11))).toMatchObject({
      body: "part",
      headers: { "content-type": "application/octet-stream" },
    });
  });

  it("that is an ArrayBuffer arrives as its bytes", async () => {
    expect(await post(new Uint8Array(Buffer.from("bytes")).buffer)).toMatchObject({
      body: "bytes",
      headers: { "content-type": "application/octet-stream" },
    });
  });

  it("becomes a form only where it has fields, and its content type says so in any case", async () => {
    const asForm = { "Content-Type": "Application/X-WWW-Form-Urlencoded; charset=utf-8" };
    expect(await post({ a: "1&2" }, asForm)).toMatchObject({ body: "a=1%262" });
    expect(await post(5, asForm)).toMatchObject({ body: "5" });
  });

  it("that is a set of form fields says so", async () => {
    expect(await post(new URLSearchParams({ a: "1&2" }))).toMatchObject({
      body: "a=1%262",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
  });

  it.each<[string, () => unknown, string]>([
    [
      "holds itself",
      () => {
        const body: { self?: unknown } = {};
        body.self = body;
        return body;
      },
      "Converting circular structure",
    ],
    ["holds a number that JSON does not have", () => ({ a: 1n }), "BigInt"],
    ["is a function", () => () => 1, "it is a function"],
  ])("that %s is refused with the reason, before anything is sent", async (_, make, reason) => {
    const { transport, server } = await clientOf([contacts]);
    const send = transport.send({ operation: "POST /x", method: "POST", url: "/x", data: make() });
    expect((await failureOf(send)).message).toMatch(
      new RegExp(`^The body cannot be written as JSON: .*${reason}.*\\. Nothing was sent\\.$`),
    );
    expect(server.received).toEqual([]);
  });
});

describe("a query", () => {
  it("leaves out what is undefined and writes booleans in lower case", async () => {
    const { client, server } = await clientOf([contacts]);
    await client.request("GET /sessions", { query: { groupid: undefined, full_list: true, state: "open" } });
    expect(sentTo(server)).toEqual(["/api/v1/sessions?full_list=true&state=open"]);
  });

  it("keeps what is false or zero", async () => {
    const { client, server } = await clientOf([contacts]);
    await client.request("GET /sessions", { query: { full_list: false, offset: "0" } });
    expect(sentTo(server)).toEqual(["/api/v1/sessions?full_list=false&offset=0"]);
  });

  it("repeats the parameter of a list", async () => {
    const { transport, server } = await clientOf([contacts]);
    await transport.send({ operation: "GET /members", method: "get", url: "/members", params: { id: ["a=", "b"] } });
    expect(sentTo(server)).toEqual(["/api/v1/members?id=a%3D&id=b"]);
  });

  it("encodes what would end or split it", async () => {
    const { client, server } = await clientOf([contacts]);
    await client.request("GET /contacts", { query: { name: "Jan & Ann+1 = 100% #1" } });
    const { searchParams } = new URL(sentTo(server)[0] ?? "", "http://localhost");
    expect([...searchParams]).toEqual([["name", "Jan & Ann+1 = 100% #1"]]);
  });

  it("takes parameters that the description does not know", async () => {
    const { client, server } = await clientOf([contacts]);
    await client.request("GET /contacts", { query: { name: "Jan" }, extraQuery: { include: "all" } });
    expect(sentTo(server)).toEqual(["/api/v1/contacts?include=all&name=Jan"]);
  });

  it.each([
    ["name", { name: "Jan" }, { name: "Jan" }],
    ["full_list", { full_list: true }, { full_list: "true" }],
  ])("sends %s once when it is given twice with the same value", async (name, query, extraQuery) => {
    const { client, server } = await clientOf([contacts]);
    await client.request("GET /users", { query, extraQuery });
    expect(sentTo(server)).toEqual([`/api/v1/users?${name}=${extraQuery[name as keyof typeof extraQuery]}`]);
  });

  it("takes an extra value for a parameter whose own input is blank", async () => {
    const { client, server } = await clientOf([contacts]);
    await client.request("GET /contacts", { query: { name: undefined }, extraQuery: { name: "Jan" } });
    expect(sentTo(server)).toEqual(["/api/v1/contacts?name=Jan"]);
  });

  it("is refused before anything is sent when a parameter is given twice with different values", async () => {
    const { client, server } = await clientOf([contacts]);
    const error = await failureOf(
      client.request("GET /contacts", { query: { name: "Jan" }, extraQuery: { name: "Ann" } }),
    );
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ input: "Query Parameters" });
    expect(error.message).toMatch(/^Query Parameters: "name" .*Remove one/);
    expect(server.received).toEqual([]);
  });
});
