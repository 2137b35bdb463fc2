/** Copied triggers and data sources in a code-native integration, as spectral builds it for the platform. */
import { configPage, connectionConfigVar, dataSourceConfigVar, flow, integration } from "@prismatic-io/spectral";
import { parse } from "yaml";
import { type DataSource, loadComponent, type Trigger } from "../../engine/component";
import type { Copies, Values } from "../../workbench/api";
import { dist } from "./copied";
import { useWorkbench } from "./fixture";
import { fieldsOf, samplesOf } from "./samples";

const page = useWorkbench();
const { connections, dataSources, triggers } = loadComponent(dist, "teamviewer");

type Part = Pick<Trigger | DataSource, "key" | "inputs"> & { dataSourceType?: string };

/** What spectral's generator writes of a part. */
const manifested = (parts: readonly Part[]) =>
  Object.fromEntries(
    parts.map(({ key, inputs, dataSourceType }) => {
      const entries = inputs.map(({ key: name, type, collection, required, default: initial }) => [
        name,
        { inputType: type, collection, required, default: initial },
      ]);
      return [key, { key, dataSourceType, perform: async () => undefined, inputs: Object.fromEntries(entries) }];
    }),
  );

const manifest = {
  key: "teamviewer",
  public: false,
  signature: null,
  actions: {},
  triggers: manifested(Object.values(triggers)),
  dataSources: manifested(Object.values(dataSources)),
  connections: manifested(connections),
};

interface Copy {
  key: string;
  values: Values;
  code: string;
}

const copyOf = async ({ key }: Part): Promise<Copy> => {
  const values = samplesOf(fieldsOf(await page.detail("teamviewer", key)));
  const { codeNative }: Copies = await page.copy("teamviewer", key, values);
  return { key, values, code: codeNative };
};

const connectionVar = {
  stableKey: "teamviewer-connection",
  dataType: "connection",
  connection: { component: "teamviewer", key: "teamviewer-script-token", values: {} },
};

const built = (copiedTriggers: readonly Copy[], copiedSources: readonly Copy[]) => {
  const variables = copiedSources.map(({ key, code }) => [
    key,
    new Function("dataSourceConfigVar", `return ${code}`)(dataSourceConfigVar),
  ]);
  const elements = {
    "TeamViewer Connection": connectionConfigVar(connectionVar as never),
    ...Object.fromEntries(variables),
  };
  const flows = copiedTriggers.map(({ key, code }) => {
    const fields = new Function(`return { ${code} }`)();
    return flow({ name: key, stableKey: key, description: "", ...fields, onExecution: async () => ({ data: null }) });
  });
  const definition = { name: "Copies", componentRegistry: { teamviewer: manifest }, flows };
  const { codeNativeIntegrationYAML } = integration({
    ...definition,
    configPages: { Page: configPage({ elements }) },
  } as never) as unknown as { codeNativeIntegrationYAML: string };
  return parse(codeNativeIntegrationYAML);
};

const connection = { type: "configVar", value: "TeamViewer Connection" };

const inputOf = (value: unknown) =>
  Array.isArray(value)
    ? { type: "complex", value: value.map((item) => ({ type: "value", value: item })) }
    : { type: "value", value };

const given = (values: Values) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, expect.objectContaining(inputOf(value))]));

test("say what the form says", async () => {
  const copiedTriggers = await Promise.all(Object.values(triggers).map(copyOf));
  const copiedSources = await Promise.all(Object.values(dataSources).map(copyOf));
  const { flows, requiredConfigVars } = built(copiedTriggers, copiedSources);

  expect(flows).toHaveLength(13);
  for (const [index, { key, values }] of copiedTriggers.entries()) {
    const [{ action, inputs, schedule }] = flows[index].steps;
    expect([action.component.key, action.key]).toEqual(["teamviewer", key]);
    expect(inputs).toMatchObject({ connection, ...given(values) });
    expect(schedule).toMatchObject({ type: "value", value: "*/5 * * * *" });
  }
  expect(requiredConfigVars).toHaveLength(copiedSources.length + 1);
  for (const { key, values } of copiedSources) {
    const variable = requiredConfigVars.find((each: { key: string }) => each.key === key);
    expect(variable).toMatchObject({
      dataType: "picklist",
      dataSource: { key },
      inputs: { connection, ...given(values) },
    });
  }
});
