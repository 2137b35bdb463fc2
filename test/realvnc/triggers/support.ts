import type { AuditEvent, SandboxOptions } from "../../../sandbox/realvnc";
import { component, useRealVnc } from "../../support/realvnc";
import type { TriggerTest } from "../../support/triggers";

/** As `useRealVnc`, as the tests of triggers take it. */
export const useTriggers = (options: SandboxOptions = {}) => {
  const rv = useRealVnc(options);
  const test: TriggerTest = {
    component,
    get sandbox() {
      return rv.sandbox;
    },
    get user() {
      return rv.connection;
    },
  };
  return { rv, test };
};

/** An event of the session log, or of the team. */
export const eventAt = (id: string, timestamp: number, eventCategory = "SESSION_LOG"): AuditEvent => ({
  ...{ id, timestamp, eventCategory, eventType: "connection_start", eventBody: {} },
});
