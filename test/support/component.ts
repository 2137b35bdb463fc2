import path from "node:path";
import type { Connection } from "@prismatic-io/spectral";
import type { Sandbox } from "../../sandbox";
import { recordingLogger } from "./logger";

export interface BuiltInput {
  key: string;
  label: string;
  type: string;
  required?: boolean;
  default?: unknown;
  collection?: string;
  comments?: string;
  example?: string;
  dataSource?: string;
  shown?: boolean;
  model?: { label: string; value: string }[];
}

export interface BuiltAction {
  key: string;
  display: { label: string; description: string };
  inputs: BuiltInput[];
  performSafety?: string;
  examplePayload?: { data: unknown };
  perform: (context: object, params: object) => Promise<{ data: unknown }>;
}

interface BuiltDataSource extends Omit<BuiltAction, "perform" | "examplePayload"> {
  dataSourceType: string;
  examplePayload?: { result: unknown };
  perform: (context: object, params: object) => Promise<{ result: { key: string; label: string }[] }>;
}

export interface BuiltComponent {
  key: string;
  display: { label: string; iconPath: string; category: string };
  connections: { key: string; label: string; oauth2Type?: string; inputs: BuiltInput[] }[];
  actions: Record<string, BuiltAction>;
  dataSources: Record<string, BuiltDataSource>;
  triggers: Record<string, { key: string; inputs: BuiltInput[]; perform: (...args: unknown[]) => Promise<unknown> }>;
}

/** The component as it is published: the bundle, not the sources. */
export const component: BuiltComponent = require(path.join(__dirname, "../../dist/teamviewer/index.js")).default;

/** A script-token connection to the sandbox, at user level unless another token is given. */
export const connectionTo = (sandbox: Sandbox, token = sandbox.credentials.userToken): Connection => ({
  key: "teamviewer-script-token",
  configVarKey: "TeamViewer",
  fields: { token, baseUrl: sandbox.baseUrl },
});

const context = (debug: boolean) => {
  const { logger, lines } = recordingLogger();
  return { context: { logger, debug: { enabled: debug } }, lines };
};

const action = (key: string): BuiltAction => {
  const found = component.actions[key];
  if (!found) throw new Error(`The component has no action ${key}.`);
  return found;
};

/** Runs an action as the platform does, and gives its data and log lines. */
export const runLogged = async (key: string, connection: Connection, inputs: object = {}, debug = false) => {
  const { context: runContext, lines } = context(debug);
  const outcome = await action(key)
    .perform(runContext, { ...inputs, connection })
    .then(
      ({ data }) => ({ data, error: undefined }),
      (error: Error) => ({ data: undefined, error }),
    );
  return { ...outcome, lines };
};

/** Runs an action and gives its data. */
export const run = async (key: string, connection: Connection, inputs: object = {}): Promise<unknown> => {
  const { data, error } = await runLogged(key, connection, inputs);
  if (error) throw error;
  return data;
};

/** Runs a picklist data source and gives its elements. */
export const pick = async (key: string, connection: Connection, inputs: object = {}) => {
  const dataSource = component.dataSources[key];
  if (!dataSource) throw new Error(`The component has no data source ${key}.`);
  return (await dataSource.perform(context(false).context, { ...inputs, connection })).result;
};
