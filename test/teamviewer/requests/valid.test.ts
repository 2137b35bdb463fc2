/** Every action sends what the vendor's description allows: with all inputs, and with as few as it can do with. */
import { actionKeys, allInputs } from "../../support/inputs";
import { useRequests } from "../../support/requests";

const api = useRequests();

test.each(actionKeys)("%s sends one valid request with every input filled in by its example", async (key) => {
  for (const inputs of allInputs(key)) {
    expect(api.description.problemsOfRequest(await api.requestOf(key, inputs))).toEqual([]);
  }
});

test.each(actionKeys)(
  "%s sends one valid request with only its required inputs, or names one that is missing before it sends anything",
  async (key) => {
    const request = await api.requestOf(key, await api.neededInputs(key));
    expect(api.description.problemsOfRequest(request)).toEqual([]);
  },
);
