import { random } from "../core/random";
import { inTurn } from "../core/seed";
import type { Store as StoreOf } from "../core/store";
import { isoDate } from "../core/time";
import { sessionEvent } from "./audit";
import type { State } from "./families";
import { computerAt, type Entry } from "./fleet";
import { plainId } from "./ids";

type Store = StoreOf<State>;

const inCloud = (store: Store): Entry[] =>
  [...store.entries.values()].filter(({ serverId }) => store.presence.has(serverId ?? ""));

const report = (store: Store, now: number, step: number, ends: boolean) => {
  const member = inTurn([...store.members.values()], step);
  const computer = inTurn(inCloud(store), step);
  if (!member || !computer) return;
  const id = plainId(random(store.newGuid()));
  store.events.push(sessionEvent(id, member, computer, { timestamp: now, ends }));
};

/** The computer whose turn it is goes offline, and the one before it comes back. */
const flip = (store: Store, now: number, step: number) => {
  const computers = inCloud(store);
  const set = (computer: Entry | undefined, status: "ONLINE" | "OFFLINE") => {
    const presence = store.presence.get(computer?.serverId ?? "");
    if (!presence || !computer) return;
    Object.assign(presence, { status, lastSeen: isoDate(now) });
    computer.serverLastSeenTime = isoDate(now);
  };
  if (step > 1) set(inTurn(computers, step - 1), "ONLINE");
  set(inTurn(computers, step), "OFFLINE");
};

const addComputer = (store: Store, now: number, step: number) => {
  const entry = { ...computerAt(10_000 + step, now), name: `NEW-TILL-${step}` };
  store.entries.set(entry.entryId, entry);
  const { serverId, serverLastSeenTime: lastSeen } = entry;
  if (serverId) store.presence.set(serverId, { serverId, status: "ONLINE", lastSeen });
};

/** One step: a session starts and one ends, a computer goes offline and the one before it comes back, a new one is there. */
export const simulateActivity = (store: Store, now: number, step: number): void => {
  report(store, now, step, false);
  report(store, now, step - 1, true);
  flip(store, now, step);
  addComputer(store, now, step);
};
