import { loadComponent } from "../../engine/component";
import { openSandbox, readConnection } from "../../engine/connection";
import { createSecrets } from "../../src/http/redact";
import { createWorkspace } from "./fixture";

const workspace = createWorkspace();
afterAll(workspace.remove);
const fixture = loadComponent(`${workspace.folder}/dist`, "fixture");

const readText = (text: string, options = {}, secrets = createSecrets()) =>
  readConnection(fixture, text, "connection.json", secrets, options);
const read = (value: unknown, options = {}, secrets?: ReturnType<typeof createSecrets>) =>
  readText(JSON.stringify(value), options, secrets);

describe("a connection", () => {
  test("has the defaults of its form where a field is not given", () => {
    const { value, source } = read({ key: "fixture-key", fields: { apiKey: "abc" } });
    expect(value).toEqual({
      key: "fixture-key",
      configVarKey: "API Key",
      fields: { apiKey: "abc", host: "fixture.example" },
    });
    expect(source).toBe("connection.json");
  });

  test("without a key is the OAuth connection if it has a token, else the only one whose fields it has", () => {
    const fields = { clientId: "id", clientSecret: "secret" };
    expect(read({ token: { access_token: "abc" }, fields }).value.key).toBe("fixture-oauth");
    expect(read({ fields: { apiKey: "abc" } }).value.key).toBe("fixture-key");
    expect(() => read({ fields: {} })).toThrow(
      'does not say which one it is. Add "key": one of "fixture-key", "fixture-oauth".',
    );
  });

  test("may begin with the mark that some editors write", () => {
    expect(readText('\uFEFF{"fields": {"apiKey": "abc"}}').value.fields).toMatchObject({ apiKey: "abc" });
  });

  test("teaches what is secret: passwords, tokens and fields that the form does not have", () => {
    const secrets = createSecrets();
    const fields = { clientId: "the-id", clientSecret: "the-secret", extra: "the-extra" };
    const token = { access_token: "the-access", refresh_token: "the-refresh", token_type: "bearer", expires_in: 3600 };
    read({ fields, token }, { tolerant: true }, secrets);
    expect(secrets.redact("the-id the-secret the-extra the-access the-refresh bearer 3600")).toBe(
      "the-id [redacted] [redacted] [redacted] [redacted] bearer 3600",
    );
  });
});

describe("what is wrong with a connection is said, without a word of its values:", () => {
  test.each([
    ["nothing", " \n", "The connection in connection.json is empty."],
    [
      "broken JSON",
      '{\n  "fields": {"apiKey": hunter22}\n}',
      "The connection in connection.json is not valid JSON: look at line 2, column 24.",
    ],
    ["a list", '["hunter22"]', "The connection in connection.json is a list. It is JSON of the form"],
    ["a text", '"hunter22"', "The connection in connection.json is a text."],
    ["fields that are none", '{"fields": "hunter22"}', '"fields" is a text; it is an object.'],
    [
      "a token that is none",
      '{"token": "hunter22"}',
      '"token" is a text; it is the object that OAuth 2.0 gives: {"access_token": "…"}. The fields of the connection\'s form stand in "fields".',
    ],
    [
      "a key of another component",
      '{"key": "hunter22"}',
      'Fixture has no connection with this "key". It is one of "fixture-key", "fixture-oauth".',
    ],
    [
      "a misspelt property",
      '{"feilds": {"apiKey": "hunter22"}}',
      'there is no "feilds" beside "key" and "fields". Did you mean "fields"?',
    ],
    [
      "a field in the wrong place",
      '{"apiKey": "hunter22"}',
      'there is no "apiKey" beside "key" and "fields". It belongs into "fields".',
    ],
    [
      "a misspelt field",
      '{"key": "fixture-key", "fields": {"apikye": "hunter22"}}',
      'The connection in connection.json has an unknown field "apikye". Did you mean "apiKey"? The fields are "apiKey", "host".',
    ],
    [
      "a field that is no text",
      '{"fields": {"apiKey": {"value": "hunter22"}}}',
      'The field "apiKey" of the connection in connection.json is an object; it takes a text.',
    ],
  ])("%s", (_what, text, message) => {
    const failure = (() => {
      try {
        return String(readText(text));
      } catch (error) {
        return (error as Error).message;
      }
    })();
    expect(failure).toContain(message);
    expect(failure).not.toContain("hunter22");
  });
});

test("a component without a sandbox needs a connection", async () => {
  await expect(openSandbox(fixture, { company: false }, createSecrets())).rejects.toThrow(
    "Give a connection file, or set PRISMATIC_CONNECTION_VALUE.",
  );
});
