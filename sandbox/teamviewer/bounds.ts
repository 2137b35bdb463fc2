import { badRequest } from "../core/errors";

/** Of managers the description says so; of other lists the vendor's own module sends no more (spec/README.md). */
const most = 100;

/** Refuses a request that names more than the vendor takes at a time; `what` it names, in the plural. */
export const refuseMany = (items: readonly unknown[], what: string): void => {
  if (items.length > most) throw badRequest(`At most ${most} ${what} can be named at a time.`);
};
