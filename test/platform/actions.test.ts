import type { ActionDefinition } from "@prismatic-io/spectral";
import { schemas } from "../../generated/teamviewer.schemas";
import { withValues } from "../../src/platform/actions";
import { groupInput } from "../../src/platform/groupInput";
import { passwordInput, textInput } from "../../src/platform/inputs";
import { outputSchemaOf } from "../../src/platform/outputSchema";
import { change, read } from "../../src/teamviewer/client";
import { closeServers, connectionFor, serve } from "../support/client";
import { recordingLogger } from "../support/logger";
import type { Reply } from "../support/server";

afterEach(closeServers);

const text = (label: string) => textInput({ label, comments: "What it is.", required: true });

/** Runs an action as the platform does once its inputs are cleaned. */
const run = async (action: unknown, reply: Reply, inputs: object, { debug = false } = {}) => {
  const server = await serve(reply);
  const { logger, lines } = recordingLogger();
  const { perform } = action as ActionDefinition;
  const context = { logger, debug: { enabled: debug } };
  const outcome = await perform(context as never, { ...inputs, connection: connectionFor(server) } as never).then(
    (result) => ({ result, error: undefined }),
    (error: Error) => ({ result: undefined, error }),
  );
  return { ...outcome, lines, received: server.received };
};

const screenshot = "GET /reports/connections/{outgoingSessionReportId}/{screenshotId}/screenshot";

const getScreenshot = read({
  label: "Get Screenshot",
  description: "Get a screenshot of a session.",
  operation: screenshot,
  inputs: { outgoingSessionReportId: text("Report ID"), screenshotId: text("Screenshot ID") },
  request: (path) => ({ path, as: "file" }),
  example: Buffer.from("PNG"),
});

test("an answer that is a file comes as its bytes with their content type", async () => {
  const { result, received } = await run(
    getScreenshot,
    (_request, response) => {
      response.writeHead(200, { "content-type": "image/png" });
      response.end(Buffer.from([0x89, 0x50, 0xff, 0x00]));
    },
    { outgoingSessionReportId: "r1", screenshotId: "s1" },
  );
  expect(result).toEqual({ data: Buffer.from([0x89, 0x50, 0xff, 0x00]), contentType: "image/png" });
  expect(received[0]?.url).toBe("/api/v1/reports/connections/r1/s1/screenshot");
});

test("the output schema of a file is not that of a record", () => {
  expect(JSON.parse(outputSchemaOf(schemas, screenshot)).properties).toBeUndefined();
});

test("a path beside the base URL's own is reached on the same host", async () => {
  const getEndpoint = read({
    label: "Get Notification Endpoint",
    description: "Get where notifications are sent.",
    operation: "GET /pushApi/v1/reach/connectionStatus",
    example: {},
  });
  const { received } = await run(getEndpoint, { status: 200 }, {});
  expect(received[0]?.url).toBe("/pushApi/v1/reach/connectionStatus");
});

test("a field that the example does not have is left out of it", () => {
  expect(withValues({ id: "g1", owner: { name: "Jan", age: 1 } }, { owner: { name: "Ewa" }, password: "x" })).toEqual({
    id: "g1",
    owner: { name: "Ewa", age: 1 },
  });
});

describe("a password in a group", () => {
  const credentials = groupInput({
    label: "Credentials",
    comments: "What the service asks for.",
    fields: {
      user: textInput({ label: "User", comments: "The name." }),
      pin: passwordInput({ label: "PIN", comments: "The secret." }),
    },
  });
  const rename = change({
    label: "Rename Group",
    description: "Rename a group.",
    operation: "PUT /groups/{id}",
    inputs: { credentials },
    request: ({ credentials: { user, pin } = {} as never }) => ({
      path: { id: "g1" },
      body: { name: `${user} ${pin}` },
    }),
  });

  test.each([
    ["an object", { user: "jan", pin: "Op3n-sesame" }],
    ["a text of JSON", '{"user": "jan", "pin": "Op3n-sesame"}'],
  ])("that comes as %s is kept out of logs and errors", async (_, given) => {
    const body = JSON.stringify({ error: "invalid_request", error_description: "jan Op3n-sesame" });
    const { error, lines, received } = await run(
      rename,
      { status: 400, body },
      { credentials: given },
      { debug: true },
    );
    expect(received[0]?.body).toContain("Op3n-sesame");
    expect(error?.message).toContain("jan [redacted]");
    expect(lines.some(({ text }) => text.includes("PUT /groups/{id}"))).toBe(true);
    expect(JSON.stringify([error?.message, lines])).not.toContain("Op3n-sesame");
  });
});
