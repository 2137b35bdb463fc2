import type { Input } from "../../engine/component";

type Named = Pick<Input, "key" | "label" | "inputs">;

const childrenOf = ({ inputs }: Named): readonly Named[] => (Array.isArray(inputs) ? inputs : []);

/** The problem of a group begins with the label of its field. */
const inGroup = (group: Named, problem: string): [key: string, problem: string] => {
  const field = childrenOf(group).find(({ label }) => problem.startsWith(`${label}: `));
  return field ? [`${group.key}.${field.key}`, problem.slice(field.label.length + 2)] : [group.key, problem];
};

/**
 * Problems by the keys of the inputs, where a component names them by their labels: `group.field` for a field of a
 * structured object. What no input has is left out, because the message of the failure says it too.
 */
export const withKeys = (
  problems: Readonly<Record<string, string>>,
  inputs: readonly Named[],
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(problems).flatMap(([name, problem]) => {
      const input = inputs.find(({ key }) => key === name) ?? inputs.find(({ label }) => label === name);
      return input ? [inGroup(input, problem)] : [];
    }),
  );
