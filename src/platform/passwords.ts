/** Secrets by the type of their input: what forms hide, logs and errors hide too. */
import { isRecord } from "../http/answers";

interface Field {
  type?: string;
  /** Of a group. */
  inputs?: Record<string, Field>;
}

/** The values of the inputs of type `password`, also of those in a group, out of `values` by their keys. */
export const passwordsIn = (inputs: Record<string, Field> = {}, values: Record<string, unknown> = {}): unknown[] =>
  Object.entries(inputs).flatMap(([key, { type, inputs: fields }]) => {
    const value = values[key];
    if (fields && isRecord(value)) return passwordsIn(fields, value);
    return type === "password" ? [value] : [];
  });
