import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Connection, ConnectionValue, Input, ServerOutputSchema } from "@prismatic-io/spectral/dist/serverTypes";
import type { Context, Payload } from "./context";
import { suggestion } from "./suggest";
import { UsageError } from "./usageError";

export type { Connection, ConnectionValue, Input };

type Params = Record<string, unknown>;

interface BuiltEntry {
  key: string;
  display: { label: string; description: string };
  inputs: Input[];
  performSafety?: "SAFE" | "NOT_ALLOWED";
}

export interface ActionResult {
  data?: unknown;
  contentType?: string;
}

export interface Action extends BuiltEntry {
  examplePayload?: ActionResult;
  outputSchema?: ServerOutputSchema;
  perform(context: Context, params: Params): Promise<ActionResult | undefined>;
}

export interface DataSource extends BuiltEntry {
  dataSourceType: string;
  examplePayload?: { result?: unknown };
  perform(context: Context, params: Params): Promise<{ result?: unknown } | undefined>;
}

export interface TriggerResult {
  payload: Payload;
  resultType?: string;
  branch?: string;
  instanceState?: Record<string, unknown>;
  crossFlowState?: Record<string, unknown>;
  integrationState?: Record<string, unknown>;
}

type TriggerPerform = (context: Context, payload: Payload, params: Params) => Promise<TriggerResult | undefined>;

/** Reads the items of one page, and where the next page starts, from what a batched perform returned. */
export type ResolveItems = (context: Context, result: TriggerResult) => unknown[];
export type NextPaginationState = (context: Context, result: TriggerResult) => Record<string, unknown> | null;

export interface Trigger extends BuiltEntry {
  examplePayload?: { payload: Pick<Payload, "body"> };
  perform: TriggerPerform;
  resolveTriggerItems?: ResolveItems;
  getNextPaginationState?: NextPaginationState;
  onDeployPerform?: TriggerPerform;
  resolveOnDeployItems?: ResolveItems;
  getOnDeployNextPaginationState?: NextPaginationState;
  triggerResolverDefaultBatchSize?: number;
  /** With "valid", the flow chooses whether it has batches. */
  triggerResolverSupport?: "invalid" | "valid" | "required";
  scheduleSupport?: "invalid" | "valid" | "required";
}

/** A component as `spectral` builds it: what `prism components:publish` would upload. */
export interface Component {
  key: string;
  display: { label: string; description: string; iconPath: string; category?: string };
  connections: Connection[];
  actions: Record<string, Action>;
  dataSources: Record<string, DataSource>;
  triggers: Record<string, Trigger>;
}

export type Entry =
  | ({ kind: "action" } & { definition: Action })
  | ({ kind: "data source" } & { definition: DataSource })
  | ({ kind: "trigger" } & { definition: Trigger });

const bundle = (dist: string, key: string) => join(dist, key, "index.js");

/** The keys of the components that are built in `dist`, sorted; empty when there is no such folder. */
export const builtComponents = (dist: string): string[] =>
  existsSync(dist)
    ? readdirSync(dist)
        .filter((key) => existsSync(bundle(dist, key)))
        .sort()
    : [];

/** The keys of the components that are built in `dist`. Throws a `UsageError` that says what to do when there are none. */
export const requireComponents = (dist: string): string[] => {
  const keys = builtComponents(dist);
  if (keys.length > 0) return keys;
  throw new UsageError(`No component is built in ${dist}. Run "npm run build" to build them.`);
};

/** Loads a built component. Throws a `UsageError` that says what to do when `dist` does not have it. */
export const loadComponent = (dist: string, key: string): Component => {
  const keys = requireComponents(dist);
  if (!keys.includes(key)) {
    throw new UsageError(
      `There is no built component "${key}" in ${dist}.${suggestion(key, keys)} Run "npm run build" to build the components.`,
    );
  }
  const built = createRequire(join(dist, "index.js"))(bundle(dist, key));
  return built.default ?? built;
};

/** All that a component can run. */
export const entriesOf = ({ actions, dataSources, triggers }: Component): Entry[] => [
  ...Object.values(actions).map((definition) => ({ kind: "action" as const, definition })),
  ...Object.values(dataSources).map((definition) => ({ kind: "data source" as const, definition })),
  ...Object.values(triggers).map((definition) => ({ kind: "trigger" as const, definition })),
];

/** The action, data source or trigger of that key. Throws a `UsageError` that suggests the nearest key. */
export const findEntry = (component: Component, key: string): Entry => {
  const entries = entriesOf(component);
  const found = entries.find(({ definition }) => definition.key === key);
  if (found) return found;
  const keys = entries.map(({ definition }) => definition.key);
  throw new UsageError(
    `${component.display.label} has no action, data source or trigger "${key}".${suggestion(key, keys)} Run "npx remote-support list ${component.key}" to see them.`,
  );
};
