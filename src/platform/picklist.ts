import { ConnectionError, type Element, SpectralError } from "@prismatic-io/spectral";
import { messageOf } from "../http/errors";
import type { Page } from "../http/pages";

/** Somebody is waiting for a dropdown: so long, in milliseconds, and so many entries. */
export const longestWait = 10_000;
export const mostEntries = 10_000;

/** The pages of a list, or the records of one answer. */
export type Source<Item> = AsyncIterable<Page<Item>> | Promise<readonly Item[]>;

/** The records that a dropdown offers, and why there are no more where there may be. */
export interface Offered<Item> {
  records: readonly Item[];
  cut?: string;
}

const asPages = async function* <Item>(source: Source<Item>): AsyncGenerator<{ items: readonly Item[] }> {
  if (Symbol.asyncIterator in source) yield* source;
  else yield { items: await source };
};

const timeUp = Symbol("time is up");

interface Bounds {
  /** In milliseconds. */
  wait?: number;
  most?: number;
  /** Told why the rest is missing where the source failed after its first records. */
  warn: (message: string) => void;
}

/**
 * The first records of a source: as many as a dropdown can hold, as come while somebody waits, and as come before the
 * source fails. Throws when none came by then, and when the vendor refuses the credentials.
 */
export const firstOf = async <Item>(
  source: Source<Item>,
  { wait = longestWait, most = mostEntries, warn }: Bounds,
): Promise<Offered<Item>> => {
  const records: Item[] = [];
  let timer: NodeJS.Timeout | undefined;
  const bell = new Promise<typeof timeUp>((resolve) => {
    timer = setTimeout(resolve, wait, timeUp);
  });
  const pages = asPages(source);
  try {
    for (;;) {
      const page = await Promise.race([pages.next(), bell]);
      if (page === timeUp) break;
      if (page.done) return { records };
      for (const item of page.value.items) records.push(item);
      if (records.length > most) return { records: records.slice(0, most), cut: `the first ${most} are offered` };
    }
  } catch (error) {
    if (records.length === 0 || error instanceof ConnectionError) throw error;
    warn(messageOf(error));
    return { records, cut: "those that came before an error are offered" };
  } finally {
    clearTimeout(timer);
  }
  const seconds = wait / 1000;
  if (records.length === 0) {
    throw new SpectralError(`Nothing came within ${seconds} s. Fill in the value by hand, or try again later.`);
  }
  return { records, cut: `those that came within ${seconds} s are offered` };
};

/** Texts and numbers; what else a vendor sends has no words for a person. */
const filled = (part: unknown): part is string | number =>
  (typeof part === "string" && part !== "") || typeof part === "number";

/** `name (detail, detail)` of what is there; blank when nothing is. */
const labelOf = ([name, ...details]: unknown[]): string => {
  const [first, ...rest] = [name, ...details].filter(filled);
  if (first === undefined) return "";
  return rest.length > 0 ? `${first} (${rest.join(", ")})` : String(first);
};

/**
 * The result of a picklist data source: one element per record that has a key, sorted by label. `label` gives a name
 * and the details that tell two of that name apart; what is missing is left out, and where labels still are equal, or
 * blank, the key is added. Where there may be more, a last element without a value says so.
 */
export const toPicklist = <Item>(
  { records, cut }: Offered<Item>,
  read: { key: (record: Item) => unknown; label: (record: Item) => unknown[] },
): { result: Element[] } => {
  const elements = records
    .filter((record) => record !== undefined && record !== null && filled(read.key(record)))
    .map((record) => ({ key: String(read.key(record)), label: labelOf(read.label(record)) }));
  const uses = new Map<string, number>();
  for (const { label } of elements) uses.set(label, (uses.get(label) ?? 0) + 1);
  const collator = new Intl.Collator("en", { numeric: true });
  const result = elements
    .map(({ key, label }) => {
      if (label === "") return { key, label: key };
      return { key, label: uses.get(label) === 1 ? label : `${label} – ${key}` };
    })
    .sort((a, b) => collator.compare(a.label, b.label));
  return { result: cut ? [...result, { key: "", label: `… only ${cut}: fill in any other by hand` }] : result };
};
