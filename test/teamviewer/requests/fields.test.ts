/** Nothing that the vendor takes is missing, and nothing that is filled in is ignored. */
import type { Input } from "../../support/component";
import { fieldsSent } from "../../support/description";
import { exceptionsOf } from "../../support/exceptions";
import { actionKeys, allInputs, inputsOf, type Values, variationOf } from "../../support/inputs";
import { useRequests } from "../../support/requests";
import type { Received } from "../../support/server";

const api = useRequests();

test.each(actionKeys)("%s offers every field that its operation knows, but for the exceptions", async (key) => {
  const sent: Received[] = [];
  for (const inputs of allInputs(key)) sent.push(await api.requestOf(key, inputs));
  const offered = sent.flatMap(fieldsSent);
  const known = sent.slice(0, 1).map(api.description.operationOf).flatMap(api.description.fieldsOf);
  // A field of any value can have fields of its own that the description does not know.
  const isOffered = (field: string) => offered.some((each) => each === field || each.startsWith(`${field}.`));
  expect(known.filter((field) => !isOffered(field))).toEqual(
    exceptionsOf("notForBuilders", key).flatMap(({ fields }) => fields),
  );
});

/** What the vendor sees of the requests that an action sends. */
const seen = async (key: string, inputs: Values) =>
  (await api.requestsOf(key, inputs)).map(({ method, url, body }) => `${method} ${url} ${body}`);

/** Without an input that excludes others there may be nothing to send: the refusal names one of those then. */
const refusalWithout = (key: string, input: Input) => (error: Error) => {
  const excluded = exceptionsOf("exclusive", key).flatMap((each) => (each.input === input.key ? each.excludes : []));
  const labels = inputsOf(key).flatMap((each) => (excluded.includes(each.key) ? [each.label] : []));
  if (!labels.some((label) => error.message.startsWith(`${label}: `))) throw error;
  return [error.message];
};

test.each(actionKeys)("%s sends something else when any of its inputs changes, but for the exceptions", async (key) => {
  const changing = new Set<string>();
  for (const inputs of [...allInputs(key), await api.neededInputs(key)]) {
    const before = await seen(key, inputs);
    for (const input of inputsOf(key)) {
      if (changing.has(input.key) || !(input.key in inputs)) continue;
      const varied = { ...inputs, [input.key]: variationOf(input) };
      const after = await seen(key, varied).catch(refusalWithout(key, input));
      if (after.join() !== before.join()) changing.add(input.key);
    }
  }
  // Maximum Records says where reading ends: test/teamviewer/lists.test.ts.
  const ignored = inputsOf(key).filter((input) => !changing.has(input.key) && input.key !== "maximumRecords");
  expect(ignored.map((input) => input.key)).toEqual(exceptionsOf("notInTheRequest", key).map(({ input }) => input));
});
