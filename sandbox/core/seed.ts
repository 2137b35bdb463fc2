export const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const keyed = <Key, Item>(items: Item[], key: (item: Item) => Key) =>
  new Map<Key, Item>(items.map((item) => [key(item), item]));

/** Numbers that rise by an uneven step, so that ids are unique and do not look like a counter. */
export const idNumber = (first: number, index: number) => first + index * 37 + (index % 5) * 3;

/** The items of one of several who get them in turn, by its number from 0 on. */
export const dealt = <Item>(items: Item[], among: number, number: number): Item[] =>
  items.filter((_, index) => index % among === number);

/** The item whose turn it is: each in turn, from the first again after the last. */
export const inTurn = <Item>(items: Item[], index: number): Item | undefined =>
  items[index % Math.max(1, items.length)];
