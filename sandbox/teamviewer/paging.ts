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

interface ResourcePage<Resource> {
  currentPaginationToken: string;
  nextPaginationToken: string;
  resources: Resource[];
}

/** The parameter has either name, by the operation. */
interface Asking {
  query: { paginationToken?: string; continuationToken?: string };
}

/** A page in the envelope of managed devices and groups, user groups and members: null where there is no token. */
export const resourcePage = <Item, Resource>(
  { query: { paginationToken, continuationToken = paginationToken } }: Asking,
  { list, items, size, answer }: List<Item, Resource>,
): Answer<ResourcePage<Resource>> => {
  const page = pageOf(list, items, size, continuationToken);
  return ok({
    currentPaginationToken: orNull(continuationToken),
    nextPaginationToken: orNull(page.next),
    resources: page.items.map(answer),
  });
};

/** All of a list in that envelope, where the vendor gives it in one answer. */
export const wholeList = <Resource>(resources: Resource[]): Answer<ResourcePage<Resource>> =>
  ok({ currentPaginationToken: orNull(), nextPaginationToken: orNull(), resources });
