import type { EntryFacts } from "./catalogue";
import type { Entry } from "./component";
import type { Params } from "./params";

const isOn = (value: unknown) => value === true || value === "true";
const isOff = (value: unknown) => value === undefined || value === "" || value === false || value === "false";

/**
 * Whether a run with these inputs can do what cannot be undone. "when LABEL is off" and "with LABEL" name an input that
 * decides; of any other case, and of a value that is neither plainly on nor plainly off, it is taken to apply.
 */
export const canDestroy = (
  { definition }: Entry,
  { irreversible }: Pick<EntryFacts, "irreversible">,
  params: Params,
): boolean => {
  if (!irreversible || irreversible === true) return irreversible === true;
  const labelled = (label: string | undefined) => {
    const input = definition.inputs.find((each) => each.label === label);
    return input ? { value: params[input.key] } : undefined;
  };
  const prevents = labelled(/\bwhen (.+) is off$/.exec(irreversible)?.[1]);
  if (prevents) return !isOn(prevents.value);
  const causes = labelled(/^with (.+)$/.exec(irreversible)?.[1]);
  return causes ? !isOff(causes.value) : true;
};
