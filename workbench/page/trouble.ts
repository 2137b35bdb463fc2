/** What keeps the page from its server: it does not answer, or it does not know the token. */
export type Trouble = "gone" | "no access";

let current: Trouble | undefined;
const listeners = new Set<() => void>();

export const reportTrouble = (trouble: Trouble | undefined): void => {
  if (trouble === current) return;
  current = trouble;
  for (const listener of listeners) listener();
};

export const currentTrouble = (): Trouble | undefined => current;

/** Calls `listener` after every change until the function that it returns is called. */
export const onTrouble = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
