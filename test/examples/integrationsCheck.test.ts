/** The check of integrations refuses what the platform would refuse, or would find out only while a flow runs. */
import path from "node:path";
import { parse, stringify } from "yaml";
import { componentsOf } from "../../examples/integrations/check/built";
import { checkIntegration } from "../../examples/integrations/check/index";
import { report, ticket } from "./mistakes/broken";
import { form } from "./mistakes/form";
import { parts } from "./mistakes/parts";
import { references } from "./mistakes/references";

const components = componentsOf(path.join(__dirname, "../../dist"));

describe("an integration without a mistake", () => {
  test.each([
    ["a webhook flow", ticket],
    ["a polling flow", report],
  ])("passes: %s", async (_name, text) => {
    expect(await checkIntegration(text, components)).toEqual([]);
  });
});

test.each([...form, ...parts, ...references])(
  "$promise is told of, with the place",
  async ({ source = ticket, breakIt, place, reason }) => {
    const definition = parse(source);
    breakIt(definition);
    const findings = await checkIntegration(stringify(definition), components);
    expect(findings).toContainEqual({ place, reason: expect.stringMatching(reason) });
  },
);

test("YAML that is none is told of", async () => {
  const [finding] = await checkIntegration("flows: [", components);
  expect(finding).toMatchObject({ place: "/", reason: expect.stringContaining("flow") });
});
