import type { Seeding } from "../core/families";
import { keyed, times } from "../core/seed";
import type { Schema } from "./calls";

export interface ServerGroup {
  sgid: number;
  name: string;
}

export interface ServerGroupState {
  /** By `sgid`. */
  serverGroups: Map<number, ServerGroup>;
}

export const counts = { serverGroups: 8 };

const names = ["Server Admin", "Normal", "Guest", "Applicant", "Recruit", "Raider", "Officer", "Guild Master"];

export const seed = ({ count }: Seeding<typeof counts>): ServerGroupState => ({
  serverGroups: keyed(
    times(count.serverGroups, (index) => ({ sgid: 6 + index, name: names[index] ?? `Squad ${index + 1}` })),
    ({ sgid }) => sgid,
  ),
});

/** As the answer of an update has it: most of its numbers are texts there. */
export const groupAnswer = ({ sgid, name }: ServerGroup): Schema<"ServerGroup"> => ({
  sgid: String(sgid),
  name,
  type: 1,
  iconid: "0",
  savedb: 1,
  sortid: String(sgid * 10),
  namemode: 0,
  nModifyp: 75,
  nMemberAddp: 50,
  nMemberRemovep: 50,
  _namespace: "",
});

/** It stands for no operation of its own: the API lists no groups. */
export const handlers = {};
