/** A component put together from families of resources, each of which can be taken out. */
import { type ComponentDefinition, component, type Inputs } from "@prismatic-io/spectral";
import { lazily } from "./lazily";
import { merge } from "./merge";
import { attachOutputSchema } from "./outputSchema";

interface Definition {
  inputs?: Inputs;
}

type Definitions = Record<string, Definition>;

/** What the module of a family exports. */
export interface Family {
  actions?: Definitions;
  dataSources?: Definitions;
}

type AnyDefinition = ComponentDefinition<boolean, string>;

type Parts = Pick<AnyDefinition, "actions" | "dataSources" | "triggers">;

type Converted = ReturnType<typeof component>;

type Described = Omit<AnyDefinition, keyof Parts> & { families: Record<string, Family>; triggers: Definitions };

/** The inputs without the dropdowns of a family that is not there: the field stays, and is filled in by hand. */
const withKnownDropdowns = (inputs: Inputs, known: object): Inputs =>
  Object.fromEntries(
    Object.entries(inputs).map(([key, field]) => {
      if (field.type === "structuredObject") {
        return [key, { ...field, inputs: withKnownDropdowns(field.inputs, known) as never }];
      }
      const { dataSource, ...rest } = field as { dataSource?: string };
      return [key, dataSource === undefined || Object.hasOwn(known, dataSource) ? field : (rest as typeof field)];
    }),
  );

type Finders = Record<string, () => Definition>;

/** How each definition is got, by its key: listing the keys must not evaluate what is behind them (`build/later.js`). */
const findersOf = (definitions: Definitions = {}): Finders =>
  Object.fromEntries(Object.keys(definitions).map((key) => [key, () => definitions[key] as Definition]));

/**
 * As spectral's `component`, which converts every action of a component each time that it is loaded, in time that grows
 * with the square of their number. An execution runs one: here each part is converted when it is first asked for. Throws
 * when two families claim one key.
 */
export const componentOf = ({ families, triggers, ...described }: Described) => {
  const all = Object.values(families);
  const actions = merge(...all.map((family) => findersOf(family.actions))) as Finders;
  const dataSources = merge(...all.map((family) => findersOf(family.dataSources))) as Finders;

  const convert = <Kind extends keyof Parts>(kind: Kind, key: string, definition: Definition) => {
    const inputs = withKnownDropdowns(definition.inputs ?? {}, dataSources);
    const parts = { connections: [], [kind]: { [key]: { ...definition, inputs } } };
    return component({ ...described, ...parts } as AnyDefinition)[kind][key] as NonNullable<Converted[Kind][string]>;
  };

  const converted = <Kind extends keyof Parts>(kind: Kind, finders: Finders) =>
    lazily(finders, (key, find) => convert(kind, key, find()));

  return {
    ...component(described as AnyDefinition),
    actions: lazily(actions, (key, find) => attachOutputSchema(convert("actions", key, find()), find())),
    dataSources: converted("dataSources", dataSources),
    triggers: converted("triggers", findersOf(triggers)),
  };
};
