/** Inputs that several actions of TSManage share. */
import { integerInput } from "../platform/inputs";
import { exampleMemberId, ids } from "./vocabulary";

export const memberIds = ids.member.several(
  `The members, by their client unique identifiers, for example ${exampleMemberId}. Any number of them; one that is given twice counts once.`,
  { label: "Member IDs", required: true },
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
