import { isUint8Array } from "node:util/types";
import type { ActionResult, Entry } from "./component";
import { createContext } from "./context";
import type { Logger } from "./logger";
import type { Params } from "./params";

/** What a later step of a flow would see of an action's result. */
const shownResult = ({ data, contentType }: ActionResult = {}): unknown =>
  isUint8Array(data) && contentType ? { data, contentType } : data;

/**
 * Runs an action or a data source as the platform does and gives what a later step, or a dropdown, gets of it. Throws
 * what the component throws.
 */
export const perform = async (
  { kind, definition }: Exclude<Entry, { kind: "trigger" }>,
  params: Params,
  surroundings: { logger: Logger; debug: boolean },
): Promise<unknown> => {
  const context = createContext(surroundings);
  if (kind === "action") return shownResult(await definition.perform(context, params));
  return (await definition.perform(context, params))?.result;
};
