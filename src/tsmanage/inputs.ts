/** Inputs that several actions of TSManage share. */
import { integerInput } from "../platform/inputs";
import { ids } from "./vocabulary";

export const memberIds = ids.member.several(
  "The members, by their client unique identifiers, for example Vk9yc2lsYSBNb3JnZW5zdGVybiE=. Any number of them; one that is given twice counts once.",
  {
    label: "Member IDs",
    required: true,
    maxLength: 200,
    pattern: /^[!-~]+$/,
    format: "a client unique identifier such as Vk9yc2lsYSBNb3JnZW5zdGVybiE=",
  },
);

export const serverGroupIds = <const Required extends boolean = false>(
  label: string,
  comments: string,
  required?: Required,
) => ids.serverGroup.several(`${comments} Whole numbers, for example 12.`, { label, required });

export const serverGroupId = (comments: string) => ids.serverGroup.required(`${comments}, by its number.`);

export const batchSize = integerInput({
  label: "Batch Size",
  comments: "How many members one request changes, 1 to 500. Default: 100.",
  example: "100",
  default: "100",
  minimum: 1,
  maximum: 500,
});
