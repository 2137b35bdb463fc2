/** What the component shows before it is run: example payloads, labels and comments. */
import { component } from "../support/component";
import { actionKeys, withFields } from "../support/inputs";
import { answerOf } from "../support/recording";
import { useRequests } from "../support/requests";

const actions = Object.values(component.actions);
const api = useRequests();

test.each(actionKeys)("the example payload of %s has the shape that the vendor documents", async (key) => {
  const operation = await api.operationOf(key);
  const answer = answerOf(key);
  if (answer === undefined) expect(api.description.hasBody(operation)).toBe(false);
  else expect(api.description.problemsOfAnswer(operation, answer)).toEqual([]);
});

test.each(actionKeys)("%s gives its example payload when the vendor answers so", async (key) => {
  const { data } = await api.perform(key, await api.neededInputs(key));
  expect(data).toEqual(component.actions[key]?.examplePayload?.data);
});

const everything = [
  ...actions,
  ...Object.values(component.dataSources),
  ...Object.values(component.triggers),
  ...component.connections.map(({ inputs, ...rest }) => ({ ...rest, display: undefined, inputs })),
];
const inputs = everything.flatMap(({ key, inputs: own }) => withFields(own).map((input) => ({ of: key, ...input })));

test("every input says what it is", () => {
  expect(
    inputs.filter(({ comments }) => !comments || comments.length < 15).map(({ of, key }) => `${of}.${key}`),
  ).toEqual([]);
});

test("display text names no platform and addresses nobody", () => {
  const texts = everything.flatMap(({ display, inputs: own }) => [
    ...(display ? [display.label, display.description] : []),
    ...withFields(own).flatMap(({ label, comments = "" }) => [label, comments]),
  ]);
  expect(texts.filter((text) => /prismatic|\byou(r|rs)?\b|\benter the\b/i.test(text))).toEqual([]);
});

test("every action that only reads is safe to perform while a flow is designed, and no other", () => {
  const safe = actions.filter(({ performSafety }) => performSafety === "SAFE").map(({ key }) => key);
  expect(safe.filter((key) => !/^(find(?!OrCreate)|get|list|query|scanResultsCount)/.test(key))).toEqual([]);
  expect(
    actions
      .filter(({ key }) => /^(get|list|query)/.test(key))
      .map(({ key }) => key)
      .filter((key) => !safe.includes(key)),
  ).toEqual([]);
});

test("every data source starts with a verb and offers a picklist", () => {
  for (const { display, dataSourceType, examplePayload } of Object.values(component.dataSources)) {
    expect(display.label).toMatch(/^Select /);
    expect(dataSourceType).toBe("picklist");
    expect(examplePayload?.result).toEqual([{ key: expect.any(String), label: expect.any(String) }]);
  }
});

test("every dropdown that an input names exists", () => {
  const named = inputs.flatMap(({ dataSource }) => (dataSource ? [dataSource] : []));
  expect([...new Set(named)].filter((key) => !(key in component.dataSources))).toEqual([]);
});

test.each([...actions, ...Object.values(component.triggers)])(
  "$key has every input that the dropdowns of its inputs are filled by",
  ({ inputs: own }) => {
    const keys = own.map(({ key }) => key);
    const needed = withFields(own).flatMap(({ dataSource }) =>
      (component.dataSources[dataSource ?? ""]?.inputs ?? []).filter(({ type }) => type !== "connection"),
    );
    expect(needed.map(({ key }) => key).filter((key) => !keys.includes(key))).toEqual([]);
  },
);

test("every secret is a password input", () => {
  const secrets = inputs.filter(({ key, type }) => /password|secret|^token$/i.test(key) && type !== "password");
  expect(secrets).toEqual([]);
});
