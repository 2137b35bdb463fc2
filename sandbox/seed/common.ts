import type { Random } from "../random";
import type { OnlineState } from "../store";

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** ISO 8601 in UTC with whole seconds, as the vendor writes it. */
export const isoDate = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;

export const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const keyed = <Key, Item>(items: Item[], key: (item: Item) => Key) =>
  new Map<Key, Item>(items.map((item) => [key(item), item]));

/** Numbers that rise by an uneven step, so that ids are unique and do not look like a counter. */
export const idNumber = (first: number, index: number) => first + index * 37 + (index % 5) * 3;

export const onlineStates: OnlineState[] = ["Online", "Online", "Busy", "Away", "Offline", "Offline"];

/** One in five computers is offline, one in ten for more than thirty days. */
export const presence = (index: number, chance: Random, now: number) => {
  if (index % 10 === 7) return { isOnline: false, last_seen: isoDate(now - 31 * day - chance.integer(300 * day)) };
  if (index % 10 === 3) return { isOnline: false, last_seen: isoDate(now - hour - chance.integer(20 * day)) };
  return { isOnline: true, last_seen: isoDate(now) };
};

export const teamviewerIdOf = (index: number) => 384_000_000 + index * 53 + (index % 7);

export const sessionCode = (index: number) => {
  const digits = String(idNumber(123_456_789, index));
  return `s${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
};
