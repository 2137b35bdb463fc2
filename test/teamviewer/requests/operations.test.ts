/** What an action is declared to call is what it calls: the reference tells it. */
import { declaredOf } from "../../../src/platform/declared";
import * as families from "../../../src/teamviewer/resources";
import { actionKeys, allInputs, type Values } from "../../support/inputs";
import { useRequests } from "../../support/requests";

const api = useRequests();

const definitions: Record<string, object> = Object.assign(
  {},
  ...Object.values(families).map((family) => ("actions" in family ? family.actions : {})),
);

/** Inputs with which an action calls more than with those of its form's examples. */
const special: Record<string, Values> = { getMissingPatches: { deviceId: "d12345678" } };

test.each(actionKeys)("%s calls the operations that it is declared with, and no others", async (key) => {
  const called = new Set<string>();
  for (const inputs of [await api.neededInputs(key), ...allInputs(key), ...[special[key] ?? []].flat()]) {
    for (const request of await api.requestsOf(key, inputs)) called.add(api.description.operationOf(request));
  }
  expect([...called].sort()).toEqual([...(declaredOf(definitions[key] ?? {})?.operations ?? [])].sort());
});
