import { readFileSync } from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "../../..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
export const ticket = read("examples/integrations/support-ticket/support-ticket.yaml");
export const report = read("test/examples/mistakes/reports.yaml");

// biome-ignore lint/suspicious/noExplicitAny: a definition is broken on purpose in ways that no type allows.
export type Definition = any;

export const stepOf = (definition: Definition, name: string): Definition => {
  const found: Definition[] = [];
  const visit = (steps: Definition[] = []) => {
    for (const step of steps) {
      if (step.name === name) found.push(step);
      visit(step.steps);
      for (const branch of step.branches ?? []) visit(branch.steps);
    }
  };
  for (const flow of definition.flows) visit(flow.steps);
  if (!found[0]) throw new Error(`There is no step ${name}.`);
  return found[0];
};

export const varOf = (definition: Definition, key: string): Definition => {
  const found = definition.requiredConfigVars.find((configVar: Definition) => configVar.key === key);
  if (!found) throw new Error(`There is no config variable ${key}.`);
  return found;
};

/** A definition that is broken in one way, and what is to be said of it. */
export interface Broken {
  promise: string;
  source?: string;
  breakIt(definition: Definition): void;
  place: string;
  reason: RegExp;
}

export const value = (text: string) => ({ type: "value", value: text });
export const reference = (text: string) => ({ type: "reference", value: text });
export const configVar = (key: string) => ({ type: "configVar", value: key });
export const created = "Ticket To Session › Create Session";
export const sent = "Reports › Send Report";
export const marked = "Reports › Set Billing State";
