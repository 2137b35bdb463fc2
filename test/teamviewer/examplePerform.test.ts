/** What a step that changes something shows while a flow is designed: an example with the inputs in it. */
import { isRecord } from "../../src/http/answers";
import { component } from "../support/component";
import { actionKeys, allInputs, requiredInputs, variationOf } from "../support/inputs";
import { useRequests } from "../support/requests";

const api = useRequests();

const exampleOf = (key: string) => component.actions[key]?.examplePayload?.data;

const keysOf = (isOfKind: (performSafety: string | undefined) => boolean) =>
  Object.values(component.actions).flatMap(({ key, performSafety }) => (isOfKind(performSafety) ? [key] : []));

const reading = keysOf((performSafety) => performSafety === "SAFE");
const changing = keysOf((performSafety) => performSafety !== "SAFE");

test("actions that only read have no example of their own: they are performed themselves", () => {
  expect(reading.filter((key) => "examplePerform" in (component.actions[key] ?? {}))).toEqual([]);
});

test.each(changing)(
  "%s shows its example payload while no optional input is filled in, and sends nothing",
  async (key) => {
    expect(component.actions[key]).toHaveProperty("examplePerform");
    const inputs = key === "rawRequest" ? requiredInputs(key) : await api.neededInputs(key);
    expect(await api.performExample(key, inputs)).toEqual({ requests: [], data: exampleOf(key) });
  },
);

type Fields = Record<string, unknown>;

/** What `given` says of the fields that `example` has too, those of an object field as `field.name`. */
const shared = (given: unknown, example: unknown, path: string[] = []): Fields => {
  if (!isRecord(given) || !isRecord(example)) return path.length > 0 ? { [path.join(".")]: given } : {};
  const names = Object.keys(given).filter((name) => name in example);
  return Object.assign({}, ...names.map((name) => shared(given[name], example[name], [...path, name])));
};

const answering = changing.filter((key) => actionKeys.includes(key) && isRecord(exampleOf(key)));

test.each(answering)("%s shows what is filled in, in every field of the example that it is about", async (key) => {
  for (const inputs of [...allInputs(key), ...allInputs(key, variationOf)]) {
    const { requests, data } = await api.performExample(key, inputs);
    expect(requests).toEqual([]);
    const { body } = await api.requestOf(key, inputs);
    const filledIn = { ...inputs, ...JSON.parse(body || "{}") };
    expect(shared(data, filledIn)).toEqual(shared(filledIn, exampleOf(key)));
  }
});

test.each(answering)("%s shows nothing that the vendor would not answer", async (key) => {
  const operation = await api.operationOf(key);
  for (const inputs of allInputs(key, variationOf)) {
    const { data } = await api.performExample(key, inputs);
    expect(Object.keys(data as object)).toEqual(Object.keys(exampleOf(key) as object));
    expect(api.description.problemsOfAnswer(operation, data)).toEqual([]);
  }
});
