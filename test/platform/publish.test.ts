/** The real `prism components:publish` with the built components, against a stand-in of the platform. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Component, Input } from "@prismatic-io/spectral/dist/serverTypes";
import published from "../../spec/prismatic-teamviewer.interface.json";
import { type Platform, type Publication, startPlatform } from "./platformApi";
import { components, createWorkspace, type Outcome, type Workspace } from "./workspace";
import { unzip } from "./zip";

const token = "token-of-the-publisher";
const unattended = ["--no-confirm", "--skip-on-signature-match", "--comment", "Nightly build"];

let workspace: Workspace;

beforeAll(() => {
  workspace = createWorkspace();
});

afterAll(() => workspace.remove());

const publish = (platform: Platform, folder: string, accessToken = token) =>
  workspace.run("prism", ["components:publish", ...unattended], folder, {
    PRISMATIC_URL: platform.url,
    PRISM_ACCESS_TOKEN: accessToken,
  });

/** What decides how the designer shows an input and what it accepts. */
const shape = ({ key, type, collection, required, dataSource, model, default: initial }: Input) => ({
  key,
  type,
  collection,
  required,
  dataSource,
  model,
  initial,
});

const shapes = (parts: { key: string; inputs: Input[] }[]) =>
  Object.fromEntries(parts.map(({ key, inputs }) => [key, inputs.map(shape)]));

type SentTrigger = Publication["triggers"][number];

const schedules = (triggers: Pick<SentTrigger, "key" | "scheduleSupport" | "isPollingTrigger">[]) =>
  triggers.map(({ key, scheduleSupport, isPollingTrigger }) => ({ key, scheduleSupport, isPollingTrigger }));

const keys = (parts: { key: string }[]) => parts.map(({ key }) => key);

const examples = (parts: { key: string; examplePayload?: unknown }[]) =>
  Object.fromEntries(parts.map(({ key, examplePayload }) => [key, examplePayload]));

const parsedExamples = (parts: { key: string; examplePayload: string }[]) =>
  examples(parts.map(({ key, examplePayload }) => ({ key, examplePayload: JSON.parse(examplePayload) })));

const part = <Part extends { key: string }>(parts: Part[], key: string): Part => {
  const found = parts.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`${key} was not sent.`);
  return found;
};

/** The bytes of a file are a list of numbers in JSON. */
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

const avatarsOf = ({ connections }: Component) =>
  Object.fromEntries(connections.map(({ key, avatarIconPath = "" }) => [`avatarIconPath-${key}`, avatarIconPath]));

/** By component, for the tests of what only one of them has. */
const sentOf: Record<string, Publication> = {};

describe.each(components)("publishing the built folder of %s", (component) => {
  let folder: string;
  let built: Component;
  let platform: Platform;
  let outcome: Outcome;
  let sent: Publication;

  const file = (name: string) => readFileSync(path.join(folder, name));

  beforeAll(async () => {
    folder = workspace.copyBuild(component, component);
    built = require(path.join(folder, "index.js")).default;
    platform = await startPlatform(token);
    outcome = await publish(platform, folder);
    const [publication] = platform.publications;
    if (!publication) throw new Error(`Nothing was published: ${outcome.stdout}${outcome.stderr}`);
    sent = publication;
    sentOf[component] = publication;
  }, 60_000);

  afterAll(() => platform.close());

  test("succeeds with nobody there to answer a question", () => {
    expect(outcome).toMatchObject({ exitCode: 0, stderr: "" });
    expect(outcome.stdout).toContain(`Successfully submitted ${built.display.label} (v1)`);
    expect(platform.calls.slice(0, 5)).toEqual([
      "query whoami",
      "query component",
      "mutation publishComponent",
      "upload package",
      "upload icon",
    ]);
    const avatars = Object.keys(avatarsOf(built)).map((avatar) => `upload ${avatar}`);
    expect(platform.calls.slice(5).sort()).toEqual(avatars.sort());
    expect(sent.comment).toBe("Nightly build");
  });

  test("introduces the component by key, label, category and icon, private to the organization", () => {
    const { label } = built.display;
    const display = { label, category: "Application Connectors", iconPath: "icon.png" };
    expect(sent.definition).toMatchObject({ key: component, public: false, display });
  });

  test("keeps the type, choices, dropdown and default of each input", () => {
    expect(shapes(sent.actions)).toEqual(shapes(Object.values(built.actions)));
    expect(shapes(sent.dataSources)).toEqual(shapes(Object.values(built.dataSources)));
    expect(shapes(sent.triggers)).toEqual(shapes(Object.values(built.triggers)));
  });

  test("tells of each action whether it may be tried in the designer", () => {
    expect(sent.actions.length).toBeGreaterThan(0);
    expect(sent.actions.filter(({ performSafety }) => !performSafety)).toEqual([]);
  });

  test("sends the example of each action and data source as JSON", () => {
    expect(parsedExamples(sent.actions)).toEqual(asJson(examples(Object.values(built.actions))));
    expect(parsedExamples(sent.dataSources)).toEqual(examples(Object.values(built.dataSources)));
  });

  test("sends the schema of each action's output, as text without references", () => {
    const schemas = (actions: { key: string; outputSchema?: unknown }[]) =>
      actions.map(({ key, outputSchema }) => ({ key, outputSchema }));
    expect(schemas(sent.actions)).toEqual(schemas(Object.values(built.actions)));
    for (const { outputSchema } of sent.actions) {
      expect(outputSchema).toEqual({ type: "actionOutput", schema: expect.not.stringContaining("$ref") });
    }
  });

  test("tells that the example of an action that changes something may be asked for while a flow is designed", () => {
    const notSafe = sent.actions.filter(({ performSafety }) => performSafety !== "SAFE");
    const withExample = sent.actions.filter(({ examplePerformSafety }) => examplePerformSafety === "SAFE");
    expect(keys(withExample)).toEqual(keys(notSafe));
  });

  test("sends its data sources as picklists", () => {
    expect(sent.dataSources.filter(({ dataSourceType }) => dataSourceType !== "picklist")).toEqual([]);
  });

  test("sends how its triggers are scheduled", () => {
    expect(schedules(sent.triggers)).toEqual(schedules(Object.values(built.triggers)));
  });

  test("sends every dropdown that an input refers to", () => {
    const inputs = [...sent.actions, ...sent.dataSources, ...sent.triggers].flatMap((owner) => owner.inputs);
    const dropdowns = inputs.flatMap(({ dataSource }) => dataSource ?? []);
    expect(keys(sent.dataSources)).toEqual(expect.arrayContaining(dropdowns));
  });

  test("uploads a zip with the bundle, the licences in it and the icons, and nothing else", () => {
    const { contentType, body } = platform.uploads.package ?? {};
    expect(contentType).toBe("application/zip");
    const files = unzip(body ?? Buffer.alloc(0));
    const icons = ["icon.png", ...Object.values(avatarsOf(built))];
    expect(Object.keys(files).sort()).toEqual(["THIRD-PARTY-LICENSES.txt", "index.js", ...icons].sort());
    for (const [name, content] of Object.entries(files)) expect(content.equals(file(name))).toBe(true);
  });

  test("uploads a package that node can load once it is unpacked", async () => {
    const unpacked = path.join(workspace.root, `unpacked-${component}`);
    mkdirSync(unpacked);
    const files = unzip(platform.uploads.package?.body ?? Buffer.alloc(0));
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(unpacked, name), content);
    const loaded = await workspace.run(process.execPath, ["-p", 'require("./index.js").default.key'], unpacked);
    expect(loaded).toEqual({ exitCode: 0, stdout: `${sent.definition.key}\n`, stderr: "" });
  });

  test("uploads the icons of the component and its connections unchanged, as PNGs", () => {
    for (const [upload, icon] of Object.entries({ icon: "icon.png", ...avatarsOf(built) })) {
      expect(platform.uploads[upload]?.contentType).toBe("image/png");
      expect(platform.uploads[upload]?.body.equals(file(icon))).toBe(true);
    }
  });

  test("leaves the platform's own button to connect with OAuth 2.0 in place", () => {
    expect(sent.connections.filter(({ iconPath }) => iconPath)).toEqual([]);
  });

  test("does nothing when the same build is published again", async () => {
    const before = platform.calls.length;
    const again = await publish(platform, folder);
    expect(again).toMatchObject({ exitCode: 0, stderr: "" });
    expect(again.stdout).toContain("signatures match");
    expect(platform.calls.slice(before)).toEqual(["query whoami", "query component"]);
  }, 60_000);
});

describe("what is published of TeamViewer", () => {
  let sent: Publication;

  beforeAll(() => {
    sent = sentOf.teamviewer as Publication;
  });

  test("stands under the key, label and category of the published component", () => {
    const { key, label, category } = published.component;
    expect(sent.definition).toMatchObject({ key, display: { label, category } });
  });

  test("offers all 39 actions of the published component, with every input of theirs", () => {
    expect(published.actions).toHaveLength(39);
    for (const { key, inputs } of published.actions) {
      expect(keys(part(sent.actions, key).inputs)).toEqual(expect.arrayContaining(keys(inputs)));
    }
  });

  test("sends an on/off field as a choice that starts blank", () => {
    expect(part(part(sent.actions, "updateUser").inputs, "active")).toMatchObject({
      type: "string",
      default: "",
      model: [{ value: "true" }, { value: "false" }],
    });
  });

  test("tells which actions may be tried in the designer", () => {
    expect(part(sent.actions, "listDevices").performSafety).toBe("SAFE");
    expect(part(sent.actions, "deleteDevice").performSafety).toBe("NOT_ALLOWED");
  });

  test("has schemas of the vendor's description, and dropdowns", () => {
    expect(part(sent.actions, "getPing").outputSchema).toEqual({
      type: "actionOutput",
      schema: '{"type":"object","properties":{"token_valid":{"type":"boolean"}}}',
    });
    expect(part(part(sent.actions, "deleteContact").inputs, "contactId").dataSource).toBe("selectContact");
  });

  test("offers all data sources of the published component", () => {
    expect(keys(sent.dataSources)).toEqual(expect.arrayContaining(keys(published.dataSources)));
  });

  test("sends the OAuth connection with only the client's ID and secret to fill in", () => {
    const { oauth2Type, inputs } = part(sent.connections, "teamviewer-oauth");
    expect(oauth2Type).toBe("authorization_code");
    const [hidden, shown] = [inputs.filter((input) => input.shown === false), inputs.filter((input) => input.shown)];
    expect(Object.fromEntries(hidden.map(({ key, default: initial }) => [key, initial]))).toEqual({
      authorizeUrl: "https://login.teamviewer.com/oauth2/authorize?display=popup",
      tokenUrl: "https://webapi.teamviewer.com/api/v1/oauth2/token",
      scopes: "",
      baseUrl: "https://webapi.teamviewer.com/api/v1",
    });
    expect(shown).toMatchObject([
      { key: "clientId", type: "string", required: true },
      { key: "clientSecret", type: "password", required: true },
    ]);
    expect(inputs).toHaveLength(hidden.length + shown.length);
  });

  test("sends the script token connection with a hidden base URL and no OAuth", () => {
    expect(keys(sent.connections)).toEqual(["teamviewer-oauth", "teamviewer-script-token"]);
    const { oauth2Type, inputs } = part(sent.connections, "teamviewer-script-token");
    expect(oauth2Type).toBeUndefined();
    expect(inputs).toHaveLength(2);
    expect(part(inputs, "token")).toMatchObject({ type: "password", required: true });
    expect(part(inputs, "token").shown).not.toBe(false);
    expect(part(inputs, "baseUrl")).toMatchObject({ shown: false, default: "https://webapi.teamviewer.com/api/v1" });
  });
});

describe("publishing with a token that the platform rejects", () => {
  test("fails, says why, shows no token and leaves the platform as it was", async () => {
    const platform = await startPlatform(token);
    const folder = workspace.copyBuild("refused");
    const outcome = await publish(platform, folder, "token-that-has-expired").finally(() => platform.close());
    expect(outcome.exitCode).toBeGreaterThan(0);
    expect(outcome.stderr).toContain("access token is invalid or has expired");
    expect(outcome.stdout + outcome.stderr).not.toContain("token-that-has-expired");
    expect(platform).toMatchObject({ calls: [], publications: [], uploads: {} });
  }, 60_000);
});
