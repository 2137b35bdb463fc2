import { type Answer, ok } from "../core/answers";
import { pageOf } from "../core/paging";

/** The description's type has no null, which stands on the wire where there is no token. */
export const orNull = (token?: string) => (token || null) as unknown as string;

interface List<Item, Resource> {
  /** Names the list, so that a token of another one is refused. */
  list: string;
  items: Item[];
  size: number;
  answer(item: Item): Resource;
}

/** A page in the envelope of managed devices and groups, user groups and members: null where there is no token. */
export const resourcePage = <Item, Resource>(
  { query: { paginationToken } }: { query: { paginationToken?: string } },
  { list, items, size, answer }: List<Item, Resource>,
): Answer<{ currentPaginationToken: string; nextPaginationToken: string; resources: Resource[] }> => {
  const page = pageOf(list, items, size, paginationToken);
  return ok({
    currentPaginationToken: orNull(paginationToken),
    nextPaginationToken: orNull(page.next),
    resources: page.items.map(answer),
  });
};
