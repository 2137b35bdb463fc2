type MergedOf<Parts extends object[]> = Parts extends [infer First, ...infer Rest extends object[]]
  ? First & MergedOf<Rest>
  : unknown;

/** The parts of a component, by their keys. Throws when two of them claim one key: one would silently be gone. */
export const merge = <Parts extends object[]>(...parts: Parts): MergedOf<Parts> => {
  const merged: Record<string, unknown> = {};
  for (const [key, part] of parts.flatMap((each) => Object.entries(each))) {
    if (Object.hasOwn(merged, key)) throw new Error(`The key "${key}" is claimed twice.`);
    merged[key] = part;
  }
  return merged as MergedOf<Parts>;
};
