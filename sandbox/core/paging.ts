import { badRequest } from "./errors";

export interface Page<Item> {
  items: Item[];
  next?: string;
}

const encode = (list: string, start: number) => Buffer.from(`${list}:${start}:sandbox`).toString("base64");

/** Base64 with its `+`, `/` and `=`, so that a client that forgets to encode a token is found out. */
const decode = (list: string, token: string): number => {
  const [name, start] = Buffer.from(token, "base64").toString("utf8").split(":");
  const position = Number(start);
  if (name !== list || encode(list, position) !== token) {
    throw badRequest(`The page token '${token}' does not belong to this list.`);
  }
  return position;
};

/** One page of a list; `list` names it, so that a token of another list is refused. */
export const pageOf = <Item>(list: string, items: Item[], size: number, token?: string | null): Page<Item> => {
  const start = token ? decode(list, token) : 0;
  const end = start + size;
  return { items: items.slice(start, end), next: end < items.length ? encode(list, end) : undefined };
};

/** One page that starts after the record with the given id, for lists that page by an id. */
export const pageAfter = <Item>(
  sorted: Item[],
  { after, size, id, keep }: { after?: string; size: number; id(item: Item): string; keep(item: Item): boolean },
): Page<Item> & { remaining: number } => {
  const start = after ? sorted.findIndex((item) => id(item) === after) + 1 : 0;
  if (after && start === 0) throw badRequest(`The offset '${after}' is not an id of this list.`);
  const matching = sorted.slice(start).filter(keep);
  const items = matching.slice(0, size);
  const last = items.at(-1);
  const remaining = matching.length - items.length;
  return { items, remaining, next: remaining > 0 && last ? id(last) : undefined };
};
