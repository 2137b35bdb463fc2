import type { Changes } from "./snapshot";

export interface Transition<Item, State> {
  record: Item;
  /** Undefined for a record that was not there at the last poll. */
  was: State | undefined;
  is: State;
}

/** New and changed records alike, each with what it was and what it is; `read` tells a state from its number. */
export const transitionsOf = <Item, State>(
  { created, updated }: Changes<Item>,
  value: (record: Item) => number,
  read: (value: number) => State,
): Transition<Item, State>[] => [
  ...created.map((record) => ({ record, was: undefined, is: read(value(record)) })),
  ...updated.map(({ record, before, value }) => ({ record, was: read(before), is: read(value) })),
];
