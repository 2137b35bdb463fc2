/** A component with one of everything, for what runs any component. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** A small component with one of everything, as a build would leave it. */
const fixtureSource = `
const spectral = require(${JSON.stringify(require.resolve("@prismatic-io/spectral"))});
const { ConnectionError, OAuth2Type, action, batchTrigger, component, connection, dataSource, input, oauth2Connection, pollingTrigger } = spectral;

const connectionInput = input({ label: "Connection", type: "connection", required: true });
const name = input({ label: "Name", type: "string", required: true, comments: "The name of the thing", example: "Front Desk" });
const display = (label) => ({ label, description: label + " for the tests." });

const echo = action({
  display: { label: "Echo", description: "Give back what it was given." },
  performSafety: "safe",
  inputs: {
    connection: connectionInput,
    name,
    size: input({ label: "Size", type: "string", default: "medium", model: [{ label: "S", value: "small" }, { label: "M", value: "medium" }], comments: "How large it is." }),
    force: input({ label: "Force", type: "boolean" }),
    password: input({ label: "Password", type: "password" }),
    tags: input({ label: "Tags", type: "string", collection: "valuelist" }),
    queryParams: input({ label: "Query Parameters", type: "string", collection: "keyvaluelist" }),
  },
  perform: async (context, params) => {
    context.logger.info("Echoing", params);
    context.logger.debug("debug is", context.debug.enabled);
    console.log("written to the console");
    return { data: params };
  },
});

const thingId = input({ label: "Thing ID", type: "string", required: true, dataSource: "selectThing" });

const deleteThing = action({
  display: { label: "Delete Thing", description: "Irreversible: delete a thing. Its parts stay." },
  performSafety: "notAllowed",
  inputs: { connection: connectionInput, thingId },
  perform: async (context, { thingId }) => ({ data: { deleted: thingId } }),
});

const clearThings = action({
  display: { label: "Clear Things", description: "Irreversible when Dry Run is off: delete all things." },
  performSafety: "notAllowed",
  inputs: { connection: connectionInput, dryRun: input({ label: "Dry Run", type: "boolean", default: "true" }) },
  perform: async (context, { dryRun }) => ({ data: { dryRun } }),
});

const binary = action({
  display: display("Binary"),
  inputs: {},
  perform: async () => ({ data: Buffer.from([0xff, 0xfe, 0x00]), contentType: "image/png" }),
});

const fail = action({
  display: display("Fail"),
  inputs: { connection: connectionInput, password: input({ label: "Password", type: "password" }) },
  perform: async (context, { connection, password }) => {
    if (password) throw new Error("The server said no to " + password);
    throw new ConnectionError({ key: connection.key, fields: {} }, "The API key " + connection.fields.apiKey + " has expired.");
  },
});

const selectThing = dataSource({
  display: display("Select Thing"),
  dataSourceType: "picklist",
  inputs: {},
  perform: async () => ({ result: [{ key: "1", label: "One" }] }),
});

const newThings = pollingTrigger({
  display: display("New Things"),
  inputs: { failAt: input({ label: "Fail At", type: "string" }) },
  perform: async (context, payload, { failAt }) => {
    const { count = 0 } = context.polling.getState();
    context.polling.setState({ count: count + 1 });
    if (failAt === String(count + 1)) throw new Error("The vendor is down.");
    const created = count === 0 ? [] : [{ id: count }];
    return { payload: { ...payload, body: { data: { created } } }, polledNoChanges: created.length === 0 };
  },
});

const secretive = pollingTrigger({
  display: display("Secretive"),
  inputs: { password: input({ label: "Password", type: "password" }) },
  perform: async (context, payload, { password }) => {
    context.polling.setState({ cursor: "after " + password });
    return { payload: { ...payload, body: { data: [password] } } };
  },
});

const syncThings = batchTrigger({
  display: display("Sync Things"),
  scheduleSupport: "required",
  batchConfig: { batchSize: 2 },
  inputs: { endless: input({ label: "Endless", type: "boolean" }) },
  perform: async (context, { paginationState }, { endless, since }) => {
    const page = paginationState ? paginationState.page : 1;
    const { runs = 0 } = context.polling.getState();
    if (page === 1) context.polling.setState({ runs: runs + 1, since: since === undefined ? "not given" : since });
    const next = endless === "true" ? 2 : page + 1;
    return { items: [{ page, batchSize: context.batch.batchSize }], paginationState: page < 3 || endless === "true" ? { page: next } : null };
  },
  onDeploy: {
    inputs: { since: input({ label: "Since", type: "string", required: true, comments: "The first day" }) },
    perform: async (context, payload, { since }) => {
      context.polling.setState({ runs: 100 });
      return { items: [{ since }] };
    },
  },
});

exports.default = component({
  key: "fixture",
  display: { label: "Fixture", description: "One of everything" },
  connections: [
    connection({
      key: "fixture-key",
      display: { label: "API Key", description: "" },
      inputs: {
        apiKey: { label: "API Key", type: "password", required: true },
        host: { label: "Host", type: "string", required: true, default: "fixture.example" },
      },
    }),
    oauth2Connection({
      key: "fixture-oauth",
      display: { label: "OAuth 2.0", description: "" },
      oauth2Type: OAuth2Type.AuthorizationCode,
      inputs: {
        authorizeUrl: { label: "Authorize URL", type: "string", required: true, default: "https://fixture.example/authorize" },
        tokenUrl: { label: "Token URL", type: "string", required: true, default: "https://fixture.example/token" },
        scopes: { label: "Scopes", type: "string", default: "" },
        clientId: { label: "Client ID", type: "string", required: true },
        clientSecret: { label: "Client Secret", type: "password", required: true },
      },
    }),
  ],
  actions: { echo, deleteThing, clearThings, binary, fail },
  dataSources: { selectThing },
  triggers: { newThings, secretive, syncThings },
});
`;

export interface Workspace {
  folder: string;
  /** Writes a file and gives its path. */
  write(file: string, content: string | Buffer): string;
  remove(): void;
}

/** A folder with the fixture component in its `dist`, for the files of one test suite. */
export const createWorkspace = (): Workspace => {
  const folder = mkdtempSync(join(tmpdir(), "fixture-"));
  const write = (file: string, content: string | Buffer) => {
    const path = join(folder, file);
    mkdirSync(resolve(path, ".."), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  write("dist/fixture/index.js", fixtureSource);
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
