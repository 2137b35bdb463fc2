import { noContent, ok } from "../core/answers";
import { collection } from "../core/collection";
import type { Seeding } from "../core/families";
import { keyed, times } from "../core/seed";
import type { AnyCall, Handlers, Schema } from "./calls";
import { nameTaken } from "./errors";
import { computerAt, type Entry } from "./fleet";
import { linked } from "./links";
import { checkVersion, etagOf } from "./versions";

export type { Entry } from "./fleet";

export interface EntryState {
  entries: Map<string, Entry>;
}

export const counts = { computers: 40 };

export const pageSizes = { entries: 15 };

export type Reach = AnyCall<EntryState, typeof pageSizes>;

export const seed = ({ count, now }: Seeding<typeof counts>): EntryState => ({
  entries: keyed(
    times(count.computers, (index) => computerAt(index, now)),
    (entry) => entry.entryId,
  ),
});

export const entries = collection({
  name: "Entry",
  records: ({ store }: Reach) => store.entries,
  key: ({ entryId }) => entryId,
});

const answerOf = ({ everyone, version, ...entry }: Entry): Schema<"Entry"> => entry;

const byName = (a: Entry, b: Entry) => (a.name < b.name ? -1 : 1);

/** The list from an entry id, a name, or the beginning of one on. */
const listFrom = (call: Reach, from: string): Entry[] => {
  const name = call.store.entries.get(from)?.name ?? from;
  return entries
    .list(call)
    .filter((entry) => entry.name >= name)
    .sort(byName);
};

export const handlers: Handlers<Reach> = {
  listEntries: (call) => {
    const found = listFrom(call, call.query?.from ?? "");
    const size = call.pageSizes.entries;
    const next = found[size];
    return linked(
      { entries: found.slice(0, size).map(answerOf) },
      { path: "/1.0/entries", query: next && { from: next.name }, spelling: "quoted" },
    );
  },
  readEntry: (call) => {
    const entry = entries.find(call, call.path.entryId);
    return ok(answerOf(entry), { ETag: etagOf(entry) });
  },
  updateEntry: (call) => {
    const entry = entries.find(call, call.path.entryId);
    const { name } = call.body;
    checkVersion(entry, call.headers);
    if (entries.list(call).some((other) => other !== entry && other.name === name)) throw nameTaken(name);
    Object.assign(entry, { name, version: entry.version + 1 });
    return ok(answerOf(entry), { ETag: etagOf(entry) });
  },
  deleteEntry: (call) => {
    entries.remove(call, call.path.entryId);
    return noContent();
  },
};
