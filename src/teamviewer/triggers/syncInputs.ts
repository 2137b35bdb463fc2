import { choiceInput } from "../../platform/inputs";
import { examplePoll } from "../../polling";

export const syncMode = choiceInput({
  label: "Mode",
  comments:
    "Incremental: a run delivers what is new or has changed since the last run; the first one delivers everything. Full: every run delivers everything. Default: incremental.",
  choices: [
    { label: "Incremental", value: "incremental" },
    { label: "Full", value: "full" },
  ],
  default: "incremental",
  example: "incremental",
});

/** The example payload of one execution of a batch trigger. */
export const exampleBatch = <Item>(items: Item[]) => {
  const { payload } = examplePoll({});
  return { payload: { ...payload, body: { data: items }, paginationState: undefined } };
};
