/**
 * No exception to the contract outlives its reason. Of fields without an input and of inputs without an effect that is
 * proved where they are excepted: test/teamviewer/requests/fields.test.ts expects exactly those.
 */
import { component } from "../support/component";
import { exceptions } from "../support/exceptions";
import { allInputs, exampleOf, inputsOf } from "../support/inputs";
import { declaredOperations } from "../support/operations";
import { useRequests } from "../support/requests";

const api = useRequests();

test("every exception is of actions that exist, and gives its reason", () => {
  const all = Object.values(exceptions).flat();
  const keys = Object.keys(component.actions);
  expect(all.flatMap(({ actions }) => actions).filter((action) => !keys.includes(action))).toEqual([]);
  expect(all.filter(({ actions, because }) => actions.length === 0 || !/^[A-Z].{20,}\.$/.test(because))).toEqual([]);
});

const exclusive = exceptions.exclusive.flatMap(({ actions, input, excludes }) =>
  actions.flatMap((action) => excludes.map((excluded) => ({ action, input, excluded }))),
);

test.each(exclusive)("$action refuses $input together with $excluded", async ({ action, input, excluded }) => {
  const both = inputsOf(action).filter(({ key }) => key === input || key === excluded);
  expect(both).toHaveLength(2);
  const values = Object.fromEntries(both.map((each) => [each.key, exampleOf(each)]));
  const { requests, error } = await api.perform(action, { ...(await api.neededInputs(action)), ...values });
  expect(both.map(({ label }) => label)).toContain(error?.message.split(": ")[0]);
  expect(requests).toEqual([]);
});

test.each(exceptions.looksFirst.flatMap(({ actions, asks }) => actions.map((action) => ({ action, asks }))))(
  "$action asks $asks before its own request",
  async ({ action, asks }) => {
    const asked: string[] = [];
    for (const inputs of [await api.neededInputs(action), ...allInputs(action)]) {
      const [first] = await api.requestsOf(action, inputs);
      if (first) asked.push(api.description.operationOf(first));
    }
    expect(asked).toContain(asks);
  },
);

test.each(exceptions.partOfTheAnswer.flatMap(({ actions }) => actions))(
  "%s gives something else than its operation answers",
  async (action) => {
    const data = component.actions[action]?.examplePayload?.data;
    expect(api.description.problemsOfAnswer(await api.operationOf(action), data)).not.toEqual([]);
  },
);

test.each(exceptions.severalRequests.flatMap(({ actions }) => actions))(
  "%s calls several operations, or gives something else than its only one answers",
  (action) => {
    const [only = "", ...others] = declaredOperations(action);
    const data = component.actions[action]?.examplePayload?.data;
    expect(others.length > 0 || api.description.problemsOfAnswer(only, data).length > 0).toBe(true);
  },
);
