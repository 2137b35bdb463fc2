/** What cannot be undone: always, or in the case that the words name, such as `with Permanent Delete`. */
export type Irreversible = boolean | string;

/** What an action is made with and its published definition has no place for. The reference tells it. */
export interface Declared {
  /** Method and path of each operation that the action calls, its own first. */
  operations: readonly string[];
  irreversible?: Irreversible;
}

const declarations = new WeakMap<object, Declared>();

/** Remembers what an action is made with, and gives the action. */
export const declare = <Action extends object>(action: Action, declared: Declared): Action => {
  declarations.set(action, declared);
  return action;
};

/** What an action is made with; undefined for one that no helper has made. */
export const declaredOf = (action: object): Declared | undefined => declarations.get(action);
