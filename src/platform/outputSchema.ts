/**
 * What the designer shows of an action's output before a step has run. The schemas come from the vendor's API
 * description as texts that refer to each other; they are put together only when somebody reads one, which publishing
 * does and an execution does not.
 */
import type { AnswerSchemas } from "../http/answers";
import { withLazy } from "./lazily";
import { succeeded } from "./results";

/** Of an action that answers only that it succeeded. */
export const succeededSchema = JSON.stringify({ type: "string", const: succeeded });

/** Of an action whose output can be anything, the raw request's. */
export const anySchema = "{}";

const reference = /\{"\$ref":"([^"]+)"\}/g;

/**
 * Puts the referenced schemas in place, since the designer may not resolve references. One that holds itself ends at
 * its second occurrence.
 */
const inline = (text: string, components: Record<string, string>, within: string[] = []): string =>
  text.replace(reference, (_, name: string) =>
    within.includes(name) ? anySchema : inline(components[name] ?? anySchema, components, [...within, name]),
  );

/**
 * The JSON Schema (draft 7, without references) of what an operation answers, as text. Throws when the description has
 * no such operation.
 */
export const outputSchemaOf = <Operation extends string>(
  { components, operations }: AnswerSchemas<Operation>,
  operation: NoInfer<Operation>,
): string => {
  if (!Object.hasOwn(operations, operation)) throw new Error(`The API description has no operation ${operation}.`);
  const answer = operations[operation];
  return answer === "" ? succeededSchema : inline(asText(answer), components);
};

const asText = (schema: string) => (schema.startsWith("{") ? schema : `{"$ref":"${schema}"}`);

/** As `outputSchemaOf`, for what is a part of an answer: the name of a component, or a text that refers to some. */
export const partSchemaOf = ({ components }: AnswerSchemas<string>, part: string): string =>
  inline(asText(part), components);

const declared = new WeakMap<object, () => string>();

/** Declares what an action answers, as the text of a JSON Schema that `text` gives when somebody reads it. */
export const withOutputSchema = <Action extends object>(action: Action, text: () => string): Action => {
  declared.set(action, text);
  return action;
};

/**
 * Gives a converted action the output schema that its definition was declared with, in the form that spectral makes of
 * `outputSchema`. Throws for an action without one: the designer could show nothing of its output.
 */
export const attachOutputSchema = <Built extends { key: string }>(action: Built, definition: object) => {
  const text = declared.get(definition);
  if (!text) throw new Error(`The action ${action.key} has no output schema.`);
  return withLazy(action, "outputSchema", () => ({ type: "actionOutput" as const, schema: text() }));
};
