/** What monitoring policies and patch management policies share: how devices are given one. */
import { InputError } from "../http/errors";
import type { TeamViewerClient } from "./client";
import { eitherIds, teamviewerIdsOf } from "./deviceLookup";
import { ids } from "./vocabulary";

/** The inputs of an assignment of policies of one kind. */
export const assignmentInputs = (kind: typeof ids.monitoringPolicy | typeof ids.patchPolicy) => ({
  teamviewer_ids: ids.anyDevice.several(`The devices that are given the policy, ${eitherIds}`, {
    label: "Device IDs",
    required: true,
  }),
  policy_id: kind.optional("The policy that the devices get. Blank: only with a Managed Group ID."),
  managed_group_id: ids.managedGroup.optional(
    "The managed group that the devices inherit the policy of; not together with a policy. Blank: only with a policy.",
  ),
});

interface Given {
  teamviewer_ids: readonly (string | number)[];
  policy_id: string | undefined;
  managed_group_id: string | undefined;
}

/**
 * The body of an assignment, with the TeamViewer IDs of the devices. Throws an `InputError` unless either a policy or a
 * group is given, before anything is sent.
 */
export const assignmentOf = async (
  client: TeamViewerClient,
  { teamviewer_ids, policy_id, managed_group_id }: Given,
) => {
  if (!policy_id === !managed_group_id) {
    throw new InputError("Managed Group ID", "either a policy or a Managed Group ID is needed, and not both.");
  }
  return { teamviewer_ids: await teamviewerIdsOf(client, teamviewer_ids), policy_id, managed_group_id };
};

/** Completes the description of an assignment. */
export const outcomePerDevice =
  "The answer has an outcome per device, and a device that did not get it is no error of the action: success is false there, and description says why.";

export const exampleAssignment = [
  { teamviewer_id: 123456789, success: true, description: "" },
  { teamviewer_id: 123456790, success: false, description: "The device is not activated." },
];
