/** A call as a step of an integration, and as code of one. */
import { parse, stringify } from "yaml";
import { loadComponent } from "../../engine/component";
import { componentsOf } from "../../examples/integrations/check/built";
import { checkIntegration } from "../../examples/integrations/check/index";
import type { EntryDetail, Values } from "../../workbench/api";
import { type Copied, dist, fieldOf, passwordsOf, saidValues, useCopies } from "./copied";
import { useWorkbench } from "./fixture";
import { oddTexts } from "./samples";

const all = useCopies(useWorkbench());

describe("the YAML step", () => {
  const components = componentsOf(dist);
  const reference = (key: string, component: string, isPublic = true) => ({
    key,
    component: { key: component, isPublic, version: "LATEST" },
  });
  const ending = {
    name: "End",
    description: "Ends the flow.",
    action: reference("stopExecution", "stop-execution"),
    inputs: { statusCode: { type: "value", value: "200" } },
  };
  const webhook = {
    name: "Called",
    description: "Begins the flow.",
    isTrigger: true,
    action: reference("webhook", "webhook-triggers"),
    inputs: {},
  };
  const schemas = {
    invoke: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "Nothing",
      type: "object",
      properties: {},
    },
  };
  const flowOf = (name: string, steps: unknown[], more = {}) => ({
    name,
    description: "Of the copies.",
    isSynchronous: false,
    steps,
    ...more,
  });

  const itemOf = ({ copies }: Copied) => {
    const [item, ...others] = parse(copies.yamlStep);
    expect(others).toEqual([]);
    return item;
  };

  /** An integration of the steps of a component, with the config variables that they name. */
  const integrationOf = (component: string) => {
    const { display, connections, triggers } = loadComponent(dist, component);
    const own = all.copied.filter((each) => each.component === component);
    const of = (kind: string) => own.filter(({ entry }) => entry.kind === kind);
    const batched = (key: string) => triggers[key]?.triggerResolverSupport === "required";
    const flows = [
      flowOf("Actions", [webhook, ...of("action").map(itemOf)], { schemas }),
      ...of("trigger").map((each) => {
        const resolver = { triggerResolver: { batchSize: 10, enabled: true } };
        return flowOf(each.entry.key, [itemOf(each), ending], batched(each.entry.key) ? resolver : {});
      }),
    ];
    const connectionVar = {
      key: `${display.label} Connection`,
      description: "Of the copies.",
      dataType: "connection",
      connection: reference(connections[0]?.key ?? "", component, false),
    };
    const labels = new Set(own.flatMap(({ entry }) => passwordsOf(entry)).map(({ label }) => label));
    const passwords = [...labels].map((key) => ({ key, description: "Of the copies.", dataType: "string" }));
    const requiredConfigVars = [connectionVar, ...passwords, ...of("data source").map(itemOf)];
    return {
      definitionVersion: 7,
      name: "Copies",
      description: "Of the copies.",
      documentation: "Of the copies.",
      endpointType: "flow_specific",
      configPages: [
        { name: "All", elements: requiredConfigVars.map(({ key }) => ({ type: "configVar", value: key })) },
      ],
      requiredConfigVars,
      flows,
    };
  };

  /** A dropdown's record is chosen by the customer in a real integration; a copy has the one that was tried. */
  const isAboutChosenRecord = (reason: string) => reason.includes("The ID of a record is a config variable");
  /** The copy of a data source is a config variable that no step has been given yet. */
  const isNotUsedYet = (reason: string) => reason === "It is not used.";

  test.each(["teamviewer", "realvnc", "tsmanage"])(
    "is one that an integration can hold, of every entry of %s: the format and all names are right",
    async (component) => {
      const findings = await checkIntegration(stringify(integrationOf(component)), components);
      const wrong = findings.filter(({ reason }) => !isAboutChosenRecord(reason) && !isNotUsedYet(reason));
      expect(wrong).toEqual([]);
    },
  );

  test("holds the values of the form as texts, with every reader of YAML", () => {
    for (const each of all.copied) {
      const said = Object.entries(saidValues(each)).filter(
        ([key]) => !passwordsOf(each.entry).some((field) => field.key === key),
      );
      for (const version of ["1.1", "1.2"] as const) {
        const [{ inputs }] = parse(each.copies.yamlStep, { version });
        for (const [key, value] of said) expect(yamlValue(inputs[key])).toEqual(textsOf(value));
      }
    }
  });

  const textsOf = (value: unknown): unknown => {
    if (Array.isArray(value)) return value;
    return typeof value === "string" ? value : JSON.stringify(value);
  };
  const yamlValue = ({ value }: { value: unknown }): unknown =>
    Array.isArray(value)
      ? value.map((item) => (item.name ? { key: item.name.value, value: item.value } : item.value))
      : value;
});

describe("the code-native call", () => {
  interface Called {
    component: string;
    key: string;
    params: Values;
  }

  /** What the code calls, with every config variable told by its name. */
  const evaluate = async (code: string): Promise<Called | Values> => {
    const named = (path: string): unknown => new Proxy({}, { get: (_target, name) => `${path}${String(name)}` });
    const components = new Proxy(
      {},
      {
        get: (_target, component: string) =>
          new Proxy({}, { get: (_inner, key: string) => async (params: Values) => ({ component, key, params }) }),
      },
    );
    const body = code.startsWith("await")
      ? `return ${code}`
      : `return ${code.startsWith("onTrigger") ? `{ ${code} }` : code}`;
    const run = new Function("context", "dataSourceConfigVar", `return (async () => { ${body} })()`);
    return run({ components, configVars: named("config variable ") }, (definition: Values) => definition);
  };

  const typed = (entry: EntryDetail, values: Values): Values =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => {
        const field = fieldOf(entry, key);
        if (field?.type === "password") return [key, `config variable ${field.label}`];
        return [key, field?.type === "boolean" ? value === "true" : value];
      }),
    );

  test("calls the action with what the form says, of every action", async () => {
    for (const each of all.copied.filter(({ entry }) => entry.kind === "action")) {
      const called = await evaluate(each.copies.codeNative);
      const { connection, ...params } = (called as Called).params;
      expect(called).toMatchObject({ component: each.component, key: each.entry.key });
      expect(connection).toMatch(/^config variable (TeamViewer|RealVNC Connect|TSManage) Connection$/);
      expect(params).toEqual(typed(each.entry, saidValues(each)));
    }
  });

  test("names the trigger, with a schedule, and the data source, with what fills each input", async () => {
    const others = all.copied.filter(({ entry }) => entry.kind !== "action");
    expect(others.length).toBeGreaterThan(50);
    for (const each of others) {
      const definition = (await evaluate(each.copies.codeNative)) as Record<string, { [field: string]: unknown }>;
      const reference = definition.onTrigger ?? definition.dataSource ?? {};
      const { connection, ...values } = reference.values as Record<string, Values>;
      expect(reference).toMatchObject({ component: each.component, key: each.entry.key });
      expect(connection?.configVar).toMatch(/ Connection$/);
      const given = Object.entries(values).map(([key, { value }]) => [key, value]);
      expect(Object.fromEntries(given)).toEqual(typed(each.entry, saidValues(each)));
      expect(definition.schedule?.value).toBe(each.entry.kind === "trigger" ? "*/5 * * * *" : undefined);
    }
  });
});

test("no copy holds a password that was typed", () => {
  const withPassword = all.copied.filter(({ entry }) => passwordsOf(entry).length > 0);
  expect(withPassword.length).toBeGreaterThan(5);
  expect(JSON.stringify(withPassword.map(({ copies }) => copies))).not.toContain("typed once");
});

test("odd texts are in the samples of this file", () => {
  const samples = JSON.stringify(all.copied.map(({ values }) => values));
  for (const text of oddTexts) expect(samples).toContain(JSON.stringify(text));
});
