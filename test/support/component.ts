import path from "node:path";
import type { Connection } from "@prismatic-io/spectral";
import { loadComponent } from "../../cli/component";
import { createContext } from "../../cli/context";
import type { Sandbox } from "../../sandbox/teamviewer";
import { recordingLogger } from "./logger";

export type { Component, Input } from "../../cli/component";

/** The component as it is published: the bundle, not the sources. */
export const component = loadComponent(path.join(__dirname, "..", "..", "dist"), "teamviewer");

/** A script-token connection to the sandbox, at user level unless another token is given. */
export const connectionTo = (sandbox: Sandbox, token = sandbox.credentials.userToken): Connection => ({
  key: "teamviewer-script-token",
  configVarKey: "TeamViewer",
  fields: { token, baseUrl: sandbox.baseUrl },
});

const found = <Definition>(definitions: Record<string, Definition>, key: string): Definition => {
  const definition = definitions[key];
  if (!definition) throw new Error(`The component has no ${key}. Is it built?`);
  return definition;
};

/** Runs an action as the platform does, and gives its data or error, and its log lines. */
export const runLogged = async (key: string, connection: Connection, inputs: object = {}, debug = false) => {
  const { logger, lines } = recordingLogger();
  const outcome = await found(component.actions, key)
    .perform(createContext({ logger, debug }), { ...inputs, connection })
    .then(
      (result) => ({ data: result?.data, error: undefined }),
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
  const { logger } = recordingLogger();
  const answer = await found(component.dataSources, key).perform(createContext({ logger, debug: false }), {
    ...inputs,
    connection,
  });
  return answer?.result as { key: string; label: string }[];
};
