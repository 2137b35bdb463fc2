/** Which actions an operation's change touches. */
import { declaredOf } from "../../src/platform/declared";
import * as families from "../../src/teamviewer/resources";

const actions = Object.values<{ actions?: Record<string, object> }>(families).flatMap((family) =>
  Object.entries(family.actions ?? {}),
);

/** The keys of the actions that are declared to call an operation, sorted. */
export const actionsCalling = (operation: string): string[] =>
  actions
    .filter(([, action]) => declaredOf(action)?.operations.includes(operation))
    .map(([key]) => key)
    .sort();
