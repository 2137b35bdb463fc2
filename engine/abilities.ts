import { setTimeout } from "node:timers/promises";
import type { Action, Component, ConnectionValue } from "./component";
import { explain } from "./failure";
import { createLogger } from "./logger";
import { isConnection, withConnection } from "./params";
import { perform } from "./perform";

/** Whether credentials may read what a family of actions is about, or have one of the vendor's permissions. */
export interface Ability {
  name: string;
  granted: boolean | "unknown";
  /** The actions that it was tried with, or that need it. */
  actions: string[];
  /** Why it is not granted, or not known. It can hold secrets that a vendor repeated: redact it. */
  reason?: string;
}

interface Trial {
  component: Component;
  /** The family of each action by its key, in the order in which they are tried. */
  families: ReadonlyMap<string, string>;
  connection: ConnectionValue;
  /** Is told what is tried next. */
  trying?: (name: string, place: number, count: number) => void;
}

/** How long one read is waited for, in milliseconds: its own attempts could take minutes. */
const patience = 15_000;

/** Families about requests and credentials, which say nothing of what may be read. */
const aside = ["API", "Connection"];

/** The inputs of the smallest read; undefined where an action needs one that has no example. */
const inputsOf = ({ inputs }: Action): Record<string, unknown> | undefined => {
  const own = inputs.filter((input) => !isConnection(input));
  if (own.some(({ required, example }) => required && !example)) return undefined;
  return Object.fromEntries(
    own.map(({ key, required, example, default: value }) => {
      if (key === "maximumRecords") return [key, "1"];
      return [key, required ? example : value];
    }),
  );
};

const needsInputs = ({ inputs }: Action): boolean => inputs.some((input) => input.required && !isConnection(input));

interface Probe {
  family: string;
  action: Action;
}

/** A read per family that needs no input; where a component has none such, one with the examples of its inputs. */
const probesOf = ({ component, families }: Trial): Probe[] => {
  const possible = [...families].flatMap(([key, family]): Probe[] => {
    const action = component.actions[key];
    return action?.performSafety === "SAFE" && !aside.includes(family) && inputsOf(action) ? [{ family, action }] : [];
  });
  const free = possible.filter(({ action }) => !needsInputs(action));
  const chosen = free.length > 0 ? free : possible;
  return chosen.filter(({ family }, index) => chosen.findIndex((probe) => probe.family === family) === index);
};

/** What a component logs of its attempts is no news here. */
const silent = { logger: createLogger(() => {}, false), debug: false };

const readWith = ({ connection }: Trial, definition: Action): Promise<unknown> => {
  const params = withConnection(definition.inputs, inputsOf(definition) ?? {}, connection);
  return perform({ kind: "action", definition }, params, silent);
};

interface Outcome {
  ability: Ability;
  error?: unknown;
}

const tryOut = async (trial: Trial, { family, action }: Probe): Promise<Outcome> => {
  const tried = { name: family, actions: [action.key] };
  try {
    await readWith(trial, action);
    return { ability: { ...tried, granted: true } };
  } catch (error) {
    const { kind, status, message } = explain(error);
    const isRefused = kind === "connection" || status === 403;
    return { ability: { ...tried, granted: isRefused ? false : "unknown", reason: message }, error };
  }
};

/** Without an answer in time, nothing is known. */
const tryOutInTime = async (trial: Trial, probe: Probe): Promise<Outcome> => {
  const { family, action } = probe;
  const reason = `There was no answer for ${patience / 1000} seconds.`;
  const late: Outcome = { ability: { name: family, granted: "unknown", actions: [action.key], reason } };
  const answered = new AbortController();
  const timer = setTimeout(patience, late, { signal: answered.signal }).catch(() => late);
  return Promise.race([tryOut(trial, probe), timer]).finally(() => answered.abort());
};

/** Nothing that follows would fare better. */
const isUnreachable = ({ error }: Outcome): boolean => {
  const { kind, status } = explain(error);
  return kind !== "connection" && status === undefined;
};

/** In some places a vendor refuses a good token that lacks a right like a bad one, but hardly everywhere. */
const enoughRefusals = 4;

interface Verified {
  permissions: { permission: string; granted: boolean | "unknown"; actions: string[] }[];
}

/** By the component's own action for it, which knows the vendor's permissions. */
const verified = async (trial: Trial, action: Action): Promise<Ability[]> => {
  const { permissions } = (await readWith(trial, action)) as Verified;
  return permissions.map(({ permission, granted, actions }) => ({ name: permission, granted, actions }));
};

/**
 * What credentials are good for, found out by reading a little and changing nothing. Throws what the first read throws
 * when the credentials are refused or the vendor cannot be reached.
 */
export const findAbilities = async (trial: Trial): Promise<Ability[]> => {
  const { verifyConnection } = trial.component.actions;
  const probes = probesOf(trial).slice(0, verifyConnection ? 1 : undefined);
  const abilities: Ability[] = [];
  const refusals: unknown[] = [];
  for (const [index, probe] of probes.entries()) {
    trial.trying?.(probe.family, index + 1, probes.length);
    const outcome = await (index === 0 ? tryOut : tryOutInTime)(trial, probe);
    abilities.push(outcome.ability);
    if (index === 0 && outcome.error && isUnreachable(outcome)) throw outcome.error;
    if (outcome.error && explain(outcome.error).kind === "connection") refusals.push(outcome.error);
    const isRefused = refusals.length > index && (refusals.length === enoughRefusals || index === probes.length - 1);
    if (isRefused) throw refusals[0];
  }
  return verifyConnection ? verified(trial, verifyConnection) : abilities;
};
