import type { Input } from "../../../engine/component";
import { suggestion } from "../../../engine/suggest";
import type { PartReference } from "./format";
import type { Output } from "./output";

/** What an integration can name of a component. */
export interface Part {
  inputs: Input[];
  output: Output;
}

export interface TriggerPart extends Part {
  scheduleSupport: "invalid" | "valid" | "required";
  synchronousResponseSupport: "invalid" | "valid" | "required";
  batches: "invalid" | "valid" | "required";
  /** The items that a batched flow gets of the example. */
  exampleItems?: unknown[];
  /** The body is whatever the caller sends, so that the flow has to describe it. */
  takesAnyBody: boolean;
}

export interface ComponentParts {
  isPublic: boolean;
  actions: Record<string, Part>;
  triggers: Record<string, TriggerPart>;
  dataSources: Record<string, Part>;
  connections: Record<string, { inputs: Input[] }>;
}

/** The components that integrations may be made of, by key. */
export type Components = Record<string, ComponentParts>;

type Kind = "actions" | "triggers" | "dataSources" | "connections";

const kindNames: Record<Kind, string> = {
  actions: "action",
  triggers: "trigger",
  dataSources: "data source",
  connections: "connection",
};

type ComponentReference = PartReference["component"];

const unknownComponent = ({ isPublic, key }: ComponentReference, keys: string[]): string =>
  isPublic
    ? `The check does not know the platform's component "${key}", and can say nothing of it.${suggestion(key, keys)}`
    : `There is no component "${key}".${suggestion(key, keys)}`;

const unknownPart = ({ isPublic, key }: ComponentReference, kind: string, part: string, parts: string[]): string =>
  isPublic
    ? `The check does not know the ${kind} "${part}" of the platform's component "${key}".${suggestion(part, parts)}`
    : `The component "${key}" has no ${kind} "${part}".${suggestion(part, parts)}`;

/** The named part of a component, or the reason why there is none. */
export const findPart = <K extends Kind>(
  components: Components,
  kind: K,
  { component, key }: PartReference,
): { part: ComponentParts[K][string] } | { reason: string } => {
  const entry = components[component.key];
  if (!entry) return { reason: unknownComponent(component, Object.keys(components)) };
  if (entry.isPublic !== component.isPublic)
    return { reason: `The component "${component.key}" has isPublic: ${entry.isPublic}.` };
  const part = Object.hasOwn(entry[kind], key) ? entry[kind][key] : undefined;
  return part
    ? { part: part as ComponentParts[K][string] }
    : { reason: unknownPart(component, kindNames[kind], key, Object.keys(entry[kind])) };
};
