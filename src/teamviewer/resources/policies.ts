/** TeamViewer policies: settings of the TeamViewer client, which devices and groups are given together. */
import checkSetting from "../../../generated/teamviewer.checks/RemoteSettingsPolicyUiModel_Setting";
import { oneRecord } from "../../http/envelopes";
import { onOffInput, textInput } from "../../platform/inputs";
import { jsonItemsInput } from "../../platform/jsonInputs";
import { change, list, picklist, readAs, readList, update } from "../client";
import { ids } from "../vocabulary";

export const policies = list("GET /TeamViewerPolicies", { items: "policies" });

const teamviewerPolicyId = ids.teamviewerPolicy.required("The TeamViewer policy, by its GUID.");

const exampleSettings = [
  { Key: "AutoLockWorkstation", Value: true, Enforce: true },
  { Key: "ClipboardSynchronization", Value: false, Enforce: false },
];

const examplePolicy = {
  policy_id: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58",
  name: "Kiosk devices",
  settings: exampleSettings,
};

const settings = (comments: string) =>
  jsonItemsInput(
    {
      label: "Settings",
      comments: `A JSON list of objects with Key, the name of the setting as an existing policy has it, Value, of the kind that the setting takes, and Enforce, true where it cannot be changed on the device. ${comments}`,
      example: exampleSettings,
    },
    checkSetting,
  );

const byDefault = (comments: string) => onOffInput({ label: "Default Policy", comments });

const listTeamviewerPolicies = readList({
  label: "List TeamViewer Policies",
  description: "List the TeamViewer policies of the account, each with its settings, in one answer.",
  list: policies,
  inputs: {},
  request: () => ({}),
  example: { policies: [examplePolicy] },
});

const getTeamviewerPolicy = readAs({
  label: "Get TeamViewer Policy",
  description: "Get the name of a TeamViewer policy and its settings, each with its value and whether it is enforced.",
  operation: "GET /TeamViewerPolicies/{id}",
  inputs: { teamviewerPolicyId },
  request: ({ teamviewerPolicyId: id }) => ({ path: { id } }),
  answer: (body) => oneRecord(body, "policies"),
  output: "TeamViewerPolicy",
  example: examplePolicy,
});

const createTeamviewerPolicy = change({
  label: "Create TeamViewer Policy",
  description: "Create a TeamViewer policy. Devices and groups are given it by an update of their own.",
  operation: "POST /TeamViewerPolicies",
  inputs: {
    name: textInput({
      label: "Name",
      comments: "The name of the policy.",
      example: "Kiosk devices",
      required: true,
    }),
    settings: settings("Blank: a policy without settings."),
    default: byDefault("Yes: it becomes the company's default policy. Blank: it does not."),
  },
  request: (body) => ({ body }),
  example: examplePolicy,
});

const updateTeamviewerPolicy = update({
  label: "Update TeamViewer Policy",
  description: "Change a TeamViewer policy: its name, its settings or whether it is the default.",
  operation: "PUT /TeamViewerPolicies/{id}",
  inputs: { teamviewerPolicyId },
  fields: {
    name: textInput({
      label: "Name",
      comments: "The new name of the policy. Blank: left as it is.",
      example: "Kiosk devices",
    }),
    settings: settings(
      "All settings that the policy is to have: the list takes the place of the present one. Blank: left as they are.",
    ),
    default: byDefault("Yes: it becomes the company's default policy. Blank: left as it is."),
  },
  request: ({ teamviewerPolicyId: id }, body) => ({ path: { id }, body }),
});

const deleteTeamviewerPolicy = change({
  label: "Delete TeamViewer Policy",
  description:
    "Delete a TeamViewer policy with its settings. TeamViewer does not say what becomes of the devices and groups that have it: they are better given another one before.",
  irreversible: true,
  operation: "DELETE /TeamViewerPolicies/{id}",
  inputs: { teamviewerPolicyId },
  request: ({ teamviewerPolicyId: id }) => ({ path: { id } }),
});

const selectPolicy = picklist({
  label: "Select Policy",
  description: "Pick one of the account's TeamViewer policies, by name.",
  records: (tv) => policies.pages(tv),
  key: (policy) => policy.policy_id,
  name: (policy) => [policy.name],
  example: { key: examplePolicy.policy_id, label: examplePolicy.name },
});

export const actions = {
  listTeamviewerPolicies,
  getTeamviewerPolicy,
  createTeamviewerPolicy,
  updateTeamviewerPolicy,
  deleteTeamviewerPolicy,
};
export const dataSources = { selectPolicy };
