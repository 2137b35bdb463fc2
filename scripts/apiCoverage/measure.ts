/** What the actions of the built component reach of the vendor's API, found by running them. */
import type { Input } from "../../test/support/component";
import { fieldsSent } from "../../test/support/description";
import { actionKeys, allInputs, inputsOf, type Values } from "../../test/support/inputs";
import { type Recording, startRecording } from "../../test/support/recording";

/** An operation that was reached, by which actions, and with which fields (query and body, nested ones as `a.b`). */
export interface Reached {
  actions: Set<string>;
  fields: Set<string>;
}

/** By method and path below the base URL: `GET /devices/{id}`. */
export type ReachedOperations = Map<string, Reached>;

/** What may lead an action to another operation: the input left out, or another of its choices. */
const alternativesOf = ({ type, model = [], required, default: untouched = "" }: Input): unknown[] => [
  ...(required ? [] : [untouched]),
  ...(type === "boolean" ? ["true", "false"] : model.map(({ value }) => value)),
];

/** These inputs, and again with one of them at a time changed. */
const withAlternatives = (key: string, inputs: Values): Values[] => [
  inputs,
  ...inputsOf(key)
    .filter((input) => input.key in inputs)
    .flatMap((input) => alternativesOf(input).map((value) => ({ ...inputs, [input.key]: value }))),
];

/** The ways to fill in an action: everything, as little as it can do with, and what differs from everything in one input. */
const fillings = async (recording: Recording, key: string): Promise<Values[]> => [
  await recording.neededInputs(key),
  ...allInputs(key).flatMap((inputs) => withAlternatives(key, inputs)),
];

/**
 * Runs actions against a server that answers each request with an example of the description, so that those of several
 * requests go on, and gives the operations that they reached. A filling that an action refuses counts for nothing.
 * Throws when a request is no operation of the description.
 */
export const measure = async (keys = actionKeys): Promise<ReachedOperations> => {
  const recording = await startRecording();
  const { description } = recording;
  const reached: ReachedOperations = new Map();

  const note = (key: string, operation: string, fields: string[]) => {
    const known = reached.get(operation) ?? { actions: new Set(), fields: new Set() };
    known.actions.add(key);
    for (const field of fields) known.fields.add(field);
    reached.set(operation, known);
  };

  try {
    for (const key of keys) {
      for (const inputs of await fillings(recording, key)) {
        const { requests } = await recording.perform(key, inputs, description.answerTo);
        for (const request of requests) note(key, description.operationOf(request), fieldsSent(request));
      }
    }
  } finally {
    await recording.close();
  }
  return reached;
};
