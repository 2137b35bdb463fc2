/** Records by a text of theirs, the whole of it: none, one or several. */
import type { Page } from "../http/pages";
import { isAlike } from "../platform/findOne";

interface Sought<Item> {
  text: (item: Item) => unknown;
  id: (item: Item) => unknown;
}

/**
 * All records of a list whose text is the given one, without regard to case and outer white space. One that comes on two
 * pages, because others moved meanwhile, is one.
 */
export const allAlike = async <Item>(
  pages: AsyncIterable<Page<Item>>,
  sought: string,
  { text, id }: Sought<NonNullable<Item>>,
): Promise<Item[]> => {
  const found = new Map<unknown, Item>();
  for await (const { items } of pages) {
    for (const item of items) if (item && isAlike(text(item), sought)) found.set(id(item) ?? item, item);
  }
  return [...found.values()];
};

/** What the answer says of them: `one` is left out unless there is exactly one. */
export const foundAs = <One extends string, Many extends string, Item>(one: One, many: Many, records: Item[]) =>
  ({
    found: records.length > 0,
    ...(records.length === 1 && { [one]: records[0] }),
    [many]: records,
  }) as { found: boolean } & Partial<Record<One, Item>> & Record<Many, Item[]>;

/** The JSON Schema, as text, of such an answer. */
export const foundSchema = (one: string, many: string, component: string): string => {
  const record = { $ref: component };
  return JSON.stringify({
    type: "object",
    properties: { found: { type: "boolean" }, [one]: record, [many]: { type: "array", items: record } },
  });
};

/** Completes the description of an action that finds. */
export const howItIsFound =
  "The whole of it counts, without regard to case or outer white space. None is no error: found is false then. Several are all listed.";
