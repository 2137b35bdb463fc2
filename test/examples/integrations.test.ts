/** Every integration of `examples/integrations` is what the platform imports, and says what is there to be said. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { componentsOf } from "../../examples/integrations/check/built";
import { answersBeside, exampleFiles } from "../../examples/integrations/check/files";
import type { Flow, Integration, Step } from "../../examples/integrations/check/format";
import { checkIntegration } from "../../examples/integrations/check/index";

const root = path.join(__dirname, "../..");
const components = componentsOf(path.join(root, "dist"));
const examples = exampleFiles().map((file) => [path.relative(root, file), file] as const);

test("there are examples", () => expect(examples).not.toEqual([]));

const stepNames = (steps: readonly Step[]): string[] =>
  steps.flatMap(({ name, steps: inside = [], branches = [] }) => [
    name,
    ...stepNames(inside),
    ...branches.flatMap((branch) => stepNames(branch.steps)),
  ]);

const headings = ["Needs", "Config pages", "Steps", "Import", "Adapt", "Costs"];

describe.each(examples)("%s", (_name, file) => {
  const text = readFileSync(file, "utf8");
  const page = path.join(path.dirname(file), "README.md");

  test("is valid, names only what exists, gives every required input, and refers only to what ran before", async () => {
    expect(await checkIntegration(text, components, answersBeside(file))).toEqual([]);
  });

  test("lies in a folder of its own name, beside a page of the form that all have", () => {
    expect(path.basename(file, ".yaml")).toBe(path.basename(path.dirname(file)));
    expect(existsSync(page)).toBe(true);
    const found = [...readFileSync(page, "utf8").matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(found).toEqual(headings);
  });

  test("has a page whose diagram shows every step, and none that there is not", () => {
    const [, diagram = ""] = /```mermaid\n(.*?)```/s.exec(readFileSync(page, "utf8")) ?? [];
    const shown = [...diagram.matchAll(/"(.+?)(?:<br\/>.*?)?"/g)].map(([, name]) => name);
    const { flows } = parse(text) as { flows: Flow[] };
    const names = flows.flatMap(({ name, steps }) => [name, ...stepNames(steps)]);
    const steps = flows.flatMap((flow) => stepNames(flow.steps));
    expect(steps.filter((name) => !shown.includes(name))).toEqual([]);
    expect(shown.filter((name) => name !== "end" && !names.includes(name ?? ""))).toEqual([]);
  });

  test("has a page that names every config page, in its order", () => {
    const table = readFileSync(page, "utf8").split("## Config pages")[1]?.split("\n## ")[0] ?? "";
    const named = [...table.matchAll(/^\| (.+?) \|/gm)].map(([, name]) => name);
    const { configPages } = parse(text) as Integration;
    expect(named).toEqual(["page", ...configPages.map(({ name }) => name)]);
  });
});
