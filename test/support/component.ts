import path from "node:path";
import type { Connection } from "@prismatic-io/spectral";
import { loadComponent } from "../../engine/component";
import { createContext } from "../../engine/context";
import type { Sandbox } from "../../sandbox/teamviewer";
import { recordingLogger } from "./logger";

export type { Component, Input } from "../../engine/component";

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

/** A component as it is published, the bundle and not the sources, and what runs its parts as the platform does. */
export const builtComponent = (name: string) => {
  const component = loadComponent(path.join(__dirname, "..", "..", "dist"), name);

  /** Runs an action and gives its data or error, and its log lines. */
  const runLogged = async (key: string, connection: Connection, inputs: object = {}, debug = false) => {
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
  const run = async (key: string, connection: Connection, inputs: object = {}): Promise<unknown> => {
    const { data, error } = await runLogged(key, connection, inputs);
    if (error) throw error;
    return data;
  };

  /** Runs a picklist data source and gives its elements. */
  const pick = async (key: string, connection: Connection, inputs: object = {}) => {
    const { logger } = recordingLogger();
    const answer = await found(component.dataSources, key).perform(createContext({ logger, debug: false }), {
      ...inputs,
      connection,
    });
    return answer?.result as { key: string; label: string }[];
  };

  return { component, runLogged, run, pick };
};

export const { component, runLogged, run, pick } = builtComponent("teamviewer");
