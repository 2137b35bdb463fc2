/** Rules of Conditional Access: who may connect to what, and under which options. */
import check from "../../../../generated/teamviewer.checks/ExpirationData";
import { limits } from "../../../../generated/teamviewer.limits";
import { textInput } from "../../../platform/inputs";
import { jsonItemsInput } from "../../../platform/jsonInputs";
import { change, list, picklist, readList } from "../../client";
import { continuationToken as continuation_token, reading } from "../../inputs";
import { ids } from "../../vocabulary";
import { partiesOf, partyInputs, withPartyIds } from "./parties";

export const conditionalAccessRules = list("GET /ConditionalAccess/Rules", {
  items: "rules",
  next: "continuation_token",
  token: "continuation_token",
});

const exampleExpiration = {
  StartsOn: "2026-03-31T14:00:00Z",
  ExpiresOn: "2026-06-30T22:00:00Z",
  Description: "Maintenance contract of the second quarter",
  TimezoneOffset: 2,
  Timezone: "Europe/Warsaw",
};

const inputs = {
  ...partyInputs,
  featuresOptionId: ids.featureOption.optional("The feature option of the rule, by its GUID. Blank: none is sent."),
  timeOptionId: ids.timeOption.optional("The time option of the rule, by its GUID. Blank: none is sent."),
  locationOptionId: ids.locationOption.optional(
    "The location option of the rule, by its GUID. The API does not list them. Blank: none is sent.",
  ),
  approvalOptionId: ids.approvalOption.optional("The approval option of the rule, by its GUID. Blank: none is sent."),
  expirations: jsonItemsInput(
    {
      label: "Expirations",
      comments:
        "The periods for which the rule holds: a list of at most 100 objects, each with StartsOn and ExpiresOn (ISO 8601), Description, TimezoneOffset and Timezone. Blank: none are sent.",
      example: [exampleExpiration],
      most: 100,
    },
    check,
  ),
  comment: textInput({
    label: "Comment",
    comments: "A remark that is stored with the rule, at most 200 characters. Blank: none is sent.",
    example: "Deputy during the night shift",
    ...limits.ConditionalAccessRuleParameters.comment,
  }),
  modificationReason: textInput({
    label: "Modification Reason",
    comments: "Why the rule is made or changed. Blank: no reason is given.",
    example: "Maintenance contract was extended",
  }),
};

const conditionalAccessRuleId = ids.conditionalAccessRule.required("The rule, by its ID.");

const exampleRule = {
  sourceId: "12345678",
  sourceType: 0 as const,
  targetId: "23456789",
  targetType: 0 as const,
  state: 0 as const,
  optionSetId: "41c7d2e8-9f05-4b63-8a1d-6e0c3b5f7924",
  featuresOptionId: "0e9b6d53-7a18-4f2c-b5d4-8c3f1e7a9062",
  timeOptionId: "2a7c4f90-5e83-4d16-9b0e-6f8d1c3b7a45",
  locationOptionId: "b3d60e97-2c15-4f8a-9e4b-7a1f5c8d0632",
  approvalOptionId: "8f3e0c61-4b97-4a52-8d6f-1e5c9b7a2d08",
  expirations: [exampleExpiration],
  ruleId: "f5a2c8d1-6e74-4b03-9c5f-0d8e7b1a4f62",
  comment: "Deputy during the night shift",
};

const listConditionalAccessRules = readList({
  label: "List Conditional Access Rules",
  description:
    "List the rules of Conditional Access, a page or all of them, each with its source, target, options and state: 0 valid, 1 source invalid, 2 target invalid, 3 both invalid.",
  list: conditionalAccessRules,
  inputs: { continuation_token, ...reading },
  request: (query) => ({ query }),
  example: { rules: [exampleRule], continuation_token: "cnVsZS0xMDA=" },
});

const createConditionalAccessRule = change({
  label: "Create Conditional Access Rule",
  description:
    "Create a rule of Conditional Access, by which its source may connect to its target under the given options.",
  operation: "POST /ConditionalAccess/Rules",
  inputs,
  request: (fields) => ({ body: withPartyIds(fields) }),
  example: exampleRule,
});

const updateConditionalAccessRule = change({
  label: "Update Conditional Access Rule",
  description:
    "Change the expirations of a rule of Conditional Access. TeamViewer wants its source and target all the same, as the rule has them. It does not say whether another source, target, option or comment is taken over, nor what stays where an input is left blank.",
  operation: "PUT /ConditionalAccess/Rules/{id}",
  inputs: { conditionalAccessRuleId, ...inputs },
  request: ({ conditionalAccessRuleId: id, ...fields }) => ({ path: { id }, body: withPartyIds(fields) }),
});

const deleteConditionalAccessRule = change({
  label: "Delete Conditional Access Rule",
  description:
    "Delete a rule of Conditional Access, with a reason where there is one. What no other rule allows is refused from then on.",
  irreversible: true,
  operation: "DELETE /ConditionalAccess/Rules",
  inputs: {
    conditionalAccessRuleId,
    modification_reason: textInput({
      label: "Modification Reason",
      comments: "Why the rule is deleted. Blank: no reason is given.",
      example: "Maintenance contract has ended",
    }),
  },
  request: ({ conditionalAccessRuleId: id, ...body }) => ({ body: { id, ...body } }),
});

const selectConditionalAccessRule = picklist({
  label: "Select Conditional Access Rule",
  description: "Pick one of the rules of Conditional Access, by comment, source and target.",
  records: (tv) => conditionalAccessRules.pages(tv),
  key: (rule) => rule.ruleId,
  name: (rule) => [rule.comment, partiesOf(rule)],
  example: { key: exampleRule.ruleId, label: "Deputy during the night shift (account 12345678 to account 23456789)" },
});

export const actions = {
  listConditionalAccessRules,
  createConditionalAccessRule,
  updateConditionalAccessRule,
  deleteConditionalAccessRule,
};
export const dataSources = { selectConditionalAccessRule };
