/** Whatever a vendor answers, a run comes to its end, and the server goes on. */
import type { ServerResponse } from "node:http";
import { startServer, type TestServer } from "../support/server";
import { createFolder, useWorkbench } from "./fixture";

const files = createFolder();
afterAll(files.remove);

type Answer = (response: ServerResponse) => void;

let answer: Answer = (response) => void response.end("{}");
let vendor: TestServer;
beforeAll(async () => {
  vendor = await startServer((_request, response) => answer(response));
});
afterAll(() => vendor.close());

const page = useWorkbench(() => {
  const fields = { token: "a-token-of-the-test", baseUrl: `${vendor.url}/api/v1` };
  return { connections: [files.write("own.json", JSON.stringify({ key: "teamviewer-script-token", fields }))] };
});

const body =
  (content: string | Buffer, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(200, { "content-type": "application/json", ...headers }).end(content);

const deep = (open: string, close: string) => open.repeat(50_000) + close.repeat(50_000);

test.each([
  ["is nested more deeply than anything can write", body(deep("[", "]"))],
  ["is nested more deeply, by names", body(`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`)],
  ["never closes its text", body(`{"password": "${"\\".repeat(300_000)}`)],
  ["has names of every object", body('{"__proto__": {"a": 1}, "constructor": 1, "toString": 2, "toJSON": 3}')],
  ["has halves of characters", body('{"id": "\\ud800", "name": "\\udc00\\u0000"}')],
  ["is no UTF-8", body(Buffer.from([0xff, 0xfe, 0x22, 0x80]))],
  ["says that it is packed and is not", body("not packed", { "content-encoding": "gzip" })],
  ["says of itself what nobody knows", body("{}", { "content-type": "", "content-encoding": "zip" })],
  ["is one number", body("1")],
  ["is empty", body("")],
  ["has many headers", (response) => void response.writeHead(200, manyHeaders).end("{}")],
] as [string, Answer][])("an answer that %s", async (_what, next) => {
  answer = next;
  const run = await page.run("teamviewer", "createGroup", { name: "Support" }, { debug: true });
  expect(run.of("exchange")).toHaveLength(1);
  expect(run.events.at(-1)?.event).toMatch(/^(done|failed)$/);
  expect((await page.call("GET", "/components")).status).toBe(200);
});

const manyHeaders = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`x-${index}-token`, "x".repeat(20)]));
