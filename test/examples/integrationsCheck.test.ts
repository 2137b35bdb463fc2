/** The check of integrations refuses what the platform would refuse, or would find out only while a flow runs. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse, stringify } from "yaml";
import { componentsOf } from "../../examples/integrations/check/built";
import { checkIntegration } from "../../examples/integrations/check/index";
import { reference, report, stepOf, ticket } from "./mistakes/broken";
import { form } from "./mistakes/form";
import { parts } from "./mistakes/parts";
import { references } from "./mistakes/references";
import { structure } from "./mistakes/structure";

const components = componentsOf(path.join(__dirname, "../../dist"));
const examples = path.join(__dirname, "../../examples/integrations");

describe("an integration without a mistake", () => {
  test.each([
    ["a webhook flow", ticket],
    ["a polling flow", report],
  ])("passes: %s", async (_name, text) => {
    expect(await checkIntegration(text, components)).toEqual([]);
  });
});

test("a connection that the organization has set up for all integrations is none of the customer's", async () => {
  const definition = parse(report);
  definition.configPages[0].elements.shift();
  definition.requiredConfigVars[0] = {
    key: "TeamViewer Connection",
    dataType: "connection",
    orgOnly: false,
    useScopedConfigVar: "teamviewer-of-all",
  };
  expect(await checkIntegration(stringify(definition), components)).toEqual([]);
});

test.each([...form, ...parts, ...references, ...structure])(
  "$promise is told of, with the place",
  async ({ source = ticket, breakIt, place, reason }) => {
    const definition = parse(source);
    breakIt(definition);
    const findings = await checkIntegration(stringify(definition), components);
    expect(findings).toContainEqual({ place, reason: expect.stringMatching(reason) });
  },
);

test.each([
  ["an action that there is not", "key: onboardUser", "key: onBoardUser"],
  ["code that fails", "const employee = (stepResults.joiner", "const employee = (stepResults.newJoiner"],
  ["text without quotes", 'value: "400"', "value: 400"],
])("%s is told of once, and not again where something builds on it", async (_what, right, wrong) => {
  const text = readFileSync(path.join(examples, "joiner/joiner.yaml"), "utf8");
  expect(text).toContain(right);
  expect(await checkIntegration(text.replace(right, wrong), components)).toHaveLength(1);
});

test.each([
  ["action", "key: onboardUser", "key: onBoardUser", "onboardUser"],
  ["input", "          userRoleId:", "          userRolId:", "userRoleId"],
  ["step", "value: checkJoiner.results.email", "value: chekJoiner.results.email", "checkJoiner"],
  ["field", "value: checkJoiner.results.email", "value: checkJoiner.results.emial", "email"],
  ["step in code", "stepResults.joiner.", "stepResults.joinr.", "joiner"],
  [
    "config variable",
    "value: Group Of All Employees\n              -",
    "value: Group Of All Employee\n              -",
    "Group Of All Employees",
  ],
  [
    "component",
    "key: teamviewer\n            version: LATEST\n        errorConfig",
    "key: teamviwer\n            version: LATEST\n        errorConfig",
    "teamviewer",
  ],
])("a misspelt %s is told of with the one that is meant", async (_what, right, wrong, meant) => {
  const text = readFileSync(path.join(examples, "joiner/joiner.yaml"), "utf8");
  expect(text).toContain(right);
  const reasons = (await checkIntegration(text.replace(right, wrong), components)).map(({ reason }) => reason);
  expect(reasons).toContainEqual(expect.stringContaining(`Did you mean "${meant}"?`));
});

test("of a component or an action of the platform that the check does not know, it says just that", async () => {
  const text = readFileSync(path.join(examples, "joiner/joiner.yaml"), "utf8");
  const component = await checkIntegration(text.replace("key: stop-execution", "key: slack"), components);
  const action = await checkIntegration(text.replace("key: stopExecution", "key: pause"), components);
  expect([...component, ...action].map(({ reason }) => reason)).toEqual([
    'The check does not know the platform\'s component "slack", and can say nothing of it.',
    'The check does not know the action "pause" of the platform\'s component "stop-execution".',
  ]);
});

test("no built component is told of, with what to do", () => {
  expect(() => componentsOf("/nowhere")).toThrow('Run "npm run build"');
});

test("what nobody describes may have every field", async () => {
  const definition = parse(ticket);
  stepOf(definition, "Create Session").inputs.customId = reference("ticket.results.rawBody.data.number");
  expect(await checkIntegration(stringify(definition), components)).toEqual([]);
});

test("YAML that is none is told of", async () => {
  const [finding] = await checkIntegration("flows: [", components);
  expect(finding).toMatchObject({ place: "/", reason: expect.stringContaining("flow") });
});

describe("what a foreign server answers", () => {
  const roles = readFileSync(path.join(examples, "roles-to-server-groups/roles-to-server-groups.yaml"), "utf8");

  test("is what the code after it is tried with", async () => {
    const findings = await checkIntegration(roles, components, { "Read Roles": [] });
    const reason = expect.stringContaining("The website gives no list of members.");
    expect(findings).toContainEqual({ place: "Role Sync › Plan Members", reason });
  });

  test("to a step that asks none is told of", async () => {
    const answers = { "List Members": [], "Read Rolls": [] };
    const findings = await checkIntegration(roles, components, answers);
    const reason = "No step of this name asks a foreign server.";
    expect(findings).toEqual(
      expect.arrayContaining(Object.keys(answers).map((step) => ({ place: `Answer to ${step}`, reason }))),
    );
  });
});
