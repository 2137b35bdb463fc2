import type { Seeding } from "../core/families";
import { hour } from "../core/time";
import type { AnyCall, Handlers, Schema } from "./calls";
import type { EntryState } from "./entries";
import { linked } from "./links";

export interface Presence {
  serverId: string;
  status: "ONLINE" | "OFFLINE";
  /** ISO 8601; undefined for a computer that was never seen. */
  lastSeen?: string;
}

export interface PresenceState {
  presence: Map<string, Presence>;
}

export const pageSizes = { presence: 100 };

type Reach = AnyCall<PresenceState & EntryState, typeof pageSizes>;

/** The largest page: what the vendor allows is not said. */
const largest = 500;

export const seed = ({ entries, now }: Seeding<object, EntryState>): PresenceState => ({
  presence: new Map(
    [...entries.values()].flatMap(({ serverId, serverLastSeenTime: lastSeen }): [string, Presence][] => {
      if (serverId === undefined) return [];
      const isOnline = lastSeen !== undefined && now - Date.parse(lastSeen) < hour;
      return [[serverId, { serverId, status: isOnline ? "ONLINE" : "OFFLINE", lastSeen }]];
    }),
  ),
});

const compareBySeen = (a: Presence, b: Presence) => ((a.lastSeen ?? "") < (b.lastSeen ?? "") ? -1 : 1);

export const handlers: Handlers<Reach> = {
  listEntryPresence: ({ query, store, pageSizes }) => {
    const { status, lastSeenSort, page = 0, pageSize = pageSizes.presence } = query ?? {};
    const size = Math.min(Math.max(pageSize, 1), largest);
    const found = [...store.entries.values()]
      .flatMap((entry): (Presence & Schema<"PresenceItem">)[] => {
        const presence = store.presence.get(entry.serverId ?? "");
        return presence ? [{ ...presence, serverName: entry.name }] : [];
      })
      .filter((item) => status === undefined || item.status === status);
    if (lastSeenSort) found.sort(compareBySeen);
    if (lastSeenSort === "DESC") found.reverse();
    const isLast = found.length <= (page + 1) * size;
    return linked(
      { events: found.slice(page * size, (page + 1) * size) },
      { path: "/1.0/presence", query: isLast ? undefined : { page: String(page + 1) }, spelling: "bare" },
    );
  },
};
