import {
  type Action,
  builtComponents,
  type Component,
  type Connection,
  type DataSource,
  loadComponent,
  type Trigger,
} from "../../../cli/component";
import type { Catalogue, CatalogueEntry, Part, TriggerPart } from "./catalogue";
import { platformComponents } from "./platformComponents";

const mapped = <From, To>(parts: Record<string, From>, convert: (part: From) => To): Record<string, To> =>
  Object.fromEntries(Object.keys(parts).map((key) => [key, convert(parts[key] as From)]));

const parsedSchema = ({ outputSchema }: Action) =>
  outputSchema?.type === "actionOutput" ? JSON.parse(outputSchema.schema) : undefined;

const action = (built: Action): Part => ({
  inputs: built.inputs,
  output: { schema: parsedSchema(built), example: built.examplePayload?.data },
});

const dataSource = ({ inputs, examplePayload }: DataSource): Part => ({
  inputs,
  output: { example: examplePayload?.result },
});

type BuiltTrigger = Trigger & Pick<TriggerPart, "scheduleSupport" | "synchronousResponseSupport">;

const trigger = (built: Trigger): TriggerPart => {
  const { inputs, examplePayload, scheduleSupport, synchronousResponseSupport } = built as BuiltTrigger;
  const items = built.resolveTriggerItems as ((context: unknown, result: unknown) => unknown[]) | undefined;
  return {
    inputs,
    output: { example: examplePayload?.payload },
    scheduleSupport,
    synchronousResponseSupport,
    batches: built.triggerResolverSupport ?? "invalid",
    exampleItems: items?.({}, examplePayload),
    takesAnyBody: false,
  };
};

const catalogued = ({ actions, triggers, dataSources, connections }: Component): CatalogueEntry => ({
  isPublic: false,
  actions: mapped(actions, action),
  triggers: mapped(triggers, trigger),
  dataSources: mapped(dataSources, dataSource),
  connections: Object.fromEntries(connections.map((connection: Connection) => [connection.key, connection])),
});

/** The components that are built in `dist`, with those of the platform. */
export const catalogueOf = (dist: string): Catalogue => ({
  ...platformComponents,
  ...Object.fromEntries(builtComponents(dist).map((key) => [key, catalogued(loadComponent(dist, key))])),
});
