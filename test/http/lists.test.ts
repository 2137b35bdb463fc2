import { list } from "../../src/teamviewer/client";
import { clientOf, closeServers, failureOf } from "../support/client";
import { json } from "../support/server";

afterEach(closeServers);

const devices = list("GET /managed/devices", {
  items: "resources",
  next: "nextPaginationToken",
  current: "currentPaginationToken",
  token: "paginationToken",
});

const page = (ids: number[] | undefined, current: string | null, next: string | null) =>
  json(200, {
    resources: ids?.map((id) => ({ id: String(id) })),
    currentPaginationToken: current,
    nextPaginationToken: next,
  });

const threePages = [page([1], "a", "b"), page([], "b", "c"), page([2, 3], "c", null)];

type Client = Awaited<ReturnType<typeof clientOf>>["client"];

const sentTo = ({ received }: { received: { url: string }[] }) => received.map(({ url }) => url.replace("/api/v1", ""));

describe("a declared list", () => {
  it("is one page, as it came, unless all are asked for", async () => {
    const { client, server } = await clientOf([page([1], "a", "b")]);
    expect(await devices.read(client, { query: { paginationToken: "a" } })).toEqual({
      resources: [{ id: "1" }],
      currentPaginationToken: "a",
      nextPaginationToken: "b",
    });
    expect(sentTo(server)).toEqual(["/managed/devices?paginationToken=a"]);
  });

  it("is one envelope of all pages: the first one's token, the last one's end, an empty page among them", async () => {
    const { client } = await clientOf(threePages);
    expect(await devices.read(client, {}, { fetchAll: true })).toEqual({
      resources: [{ id: "1" }, { id: "2" }, { id: "3" }],
      currentPaginationToken: "a",
      nextPaginationToken: null,
    });
  });

  it("is read from the given token on", async () => {
    const { client, server } = await clientOf([page([2], "b", "c"), page([3], "c", null)]);
    const { resources } = await devices.read(client, { query: { paginationToken: "b" } }, { fetchAll: true });
    expect(resources).toHaveLength(2);
    expect(sentTo(server)).toEqual(["/managed/devices?paginationToken=b", "/managed/devices?paginationToken=c"]);
  });

  it("that names the page at which it was begun as the next one is an error, not read without an end", async () => {
    const { client, server } = await clientOf([page([2], "b", "c"), page([3], "c", "b")]);
    const reading = devices.read(client, { query: { paginationToken: "b" } }, { fetchAll: true });
    expect((await failureOf(reading)).message).toContain("The list repeats itself: after 2 records");
    expect(server.received).toHaveLength(2);
  });

  it("whose token stands for the whole request is asked for the next page by the token alone", async () => {
    const types = list("POST /devices/types", {
      items: "devices",
      next: "continuationToken",
      token: "continuationToken",
      tokenAlone: true,
    });
    const answers = [json(200, { devices: [{ id: "d1" }], continuationToken: "b" }), json(200, { devices: [] })];
    const { client, server } = await clientOf(answers);
    await types.read(client, { body: { ids: ["d1", "d2"] } }, { fetchAll: true });
    expect(server.received.map(({ body }) => body)).toEqual(['{"ids":["d1","d2"]}', '{"continuationToken":"b"}']);
  });

  it("keeps the filters and a builder's own parameters on every page", async () => {
    const { client, server } = await clientOf(threePages);
    await devices.read(client, { query: {}, extraQuery: { sort: "name" } }, { fetchAll: true });
    expect(sentTo(server)).toEqual([
      "/managed/devices?sort=name",
      "/managed/devices?sort=name&paginationToken=b",
      "/managed/devices?sort=name&paginationToken=c",
    ]);
  });

  it("carries the token in the body where the list is asked for by POST", async () => {
    const counts = list("POST /patchmanagement/scanresultcounts", {
      items: "DeviceMissingPatchesCountInfoList",
      next: "ContinuationToken",
      token: "continuation_token",
    });
    const { client, server } = await clientOf([
      json(200, { DeviceMissingPatchesCountInfoList: [{ DeviceId: 1 }], ContinuationToken: "b" }),
      json(200, { DeviceMissingPatchesCountInfoList: [{ DeviceId: 2 }] }),
    ]);
    expect(await counts.all(client, { body: { device_id_list: [1, 2] } })).toEqual([{ DeviceId: 1 }, { DeviceId: 2 }]);
    expect(server.received.map(({ body }) => JSON.parse(body))).toEqual([
      { device_id_list: [1, 2] },
      { device_id_list: [1, 2], continuation_token: "b" },
    ]);
  });

  it("gives its records page by page, and fetches no page before it is wanted", async () => {
    const { client, server } = await clientOf(threePages);
    for await (const { items } of devices.pages(client)) {
      expect(items).toEqual([{ id: "1" }]);
      break;
    }
    expect(server.received).toHaveLength(1);
  });

  it("may be of 200,000 records in one page", async () => {
    const ids = Array.from({ length: 200_000 }, (_, index) => index);
    const { client } = await clientOf([page(ids, null, null)]);
    expect(await devices.all(client)).toHaveLength(200_000);
  });

  const withoutList = "answered without the list of resources";

  describe.each([
    ["an empty body", "", withoutList],
    ["null", "null", withoutList],
    ["a list in place of the envelope", "[]", withoutList],
    ["a number", "5", withoutList],
    ["a text", '"maintenance"', withoutList],
    ["an empty object", "{}", withoutList],
    ["a message", '{"message":"maintenance"}', withoutList],
    ["the vendor's body of an error", '{"error":"internal_error"}', withoutList],
    ["a list that is null", '{"resources":null}', withoutList],
    ["an object in place of the list", '{"resources":{}}', withoutList],
    ["a token that is an object", '{"resources":[],"nextPaginationToken":{}}', "names the next page by an object"],
    ["a token that is true", '{"resources":[],"nextPaginationToken":true}', "names the next page by a boolean"],
  ])("whose answer is %s", (_, body, problem) => {
    const message = `TeamViewer GET /managed/devices ${problem}. Nothing was used of it; try again later.`;

    it.each<[string, Parameters<typeof clientOf>[0], (client: Client) => Promise<unknown>]>([
      ["at once", [{ body }], (client) => devices.all(client)],
      ["where one page is read", [{ body }], (client) => devices.read(client, {})],
      ["where all pages are read", [{ body }], (client) => devices.read(client, {}, { fetchAll: true })],
    ])("is an error, and not an empty list, %s", async (_where, replies, read) => {
      const { client } = await clientOf(replies);
      expect((await failureOf(read(client))).message).toBe(message);
    });

    it("is an error, and not the end of the list, where pages came before", async () => {
      const { client } = await clientOf([page([1, 2], "a", "b"), { body }]);
      const error = await failureOf(devices.read(client, {}, { fetchAll: true }));
      expect(error.message).toBe(
        `${message} The list was read up to page 1 (2 records); the page with token "b" failed, and the list can be resumed there.`,
      );
    });
  });

  describe("whose items stand in an object of the answer", () => {
    const members = list("GET /ConditionalAccess/DirectoryGroups/{id}/{member_type}", {
      within: "directory_group",
      items: "user_ids",
      next: "continuation_token",
      token: "continuation_token",
    });
    const request = { path: { id: "Tills", member_type: "users" } } as const;
    const answer = (user_ids: unknown, next: string | null) =>
      json(200, { directory_group: { name: "Tills", user_ids }, continuation_token: next });

    it("keeps that object around the items of all pages", async () => {
      const { client } = await clientOf([answer(["u1"], "b"), answer(["u2"], null)]);
      expect(await members.read(client, request, { fetchAll: true })).toEqual({
        directory_group: { name: "Tills", user_ids: ["u1", "u2"] },
        continuation_token: null,
      });
    });

    it("keeps it around as many items as are wanted, and names no next page then", async () => {
      const { client } = await clientOf([answer(["u1", "u2"], "b")]);
      expect(await members.read(client, request, { maximumRecords: 1 })).toEqual({
        directory_group: { name: "Tills", user_ids: ["u1"] },
        continuation_token: undefined,
      });
    });

    it.each([[{ user_ids: ["u1"] }], [{ directory_group: null }], [{ directory_group: { name: "Tills" } }]])(
      "is an error where it is not there: %j",
      async (body) => {
        const { client } = await clientOf([json(200, body)]);
        expect((await failureOf(members.all(client, request))).message).toContain(
          "answered without the list of user_ids",
        );
      },
    );
  });

  it("may name its next page by a number", async () => {
    const { client, server } = await clientOf([
      json(200, { resources: [], nextPaginationToken: 7 }),
      page([1], "7", null),
    ]);
    expect(await devices.all(client)).toHaveLength(1);
    expect(sentTo(server)).toEqual(["/managed/devices", "/managed/devices?paginationToken=7"]);
  });

  it("is read again after a failure whatever its method is", async () => {
    const alarms = list("POST /monitoring/alarms", { items: "Alarms", next: "ContinuationToken" });
    const { client, server } = await clientOf([json(502, {}), json(200, { Alarms: [] })]);
    expect(await alarms.all(client, { body: {} })).toEqual([]);
    expect(server.received).toHaveLength(2);
  });

  it("is an error when the vendor says in its answer that it could not answer", async () => {
    const events = list("POST /EventLogging", { items: "AuditEvents", problem: "ParsingError" });
    const { client } = await clientOf([
      json(200, { AuditEvents: [], ParsingError: "EndDate is not a date" }),
      json(200, { AuditEvents: [], ParsingError: null }),
    ]);
    const body = { StartDate: "2026-03-31T14:00:00Z", EndDate: "x" };
    expect((await failureOf(events.all(client, { body }))).message).toBe(
      "TeamViewer POST /EventLogging could not be answered: EndDate is not a date",
    );
    expect(await events.all(client, { body })).toEqual([]);
  });
});
