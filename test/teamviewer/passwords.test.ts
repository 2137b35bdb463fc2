/** What an input of type `password` holds reaches no log and no error, under whatever name it is sent. */
import { connections, passwordsOf } from "../../src/teamviewer/connections";
import { closeServers, connectionFor, serve } from "../support/client";
import { component, runLogged } from "../support/component";
import { actionKeys, inputsOf, requiredInputs, withFields } from "../support/inputs";
import type { Reply } from "../support/server";

afterAll(closeServers);

/** With characters that look different in a URL, in JSON and in base64. */
const password = 'kenn+wort/4711="x';

const forms = [
  password,
  encodeURIComponent(password),
  encodeURIComponent(password).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  JSON.stringify(password).slice(1, -1),
  password.replace(/[+"]/g, (character) => `\\u00${character.charCodeAt(0).toString(16).toUpperCase()}`),
  Buffer.from(password).toString("base64"),
];

/** Answers with the worst that a vendor's error can tell. */
const echo: Reply = (_request, response) => {
  const told = `not taken: ${forms.join(" ")}`;
  response.writeHead(400, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: told, error_description: told, error_signature: told }));
};

const passwordInputs = actionKeys.flatMap((action) =>
  inputsOf(action)
    .filter(({ type }) => type === "password")
    .map(({ key }) => [action, key] as const),
);

/** All that a person can see of an action that the vendor refuses. */
const shownOf = async (action: string, inputs: object) => {
  const server = await serve(echo);
  const { error, lines } = await runLogged(action, connectionFor(server), inputs, true);
  const sent = server.received.map(({ url, body }) => url + body).join();
  return { sent, shown: [...lines.map(({ text }) => text), String(error), JSON.stringify({ ...error })].join("\n") };
};

test.each(passwordInputs)("%s hides its input %s by the type of the input", async (action, key) => {
  const others = key === "oldpassword" ? { password: "another-one" } : { oldpassword: "another-one" };
  const own = inputsOf(action).some((input) => input.key in others) ? others : {};
  const { sent, shown } = await shownOf(action, { ...requiredInputs(action), ...own, [key]: password });
  expect(sent).toContain(JSON.stringify(password));
  expect(shown).toContain("not taken: [redacted]");
  for (const form of forms) expect(shown).not.toContain(form);
});

test("there are such inputs, the SSO Customer ID among them", () => {
  expect(passwordInputs.length).toBeGreaterThan(8);
  expect(passwordInputs).toContainEqual(["updateUser", "sso_customer_id"]);
});

test.each(connections.flatMap(({ key, inputs }) => Object.entries(inputs).map((entry) => [key, ...entry] as const)))(
  "the connection %s hides its field %s if it is of type password",
  async (key, field, { type }) => {
    const connection = { key, configVarKey: "TeamViewer", fields: { [field]: password } };
    const hidden = passwordsOf(connection);
    expect(hidden).toEqual(type === "password" ? [password] : []);
  },
);

test("no trigger takes a password, which it would not hide", () => {
  const others = Object.values(component.triggers);
  expect(others.flatMap(({ inputs }) => withFields(inputs).filter(({ type }) => type === "password"))).toEqual([]);
});
