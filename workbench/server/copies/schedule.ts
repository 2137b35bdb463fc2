import type { Entry } from "../../../engine/component";

/** Every five minutes, for whoever has no other schedule in mind. */
export const usualSchedule = "*/5 * * * *";

/** Whether a flow that begins with it needs a schedule. */
export const needsSchedule = ({ kind, definition }: Entry): boolean =>
  kind === "trigger" && definition.scheduleSupport === "required";
