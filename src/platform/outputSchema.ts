/**
 * What the designer shows of an action's output before a step has run. The schemas come from the vendor's API
 * description as texts that refer to each other; they are put together only when somebody reads one, which publishing
 * does and an execution does not.
 */
import { succeeded } from "./results";

/** The form of `generated/<vendor>.schemas.ts`. */
export interface OutputSchemas<Operation extends string> {
  components: Record<string, string>;
  operations: Record<Operation, string>;
}

/** Of an action that answers only that it succeeded. */
export const succeededSchema = JSON.stringify({ type: "string", const: succeeded.data });

/** Of an action whose output can be anything, the raw request's. */
export const anySchema = "{}";

/** Of an action that answers with a file, as the base64 that JSON has for it. */
export const fileSchema = JSON.stringify({ type: "string", contentEncoding: "base64" });

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
  { components, operations }: OutputSchemas<Operation>,
  operation: NoInfer<Operation>,
): string => {
  if (!Object.hasOwn(operations, operation)) throw new Error(`The API description has no operation ${operation}.`);
  const answer = operations[operation];
  if (answer === "") return succeededSchema;
  return inline(answer.startsWith("{") ? answer : `{"$ref":"${answer}"}`, components);
};

interface Described {
  outputSchema?: unknown;
}

const defineOnFirstRead = (target: object, property: string, compute: () => unknown) => {
  const define = (attributes: PropertyDescriptor) =>
    Object.defineProperty(target, property, { enumerable: true, configurable: true, ...attributes });
  define({
    get: () => {
      const value = compute();
      define({ value, writable: true });
      return value;
    },
  });
};

/**
 * Gives the actions of a built component their output schemas, in the form that spectral makes of `outputSchema`. A
 * text is asked for when the property is first read. Throws for an action that the component does not have or that
 * declares a schema itself.
 */
export const attachOutputSchemas = <Built extends { actions: Record<string, Described> }>(
  component: Built,
  textFor: Record<string, () => string>,
): Built => {
  for (const [key, text] of Object.entries(textFor)) {
    const action = component.actions[key];
    if (!action) throw new Error(`An output schema is given for ${key}, which is no action of the component.`);
    if ("outputSchema" in action) throw new Error(`The action ${key} has an output schema already.`);
    defineOnFirstRead(action, "outputSchema", () => ({ type: "actionOutput", schema: text() }));
  }
  return component;
};
