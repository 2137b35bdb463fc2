import { badRequest, notFound } from "./errors";

/** One kind of record: what the vendor calls it, where it is kept, and what a call may do with it. */
interface Kind<Call, Key, Item> {
  /** The vendor's name of one, as its errors say it: `Managed group`. */
  name: string;
  records(call: Call): Map<Key, Item>;
  key(item: Item): Key;
  /** The key that a text stands for; may refuse a text of another form. Without it, the text is the key. */
  read?(text: string): Key;
  /** Tells which records a call sees; for the others it is as if they were not there. Without it, all. */
  visible?(call: Call): (item: Item) => boolean;
  /** Refuses to change and remove what a call may only see. Without it, nothing. */
  guard?(call: Call, item: Item): void;
}

/** What the operations of every list do. */
export interface Collection<Call, Item> {
  /** The records that the call sees, the latest last. */
  list(call: Call): Item[];
  /** The record with an id of the path; 404 when the call sees none. */
  find(call: Call, id: string): Item;
  /** The record with an id of the path, when the call may change it. */
  editable(call: Call, id: string): Item;
  /** The record that a field of the body names; 400 when the call sees none. */
  known(call: Call, field: string, id: string): Item;
  add(call: Call, item: Item): Item;
  /** Puts the fields that were sent over the record. */
  change(call: Call, id: string, fields: Partial<Item>): Item;
  remove(call: Call, id: string): Item;
}

/** The fields that were sent, so that they can be put over a record without wiping the others. */
export const sent = <Fields extends object>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;

const everything = () => () => true;

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What can be done with one kind of record, written once for all of a vendor's lists. */
export const collection = <Call, Key extends string | number, Item extends object>({
  name,
  records,
  key,
  read = (text) => text as Key,
  visible = everything,
  guard,
}: Kind<Call, Key, Item>): Collection<Call, Item> => {
  const seen = (call: Call, id: string): Item | undefined => {
    const item = records(call).get(read(id));
    return item && visible(call)(item) ? item : undefined;
  };
  const find = (call: Call, id: string): Item => {
    const item = seen(call, id);
    if (!item) throw notFound(name, id);
    return item;
  };
  const editable = (call: Call, id: string): Item => {
    const item = find(call, id);
    guard?.(call, item);
    return item;
  };
  return {
    list: (call) => [...records(call).values()].filter(visible(call)),
    find,
    editable,
    known: (call, field, id) => {
      const item = seen(call, id);
      if (!item) throw badRequest(`${field}: there is no ${lowerFirst(name)} ${id}.`);
      return item;
    },
    add: (call, item) => {
      records(call).set(key(item), item);
      return item;
    },
    change: (call, id, fields) => Object.assign(editable(call, id), sent(fields)),
    remove: (call, id) => {
      const item = editable(call, id);
      records(call).delete(key(item));
      return item;
    },
  };
};
