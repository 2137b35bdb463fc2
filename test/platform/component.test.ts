/** How a component is put together from its families: all of them, and without any one of them. */
import { action, component, dataSource, input, structuredObjectInput } from "@prismatic-io/spectral";
import { safeError } from "../../src/http/errors";
import { componentOf, type Family } from "../../src/platform/component";
import { withOutputSchema } from "../../src/platform/outputSchema";
import { connections } from "../../src/teamviewer/connections";
import * as families from "../../src/teamviewer/resources";
import * as triggers from "../../src/teamviewer/triggers";

const described = {
  key: "teamviewer",
  public: false,
  display: { label: "TeamViewer", description: "Example", iconPath: "icon.png" },
  hooks: { error: safeError },
  connections,
};

type Built = ReturnType<typeof componentOf>;

const merged = (kind: keyof Family) => Object.assign({}, ...Object.values<Family>(families).map((each) => each[kind]));

test("its parts are what spectral would have made of them", () => {
  const own = component({
    ...described,
    actions: merged("actions"),
    dataSources: merged("dataSources"),
    triggers,
  } as never) as unknown as Built;
  const built = componentOf({ ...described, families, triggers });
  const comparable = (part: object) =>
    JSON.parse(JSON.stringify(part, (_, value) => (typeof value === "function" ? "function" : value)));
  for (const kind of ["actions", "dataSources", "triggers"] as const) {
    for (const [key, { outputSchema, ...part }] of Object.entries<{ outputSchema?: unknown }>(built[kind] as never)) {
      expect([key, comparable(part)]).toEqual([key, comparable(own[kind][key] ?? {})]);
    }
    expect(Object.keys(built[kind])).toEqual(Object.keys(own[kind]));
  }
  expect(comparable(built.connections)).toEqual(comparable(own.connections));
});

const withoutFamily = (left: string): Built =>
  componentOf({
    ...described,
    families: Object.fromEntries(Object.entries<Family>(families).filter(([name]) => name !== left)),
    triggers,
  });

interface Field {
  key: string;
  dataSource?: string;
  inputs?: Field[];
}

const dropdownsOf = (fields: Field[]): string[] =>
  fields.flatMap(({ dataSource, inputs = [] }) => [...(dataSource ? [dataSource] : []), ...dropdownsOf(inputs)]);

test.each(Object.keys(families))("without %s it is whole: no input names a dropdown that is not there", (left) => {
  const { actions, dataSources, triggers: own } = withoutFamily(left);
  const gone = Object.keys({ ...(families as Record<string, Family>)[left]?.actions });
  expect(gone.filter((key) => key in actions)).toEqual([]);
  const named = [actions, dataSources, own]
    .flatMap((parts) => Object.values<{ inputs: Field[] }>(parts as never))
    .flatMap(({ inputs }) => dropdownsOf(inputs));
  expect([...new Set(named)].filter((key) => !(key in dataSources))).toEqual([]);
});

describe("an input", () => {
  const groupId = input({ label: "Group ID", type: "string", dataSource: "selectGroup" });
  const pick = dataSource({
    display: { label: "Select Group", description: "Pick one." },
    dataSourceType: "picklist",
    inputs: {},
    perform: async () => ({ result: [] }),
  });
  const move = withOutputSchema(
    action({
      display: { label: "Move", description: "Move it." },
      inputs: { groupId, target: structuredObjectInput({ label: "Target", inputs: { groupId } }) },
      perform: async () => ({ data: {} }),
    }),
    () => "{}",
  );

  const fieldsOf = (own: Record<string, Family>) =>
    componentOf({ ...described, families: own, triggers: {} } as never).actions.move?.inputs as Field[];

  test("keeps the dropdown of a family that is there, also within an object", () => {
    const fields = fieldsOf({ moves: { actions: { move } as never }, groups: { dataSources: { selectGroup: pick } } });
    expect(dropdownsOf(fields)).toEqual(["selectGroup", "selectGroup"]);
  });

  test("loses that of a family that was taken out, and stays", () => {
    const fields = fieldsOf({ moves: { actions: { move } as never } });
    expect(dropdownsOf(fields)).toEqual([]);
    expect(fields.map(({ key }) => key)).toEqual(["groupId", "target"]);
  });
});

test("two families that claim one key stop the component from loading", () => {
  const { api } = families;
  expect(() => componentOf({ ...described, families: { api, again: api }, triggers })).toThrow(
    'The key "getPing" is claimed twice.',
  );
});
