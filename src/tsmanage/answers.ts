/** What TSManage's answers hold, before anything of it is used. */
import { SpectralError } from "@prismatic-io/spectral";
import type { components } from "../../generated/tsmanage";
import { isRecord } from "../http/answers";

export type Member = components["schemas"]["Member"];
export type ServerGroup = components["schemas"]["ServerGroup"];

/**
 * The members of a list. Whether an unknown one stands there as null is not said: that is none. Throws for what is no
 * list, and for a member that cannot be told from others. `request` names the vendor and the operation.
 */
export const membersIn = (list: unknown, request: string, then: string): Member[] => {
  const refuse = (how: string) => new SpectralError(`${request} answered ${how}. ${then}`);
  if (!Array.isArray(list)) throw refuse("without a list of members");
  const members = list.filter((each) => each !== null);
  const isMember = (each: unknown): each is Member =>
    isRecord(each) && typeof each.clientUniqueIdentifier === "string" && each.clientUniqueIdentifier !== "";
  if (!members.every(isMember)) throw refuse("with a member without its clientUniqueIdentifier");
  return members;
};

/** Each once: of those with the same key the last, in the place of the first. */
export const onceEach = <Item>(items: readonly Item[], keyOf: (item: Item) => unknown): Item[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];
