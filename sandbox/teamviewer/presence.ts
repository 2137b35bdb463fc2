import type { Random } from "../core/random";
import { day, hour, isoDate } from "../core/time";

export type OnlineState = "Online" | "Busy" | "Away" | "Offline";

/** As often as seeded people are in each state. */
export const onlineStates: OnlineState[] = ["Online", "Online", "Busy", "Away", "Offline", "Offline"];

/** One in five computers is offline, one in ten for more than thirty days. */
export const presence = (index: number, chance: Random, now: number) => {
  if (index % 10 === 7) return { isOnline: false, last_seen: isoDate(now - 31 * day - chance.integer(300 * day)) };
  if (index % 10 === 3) return { isOnline: false, last_seen: isoDate(now - hour - chance.integer(20 * day)) };
  return { isOnline: true, last_seen: isoDate(now) };
};
