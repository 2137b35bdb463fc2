import {
  type Action,
  type Component,
  type Connection,
  type DataSource,
  loadComponent,
  requireComponents,
  type Trigger,
} from "../../../engine/component";
import type { ComponentParts, Components, Part, TriggerPart } from "./components";
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

const partsOf = ({ actions, triggers, dataSources, connections }: Component): ComponentParts => ({
  isPublic: false,
  actions: mapped(actions, action),
  triggers: mapped(triggers, trigger),
  dataSources: mapped(dataSources, dataSource),
  connections: Object.fromEntries(connections.map((connection: Connection) => [connection.key, connection])),
});

/** The components that are built in `dist`, with those of the platform. Throws a `UsageError` when none is built. */
export const componentsOf = (dist: string): Components => ({
  ...platformComponents,
  ...Object.fromEntries(requireComponents(dist).map((key) => [key, partsOf(loadComponent(dist, key))])),
});
