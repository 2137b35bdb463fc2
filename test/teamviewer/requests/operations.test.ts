/** What an action is declared to call is what it calls: the reference tells it. */
import { exceptions } from "../../support/exceptions";
import { actionKeys, allInputs, inputsOf, requiredInputs, type Values } from "../../support/inputs";
import { declaredOperations } from "../../support/operations";
import { useRequests } from "../../support/requests";

const api = useRequests();

/** Where a TeamViewer ID is wanted, an ID of the device list is looked up first. */
const listedDevices = (key: string): Values =>
  Object.fromEntries(
    inputsOf(key).flatMap(({ key: input, dataSource, example, collection }) => {
      if (dataSource !== "selectDevice" || String(example).startsWith("d")) return [];
      return [[input, collection ? ["d12345678"] : "d12345678"]];
    }),
  );

/** Inputs with which an action calls more than with those of its form's examples. */
const special = async (key: string): Promise<Values[]> => {
  const listed = listedDevices(key);
  return Object.keys(listed).length > 0 ? [{ ...(await api.neededInputs(key)), ...listed }] : [];
};

test.each(actionKeys)("%s calls the operations that it is declared with, and no others", async (key) => {
  const called = new Set<string>();
  for (const inputs of [await api.neededInputs(key), ...allInputs(key), ...(await special(key))]) {
    for (const request of await api.requestsOf(key, inputs)) called.add(api.description.operationOf(request));
  }
  expect([...called].sort()).toEqual([...declaredOperations(key)].sort());
});

test.each(exceptions.severalRequests.flatMap(({ actions }) => actions))(
  "%s calls no operation that it is not declared with",
  async (key) => {
    const { description, perform } = api;
    const called = new Set<string>();
    for (const inputs of [...allInputs(key), requiredInputs(key)]) {
      const { requests } = await perform(key, { ...inputs, dryRun: "false" }, description.answerTo);
      for (const request of requests) called.add(description.operationOf(request));
    }
    expect([...called]).toContain(declaredOperations(key)[0]);
    expect([...called].filter((operation) => !declaredOperations(key).includes(operation))).toEqual([]);
  },
);
