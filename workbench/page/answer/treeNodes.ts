/** A place in a value, as a row of the tree shows it. */
export interface TreeNode {
  /** Unique in its tree: the names on the way to it. */
  path: string;
  name: string;
  value: unknown;
}

export const isBranch = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.keys(value).length > 0;

/** What is directly inside of a value. */
export const childrenOf = (value: unknown, path = ""): TreeNode[] =>
  isBranch(value)
    ? Object.entries(value).map(([name, child]) => ({
        path: `${path}/${encodeURIComponent(name)}`,
        name,
        value: child,
      }))
    : [];

/** So many names of an object stand for it. */
const namesShown = 3;

/** A value in one line. */
export const previewOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 1 ? "1 item" : `${value.length} items`;
  if (isBranch(value)) {
    const names = Object.keys(value);
    return `{ ${[...names.slice(0, namesShown), ...(names.length > namesShown ? ["…"] : [])].join(", ")} }`;
  }
  return JSON.stringify(value) ?? "nothing";
};

const firstLevels = 30;

/** The branches that are open at first: the outer one where there are few, and the first record in a list. */
export const openAtFirst = (value: unknown): string[] => {
  const outer = childrenOf(value);
  if (outer.length > firstLevels) return [];
  const branches = outer.filter((node) => isBranch(node.value));
  const [only, ...others] = branches;
  if (!only || others.length > 2) return [];
  const [first] = childrenOf(only.value, only.path);
  return [...branches.map(({ path }) => path), ...(first && isBranch(first.value) ? [first.path] : [])];
};
