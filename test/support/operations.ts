import type { Family } from "../../src/platform/component";
import { declaredOf } from "../../src/platform/declared";
import * as families from "../../src/teamviewer/resources";

const definitions: Record<string, object> = Object.assign(
  {},
  ...Object.values<Family>(families).map(({ actions }) => actions),
);

/** The operations that an action is declared to call, its own first; none for one that no helper has made. */
export const declaredOperations = (key: string): readonly string[] =>
  declaredOf(definitions[key] ?? {})?.operations ?? [];
