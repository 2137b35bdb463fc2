/** Records by a text of theirs, the whole of it: none, one or several. */
import type { Page } from "../http/pages";
import { isAlike } from "../platform/findOne";

/** All records of a list whose text is the given one, without regard to case and outer white space. */
export const allAlike = async <Item>(
  pages: AsyncIterable<Page<Item>>,
  text: string,
  textOf: (item: Item) => unknown,
): Promise<Item[]> => {
  const found: Item[] = [];
  for await (const { items } of pages) found.push(...items.filter((item) => isAlike(textOf(item), text)));
  return found;
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
