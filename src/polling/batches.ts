/**
 * Synchronising a list with a flow: one page of the vendor per perform of a batch trigger.
 *
 * What the next page needs travels in `paginationState`. What the next run needs is stored with every page, so that a
 * run that fails goes on where it failed. Whether a page sees what the page before it stored makes no difference: the
 * platform does not promise it.
 */
import { SpectralError, type TriggerPayload } from "@prismatic-io/spectral";
import { ApiError } from "../http/errors";
import { mostIdlePages, type Page } from "../http/pages";
import { hashOf } from "./hashing";
import { type Id, readId } from "./order";
import type { PollContext } from "./poll";
import { type PackedShards, ShardedTable } from "./shards";
import { hashText, placeOf, readState, type StateFormat, writeState } from "./state";

/** A list that is synchronised, and which of its records are delivered. */
export interface Sync<Item, State> {
  /** The key of the trigger, by which its state is told from that of others; without it the kind of the comparison. */
  trigger?: string;
  /** Full: all records in every run, and nothing is remembered. Incremental: those that `comparison` tells. */
  mode: "full" | "incremental";
  /** The inputs that decide what is synchronised, as JSON. When one of them changes, everything is delivered anew. */
  scope: unknown;
  /** Set for the initial sync, which starts anew whatever is stored. */
  initial?: { since?: string };
  /** Fetches one page; `token` is undefined for the first. */
  fetchPage: (token: string | undefined) => Promise<Page<Item>>;
  comparison: Comparison<Item, State>;
}

/** A way of telling which records are new or have changed. */
export interface Comparison<Item, State> extends Omit<StateFormat<State>, "decode"> {
  /** The vendor's id of a record. */
  id: (record: Item) => Id;
  /** The state that was stored; throws when it is damaged. `thoroughly`: looks at all of it, once in a run. */
  decode(stored: unknown, thoroughly: boolean): State;
  /** Everything, or what `since` leaves of it. */
  everything: (since: string | undefined, warn: (message: string) => void) => Selection<Item>;
  /** What the last runs have not delivered. */
  news: (start: Start<State>) => News<Item>;
}

export interface Start<State> {
  /** What was stored last; undefined when there is nothing to go on from. */
  state: State | undefined;
  /** What the page before this one gave as `progress`; undefined on the first page. */
  progress: unknown;
  initial: Sync<unknown, State>["initial"];
  warn: (message: string) => void;
}

/** Which records of a page are delivered. */
export interface Selection<Item> {
  take: (records: readonly Item[]) => Item[];
  /** Whether the list holds nothing to deliver after these records. */
  endsWith?: (records: readonly Item[]) => boolean;
}

export interface News<Item> extends Selection<Item> {
  /** What the next run needs, and the next page of this one, as JSON. `complete`: this was the last page. */
  store: (complete: boolean) => { state: unknown; progress: unknown };
}

/** How far a run has read. */
export type SyncPlace = {
  v: number;
  /** Tells the list, so that the place is not taken for one in another. */
  list: string;
  /** The page to read. */
  token: string;
  pages: number;
  records: number;
  /** The pages that were read, by hash of their tokens and of the ids on them. */
  tokens: PackedShards;
  /** How many pages in a row held nothing, or the same as one before. */
  idle?: number;
  progress: unknown;
};

const version = 1;

const unusable = (problem: string) =>
  new SpectralError(
    `The place of this run cannot be used: ${problem}. The next run starts from the first page; nothing is lost.`,
  );

const readPlace = (stored: Partial<SyncPlace>, list: string) => {
  if (stored.v !== version) throw unusable(`it has the unknown version ${JSON.stringify(stored.v)}`);
  if (stored.list !== list) throw unusable("it belongs to another list, because the trigger's inputs were changed");
  const { token, pages, records, tokens, idle = 0, progress } = stored as SyncPlace;
  if (typeof token !== "string" || !(pages > 0) || !(records >= 0) || !(idle >= 0)) throw unusable("it is damaged");
  return { token, pages, records, idle, tokens: ifWhole(() => ShardedTable.read(tokens)), progress };
};

const ifWhole = <Value>(read: () => Value): Value => {
  try {
    return read();
  } catch (error) {
    throw unusable(`it is damaged: ${(error as Error).message}`);
  }
};

type Place = Omit<ReturnType<typeof readPlace>, "token"> & { token: string | undefined };

const firstPage = (): Place => ({
  token: undefined,
  pages: 0,
  records: 0,
  idle: 0,
  tokens: ShardedTable.empty(),
  progress: undefined,
});

/** Other parameters would have failed on the first page already. */
const refusesToken = (error: Error) => error instanceof ApiError && [400, 404, 410].includes(error.status ?? 0);

/** The same error, its message extended by how far the run got: the type still tells what went wrong. */
const interrupted = (error: unknown, { token, pages, records }: Place): unknown => {
  if (!(error instanceof Error) || token === undefined) return error;
  const reason = refusesToken(error) ? ` The page token "${token}" was refused: it has probably expired.` : "";
  error.message += `${reason} The run has read ${pages} pages (${records} records) and ends here; the next one starts from the first page, and nothing is lost.`;
  return error;
};

const endsHere = "The run ends here; the next one starts from the first page, and nothing is lost.";

/** Notes a page that was read, and gives how many in a row held nothing, or the same as one before. */
const noteIdle = <Item>({ tokens, idle }: Place, items: readonly Item[], id: (record: Item) => Id): number => {
  if (items.length === 0) return idle + 1;
  const content = hashOf(`ids\n${items.map((record) => readId(record, id)).join("\n")}`);
  if (tokens.get(content) !== undefined) return idle + 1;
  tokens.set(content, 0);
  return 0;
};

const placeAfter = <Item>(
  place: Place,
  list: string,
  next: string,
  items: readonly Item[],
  id: (record: Item) => Id,
): Omit<SyncPlace, "progress"> => {
  const { tokens } = place;
  const records = place.records + items.length;
  if (place.token !== undefined) tokens.set(hashOf(place.token), 0);
  if (tokens.get(hashOf(next)) !== undefined) {
    throw new SpectralError(
      `The list repeats itself: after ${records} records the answer names a page that was already read (token "${next}"). ${endsHere}`,
    );
  }
  const idle = noteIdle(place, items, id);
  if (idle >= mostIdlePages) {
    throw new SpectralError(
      `The list does not end: after ${records} records ${idle} pages in a row held nothing new, and the answer names one more (token "${next}"). ${endsHere}`,
    );
  }
  return { v: version, list, token: next, pages: place.pages + 1, records, tokens: tokens.toJSON(), idle };
};

/** What the last runs left, with a warning where it cannot be used. */
const stateFor = <Item, State>(
  { polling, logger }: PollContext,
  { initial, comparison }: Sync<Item, State>,
  { place, scope, isFirstPage }: { place: string; scope: string; isFirstPage: boolean },
): State | undefined => {
  const { state, problem } = readState(polling.getState(), place, scope, {
    ...comparison,
    decode: (stored) => comparison.decode(stored, isFirstPage),
  });
  if (problem && isFirstPage && !initial) {
    logger.warn(`The state of the last run cannot be used: ${problem}. Everything is delivered anew.`);
  }
  return state;
};

/**
 * Performs one page of a sync: fetches it, and gives the records to deliver and the place of the next page, null after
 * the last. An empty page with a token is followed.
 *
 * The state is stored as the very last step, and it holds exactly what the pages so far have delivered. So the records
 * of a page that fails, and of all pages after it, are delivered by the next run.
 *
 * Throws what fetching throws, with how far the run got; and when a page token comes a second time, when 1000
 * pages in a row hold nothing new, or when the payload's `paginationState` is not a place in this list.
 */
export const syncPage = async <Item, State>(
  context: PollContext,
  { paginationState, flow }: Pick<TriggerPayload<SyncPlace>, "paginationState" | "flow">,
  sync: Sync<Item, State>,
) => {
  const { mode, initial, comparison, fetchPage } = sync;
  const scope = hashText(sync.scope);
  const list = hashText([comparison.kind, scope, mode, initial ?? null]);
  const ownPlace = placeOf({ flow }, sync.trigger ?? comparison.kind);
  const place = paginationState ? readPlace(paginationState, list) : firstPage();
  const state =
    mode === "incremental"
      ? stateFor(context, sync, { place: ownPlace, scope, isFirstPage: !paginationState })
      : undefined;
  const warn = (message: string) => context.logger.warn(message);
  const startNews = (): News<Item> =>
    ifWhole(() => comparison.news({ state, progress: place.progress, initial, warn }));
  const news = mode === "incremental" ? startNews() : undefined;
  const selection = news ?? comparison.everything(initial?.since, warn);

  const page = await fetchPage(place.token).catch((error) => {
    throw interrupted(error, place);
  });
  const next = page.next && !selection.endsWith?.(page.items) ? page.next : undefined;
  const placeOfNext = next === undefined ? undefined : placeAfter(place, list, next, page.items, comparison.id);
  const items = selection.take(page.items);
  const stored = news?.store(next === undefined);
  const unlessThere = state !== undefined;
  if (stored) writeState(context, { place: ownPlace, scope, unlessThere }, stored.state, comparison);
  return {
    items,
    paginationState: placeOfNext ? { ...placeOfNext, progress: stored?.progress } : null,
    polledNoChanges: items.length === 0 && next === undefined,
  };
};
