/** Secrets by the type of their input: what forms hide, logs and errors hide too. */

/** The values of the inputs of type `password`, out of `values` by their keys. */
export const passwordsIn = (
  inputs: Record<string, { type?: string }> = {},
  values: Record<string, unknown> = {},
): unknown[] => Object.entries(inputs).flatMap(([key, { type }]) => (type === "password" ? [values[key]] : []));
