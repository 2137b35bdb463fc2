import { random } from "./random";

/** Ids for records that are made while the sandbox runs. */
export interface Ids {
  /** The next unused number, above those of all seeded records. */
  nextNumber(): number;
  /** A new id in the shape of a GUID. */
  newGuid(): string;
}

/** Everything that a sandbox remembers. Maps keep their order: what is added last is listed last. */
export type Store<State> = State &
  Ids & {
    /** Back to the seeded start; the object stays the same. */
    reset(): void;
  };

/** A store that begins with what `seed` gives, and again after every reset. */
export const createStore = <State extends object>(seed: () => State): Store<State> => {
  const start = () => {
    const guids = random("new records");
    let number = 990_000_000;
    return { ...seed(), nextNumber: () => ++number, newGuid: () => guids.uuid() };
  };
  const store: Store<State> = { ...start(), reset: () => void Object.assign(store, start()) };
  return store;
};
