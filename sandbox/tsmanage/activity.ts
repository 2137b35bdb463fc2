/** Everyday life at the vendor's. */
import { inTurn } from "../core/seed";
import type { State } from "./families";

/** The member whose turn it is connects, at a time in milliseconds. */
export const simulateActivity = ({ members }: State, now: number, step: number): void => {
  const member = inTurn([...members.values()], step);
  if (member) Object.assign(member, { lastConnected: Math.floor(now / 1000), connections: member.connections + 1 });
};
