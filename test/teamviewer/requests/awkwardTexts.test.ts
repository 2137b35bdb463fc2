/** Whatever a builder writes into a text input, the vendor gets a valid request or none. */
import { actionKeys, allInputs, inputsOf } from "../../support/inputs";
import { useRequests } from "../../support/requests";

const api = useRequests();

/** The vendor's limits of length and form may refuse them. */
const awkwardTexts = ["x", "x".repeat(5000), "4711", "ż😀", "-1", "true", "a@b"];

const takesText = ({ type, model, collection }: ReturnType<typeof inputsOf>[number]) =>
  type !== "boolean" && !model && !collection;

test.each(actionKeys)(
  "%s refuses a text that the vendor would refuse, by the input's name, and sends every other as a valid request",
  async (key) => {
    for (const inputs of allInputs(key)) {
      for (const { key: input, label } of inputsOf(key).filter((each) => each.key in inputs && takesText(each))) {
        for (const text of awkwardTexts) {
          const problems = await api
            .requestOf(key, { ...inputs, [input]: text })
            .then(api.description.problemsOfRequest, (error: Error) => [error.message]);
          const unnamed = problems.filter((problem) => !problem.startsWith(`${label}: `));
          expect([input, text.slice(0, 20), unnamed]).toEqual([input, text.slice(0, 20), []]);
        }
      }
    }
  },
);
