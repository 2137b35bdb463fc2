import { SpectralError } from "@prismatic-io/spectral";
import { extended } from "./errors";

export interface Page<Item> {
  items: Item[];
  /** The token of the next page; absent, null or blank on the last one. */
  next?: string | null;
}

/** So many pages in a row that bring nothing new are a list without end. */
export const mostIdlePages = 1000;

/** What ends the reading of a list that would never end by itself. */
export const repeats = (records: number, token: unknown): SpectralError =>
  new SpectralError(
    `The list repeats itself: after ${records} records the answer names a page that was already read (token "${token}"). Nothing more can be fetched; try again later.`,
  );

/**
 * Tells the pages that bring nothing new: empty ones, and those that begin with a record that another page began with.
 * Gives how many there were in a row.
 */
const idleCounter = () => {
  const begun = new Set<string>();
  let idle = 0;
  return ([first]: readonly unknown[]): number => {
    const text = first === undefined ? "" : JSON.stringify(first);
    idle = text === "" || begun.has(text) ? idle + 1 : 0;
    begun.add(text);
    return idle;
  };
};

/**
 * Walks a paged list, one page at a time. `fetchPage` gets the token of the page to fetch, undefined for the first.
 * An empty page with a token is followed. Throws when a token comes a second time, or page after page brings nothing
 * new, neither of which would ever end; and when a page fails: the message then says how far it got and with which token
 * to go on.
 */
export async function* pages<P extends Page<unknown>>(
  fetchPage: (token: string | undefined) => Promise<P>,
  start?: string,
): AsyncGenerator<P> {
  const seen = new Set<string | undefined>();
  let token = start;
  let records = 0;
  let pagesRead = 0;
  const idlePages = idleCounter();
  do {
    if (token !== undefined) seen.add(token);
    const page = await fetchPage(token).catch((error) => {
      throw pagesRead === 0 ? error : interrupted(error, pagesRead, records, token);
    });
    yield page;
    pagesRead += 1;
    records += page.items.length;
    token = page.next || undefined;
    if (idlePages(page.items) >= mostIdlePages && token !== undefined) {
      throw new SpectralError(
        `The list does not end: its last ${mostIdlePages} pages brought no new record after ${records} records. Nothing more was fetched; try again later.`,
      );
    }
    if (seen.has(token)) {
      throw repeats(records, token);
    }
  } while (token !== undefined);
}

const interrupted = (error: unknown, pagesRead: number, records: number, token: string | undefined): unknown =>
  extended(
    error,
    `The list was read up to page ${pagesRead} (${records} records); the page with token "${token}" failed, and the list can be resumed there.`,
  );

/** The items of all pages, in order. */
export const itemsOf = async <Item>(list: AsyncIterable<Page<Item>>): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const page of list) for (const item of page.items) items.push(item);
  return items;
};
