import type { Operations } from "../../generated/teamviewer.operations";
import { type AnswerSchemas, answerKindOf, requireFile } from "../../src/http/answers";
import { createApiClient } from "../../src/http/client";
import { inEnvelope, listOf, oneRecord } from "../../src/http/envelopes";
import { clientOf, closeServers } from "../support/client";
import { json, type Reply } from "../support/server";

afterEach(closeServers);

describe("the kind of answer of an operation", () => {
  const schemas: AnswerSchemas<"GET /a" | "GET /b" | "GET /c" | "GET /d" | "GET /e" | "DELETE /a"> = {
    components: { Device: '{"type":"object","properties":{}}', Devices: '{"type":"array","items":{"$ref":"Device"}}' },
    operations: {
      "GET /a": "Device",
      "GET /b": "Devices",
      "GET /c": '{"type":"object"}',
      "GET /d": '{"type":"string"}',
      "GET /e": '{"anyOf":[{"type":"object"},{"type":"array"}]}',
      "DELETE /a": "",
    },
  };

  it.each([
    ["GET /a", "record"],
    ["GET /b", "list"],
    ["GET /c", "record"],
    ["GET /d", undefined],
    ["GET /e", undefined],
    ["DELETE /a", undefined],
  ] as const)("%s is that of its schema", (operation, kind) => {
    expect(answerKindOf(schemas, operation)).toBe(kind);
  });
});

describe("a GET", () => {
  const get = async (reply: Reply, kind: "record" | "list" | undefined) => {
    const { transport } = await clientOf([reply]);
    const client = createApiClient<Operations>(transport, { kindOf: () => kind });
    return client.request("GET /account");
  };

  const rows: [body: string, what: string, ofRecord: boolean, ofList: boolean][] = [
    ["", "an empty body", false, false],
    ["null", "null", false, false],
    ["7", "a number", false, false],
    ['"maintenance"', "a string", false, false],
    ["true", "a boolean", false, false],
    ["[]", "a list", false, true],
    ["{}", "an object", true, false],
  ];

  it.each(rows)("whose answer is %j is believed only if that is what is due", async (body, what, ofRecord, ofList) => {
    for (const [kind, holds] of [
      ["record", ofRecord],
      ["list", ofList],
    ] as const) {
      const outcome = await get({ body }, kind).catch((error: Error) => error.message);
      const refused = `TeamViewer GET /account answered with ${what} in place of a ${kind}. Nothing was used of it; try again later.`;
      expect(outcome).toEqual(holds ? JSON.parse(body) : refused);
    }
  });

  it("whose answer can be anything is believed", async () => {
    expect(await get({ body: "7" }, undefined)).toBe(7);
  });

  it("whose answer is judged by who asks is believed", async () => {
    const { transport } = await clientOf([json(200, [1])]);
    const client = createApiClient<Operations>(transport, { kindOf: () => "record" });
    expect((await client.exchange("GET /account", { anyKind: true } as never)).body).toEqual([1]);
  });
});

describe("a POST that only reads", () => {
  it("and is not answered says so, without a word of work that may have been done", async () => {
    const { transport } = await clientOf([{ body: "" }]);
    const client = createApiClient<Operations>(transport, { kindOf: () => "record" });
    const asked = client.request("POST /devices/types", { body: {}, reads: true } as never);
    await expect(asked).rejects.toThrow(
      "TeamViewer POST /devices/types answered with an empty body in place of a record. Nothing was used of it; try again later.",
    );
  });
});

describe("a file", () => {
  const refusal = (bytes: unknown, type: string | undefined) => () => requireFile(bytes, type, "TeamViewer GET /file");

  it.each([["image/png"], ["application/octet-stream"], ["text/plain; charset=utf-8"], [undefined]])(
    "of the type %s is taken",
    (type) => {
      expect(refusal(Buffer.from("bytes"), type)).not.toThrow();
    },
  );

  it.each([
    [Buffer.alloc(0), "image/png", "an empty body"],
    [undefined, undefined, "an empty body"],
    [Buffer.from("{}"), "Application/JSON; charset=utf-8", "JSON"],
    [Buffer.from("<html>"), "text/html", "a web page"],
  ])("is not what comes as %j of the type %s", (bytes, type, what) => {
    expect(refusal(bytes, type)).toThrow(
      `TeamViewer GET /file answered with ${what} in place of a file. Nothing was used of it; try again later.`,
    );
  });
});

describe("an envelope", () => {
  const device = { id: "d1" };
  const envelope = { devices: [device] };

  it("is told from the record that it holds, which may come bare", () => {
    expect(listOf(envelope, "devices")).toEqual([device]);
    expect(oneRecord(envelope, "devices")).toBe(device);
    expect(oneRecord(device as never, "devices")).toBe(device);
    expect(inEnvelope(envelope, "devices")).toBe(envelope);
    expect(inEnvelope(device as never, "devices")).toEqual(envelope);
  });

  it("without a record says that there is none", () => {
    expect(inEnvelope({ devices: [] }, "devices")).toEqual({ devices: [] });
    expect(() => oneRecord({ devices: [] }, "devices")).toThrow(
      "The answer holds none of the devices: there is none with this ID.",
    );
  });

  it("with several records is none of them", () => {
    expect(() => oneRecord({ devices: [device, device] }, "devices")).toThrow(
      "The answer holds 2 of the devices, and one was asked for. None of them was used.",
    );
  });

  const noList = "The answer holds no list of devices. Nothing was used of it; try again later.";

  it.each([[null], ["text"], [[device]], [{ devices: null }], [{ devices: {} }], [{ devices: "text" }]])(
    "is an error where the answer is %j: that is no empty list",
    (given) => {
      const answer = given as unknown as { devices: object[] };
      expect(() => listOf(answer, "devices")).toThrow(noList);
      expect(() => oneRecord(answer, "devices")).toThrow(noList);
      expect(() => inEnvelope(answer, "devices")).toThrow(noList);
    },
  );
});
