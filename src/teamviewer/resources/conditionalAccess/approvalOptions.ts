/** Approval options of Conditional Access: who has to agree to a connection that a rule allows. */
import { change, list, picklist, readList } from "../../client";
import { continuationToken, reading } from "../../inputs";
import { ids } from "../../vocabulary";
import { mayBeInUse, optionList, optionName, replacesTheWhole } from "./options";

export const approvalOptions = list("GET /ConditionalAccess/Options/Approval", optionList);

const approvalOptionId = ids.approvalOption.required("The approval option, by its GUID.");

const inputs = {
  name: optionName("Head of support"),
  accountIds: ids.account.several("The users who can approve a connection, for example u12345678; at most 50.", {
    label: "Approvers",
    required: true,
    most: 50,
  }),
};

const bodyOf = ({ name, accountIds }: { name: string; accountIds: number[] }) => ({ name, data: { accountIds } });

const exampleOption = {
  data: { accountIds: [12345678] },
  optionId: "8f3e0c61-4b97-4a52-8d6f-1e5c9b7a2d08",
  name: "Head of support",
};

const listConditionalAccessApprovalOptions = readList({
  label: "List Conditional Access Approval Options",
  description:
    "List the approval options of Conditional Access, a page or all of them, each with the account numbers of its approvers: 12345678 is the user u12345678.",
  list: approvalOptions,
  inputs: { continuationToken, ...reading },
  request: (query) => ({ query }),
  example: { options: [exampleOption], continuation_token: "YW8tMTAw" },
});

const createConditionalAccessApprovalOption = change({
  label: "Create Conditional Access Approval Option",
  description:
    "Create an approval option, which says who can approve a connection. It does nothing until a rule names it.",
  operation: "POST /ConditionalAccess/Options/Approval",
  inputs,
  request: (values) => ({ body: bodyOf(values) }),
  example: exampleOption,
});

const updateConditionalAccessApprovalOption = change({
  label: "Update Conditional Access Approval Option",
  description: `Change the name of an approval option and its approvers. ${replacesTheWhole}`,
  operation: "PUT /ConditionalAccess/Options/Approval/{optionId}",
  inputs: { approvalOptionId, ...inputs },
  request: ({ approvalOptionId: optionId, ...values }) => ({ path: { optionId }, body: bodyOf(values) }),
  example: exampleOption,
});

const deleteConditionalAccessApprovalOption = change({
  label: "Delete Conditional Access Approval Option",
  description: `Delete an approval option; its approvers stay users of the company. ${mayBeInUse}`,
  irreversible: true,
  operation: "DELETE /ConditionalAccess/Options/Approval/{optionId}",
  inputs: { approvalOptionId },
  request: ({ approvalOptionId: optionId }) => ({ path: { optionId } }),
});

const selectApprovalOption = picklist({
  label: "Select Approval Option",
  description: "Pick one of the approval options of Conditional Access, by name.",
  records: (tv) => approvalOptions.pages(tv),
  key: (option) => option.optionId,
  name: (option) => [option.name],
  example: { key: exampleOption.optionId, label: exampleOption.name },
});

export const actions = {
  listConditionalAccessApprovalOptions,
  createConditionalAccessApprovalOption,
  updateConditionalAccessApprovalOption,
  deleteConditionalAccessApprovalOption,
};
export const dataSources = { selectApprovalOption };
