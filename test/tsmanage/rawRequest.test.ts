import { component, run, runLogged, useTSManage } from "../support/tsmanage";

const ts = useTSManage();

const send = (inputs: object) => run("rawRequest", ts.connection, { responseType: "json", ...inputs });
const json = "application/json";

test("a request without a body carries both headers that the vendor requires", async () => {
  const [id] = ts.ids;
  const queryParams = [{ key: "id", value: id }];
  expect(await send({ url: "/members", method: "GET", queryParams })).toMatchObject([{ clientUniqueIdentifier: id }]);
  expect(ts.sandbox.requests[0]?.headers).toMatchObject({ "content-type": json, accept: json });
});

test("one with a body does too, whether that is a text or an object", async () => {
  const data = { memberIds: [ts.ids[0]], serverGroupIdsToAdd: [9], serverGroupIdsToRemove: [] };
  for (const body of [data, JSON.stringify(data)]) {
    expect(await send({ url: "members/update-batch", method: "PATCH", data: body })).toMatchObject({
      members: [{ clientUniqueIdentifier: ts.ids[0] }],
    });
  }
  for (const { headers } of ts.sandbox.requests) expect(headers).toMatchObject({ "content-type": json, accept: json });
});

test("a text that is not JSON, and bytes, go out as what the vendor requires, unless they say what they are", async () => {
  const typeOf = async (inputs: object) => {
    const outcome = await runLogged("rawRequest", ts.connection, {
      url: "/members/update-batch",
      method: "PATCH",
      responseType: "json",
      ...inputs,
    });
    expect(outcome.data).toBeUndefined();
    return ts.sandbox.requests.at(-1)?.headers["content-type"];
  };
  expect(await typeOf({ data: "not JSON" })).toBe(json);
  expect(await typeOf({ data: Buffer.from("{") })).toBe(json);
  expect(await typeOf({ data: { data: Buffer.from("a,b"), contentType: "text/csv" } })).toBe("text/csv");
  expect(await typeOf({ data: "a,b", headers: [{ key: "content-type", value: "text/csv" }] })).toBe("text/csv");
  expect(await typeOf({ formData: [{ key: "a", value: "b" }] })).toMatch(/^multipart\/form-data; boundary=/);
});

test("the input for the URL says what goes with it: the API key", () => {
  const url = component.actions.rawRequest?.inputs.find(({ key }) => key === "url");
  expect(url?.comments).toContain("because the API key goes with it");
});

test("headers of one's own are added to those, and the API key stays", async () => {
  const headers = [
    { key: "X-Trace", value: "1" },
    { key: "Authorization", value: "Bearer other" },
  ];
  await send({ url: `/members?id=${encodeURIComponent(ts.ids[0] ?? "")}`, method: "GET", headers });
  expect(ts.sandbox.requests[0]?.headers).toMatchObject({
    "content-type": json,
    accept: json,
    "x-trace": "1",
    authorization: `Bearer ${ts.sandbox.credentials.apiKey}`,
  });
});

test.each(["https://elsewhere.example/members", "//elsewhere.example/", "/../../admin"])(
  "%s is refused, because the API key is for the instance alone",
  async (url) => {
    const { error, lines } = await runLogged("rawRequest", ts.connection, { url, method: "GET", responseType: "json" });
    expect(error?.message).toContain("Nothing was sent; give a path such as /members.");
    expect(JSON.stringify([error?.message, lines])).not.toContain(ts.sandbox.credentials.apiKey);
    expect(ts.sandbox.requests).toEqual([]);
  },
);
