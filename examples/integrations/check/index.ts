import { parseDocument } from "yaml";
import type { Components } from "./components";
import { checkConfigVars, repeated } from "./configVars";
import { exampleOfConfigVar } from "./examples";
import { checkFlow } from "./flow";
import { problemsOfForm } from "./form";
import type { Finding, Integration } from "./format";

/** Examples of what foreign servers answer, by the names of the steps that ask them. */
export type Answers = Readonly<Record<string, unknown>>;

const twice = (flow: string): Finding => ({ place: flow, reason: "Two flows have this name." });

const ofNoStep = (step: string): Finding => ({
  place: `Answer to ${step}`,
  reason: "No step of this name asks a foreign server.",
});

/**
 * What would keep an integration from being imported or from running, each with its place. An empty list says that it is
 * valid by the format's schema, that everything it names exists, and that every reference leads somewhere. `answers` are
 * examples of what foreign servers answer, so that the code of the steps after them can be tried.
 */
export const checkIntegration = async (
  text: string,
  components: Components,
  answers: Answers = {},
): Promise<Finding[]> => {
  const document = parseDocument(text);
  if (document.errors.length > 0) return document.errors.map(({ message }) => ({ place: "/", reason: message }));
  const integration = document.toJS() as Integration;
  const problems = problemsOfForm(integration);
  if (problems.length > 0) return problems;
  const configVars = new Map(integration.requiredConfigVars.map((configVar) => [configVar.key, configVar]));
  const exampleVars = Object.fromEntries(
    [...configVars].map(([key, configVar]) => [key, exampleOfConfigVar(configVar, components)]),
  );
  const asked = new Set<string>();
  const answerTo = (step: string): unknown => {
    asked.add(step);
    return answers[step];
  };
  const flows = await Promise.all(
    integration.flows.map((flow) => checkFlow(flow, { components, configVars, exampleVars, answerTo })),
  );
  const sameNames = repeated(integration.flows.map(({ name }) => name));
  const needless = Object.keys(answers).filter((step) => !asked.has(step));
  return [
    ...checkConfigVars(integration, components),
    ...sameNames.map(twice),
    ...flows.flat(),
    ...needless.map(ofNoStep),
  ];
};
