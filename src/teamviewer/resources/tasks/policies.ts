/** Gives a policy to many devices and groups. */
import { SpectralError } from "@prismatic-io/spectral";
import { concurrently } from "../../../http/concurrently";
import { InputError } from "../../../http/errors";
import { bounds, type ChangePlan, carryOut, failedOf, reportSchema, type Told } from "../../../platform/carryOut";
import { combine, type TeamViewerClient } from "../../client";
import { ids } from "../../vocabulary";

interface Assignment {
  kind: "device" | "group";
  id: string;
  name: string;
}

/** The number of the kind TeamViewer among a group's policies. */
const teamviewerKind = 1;

/** What has the policy already, what does not, and what could not be read. */
type Looked = { due: Assignment } | { settled: Told<Assignment> };

const read = async (tv: TeamViewerClient, { kind, id }: Assignment) => {
  if (kind === "device") {
    const { teamviewerPolicyId, ...device } = await tv.request("GET /managed/devices/{id}", { path: { id } });
    return { ...device, present: teamviewerPolicyId };
  }
  const { policy_id, ...group } = await tv.request("GET /managed/groups/{id}", { path: { id } });
  return { ...group, present: policy_id };
};

const look = async (tv: TeamViewerClient, target: Assignment, policyId: string): Promise<Looked> => {
  try {
    const { id, name = "", present } = await read(tv, target);
    if (id?.toLowerCase() !== target.id) throw new SpectralError("TeamViewer answered with another record, or none.");
    const assignment = { ...target, name };
    return present?.toLowerCase() === policyId
      ? { settled: { ...assignment, outcome: "skipped", reason: "It has this policy already." } }
      : { due: assignment };
  } catch (error) {
    return { settled: failedOf(target, error) };
  }
};

const planOf = async (
  tv: TeamViewerClient,
  targets: Assignment[],
  policyId: string,
): Promise<ChangePlan<Assignment>> => {
  const looked = await concurrently(targets, (target) => look(tv, target, policyId));
  return {
    due: looked.flatMap((each) => ("due" in each ? [each.due] : [])),
    settled: looked.flatMap((each) => ("settled" in each ? [each.settled] : [])),
  };
};

const assignTeamviewerPolicy = combine({
  label: "Assign TeamViewer Policy to Devices and Groups",
  description:
    "Give a TeamViewer policy to managed devices and managed groups, any number of them, and report each. What has the policy already is left alone.",
  operations: [
    "GET /managed/devices/{id}",
    "GET /managed/groups/{id}",
    "PUT /managed/devices/{id}",
    "PUT /managed/groups/{id}",
  ],
  inputs: {
    teamviewerPolicyId: ids.teamviewerPolicy.required("The GUID of the TeamViewer policy to assign."),
    managedDeviceIds: ids.managedDevice.several("The devices that get the policy. Blank: none.", {
      label: "Managed Device IDs",
    }),
    managedGroupIds: ids.managedGroup.several("The groups that get the policy. Blank: none.", {
      label: "Managed Group IDs",
    }),
    ...bounds,
  },
  run: (tv, { teamviewerPolicyId, managedDeviceIds = [], managedGroupIds = [], ...limits }) => {
    const targets = [
      ...managedDeviceIds.map((id): Assignment => ({ kind: "device", id, name: "" })),
      ...managedGroupIds.map((id): Assignment => ({ kind: "group", id, name: "" })),
    ];
    if (targets.length === 0) throw new InputError("Managed Device IDs", "a device or a managed group is needed.");
    return carryOut(
      limits,
      () => planOf(tv, targets, teamviewerPolicyId),
      ({ kind, id }) =>
        kind === "device"
          ? tv.request("PUT /managed/devices/{id}", { path: { id }, body: { teamviewerPolicyId } })
          : tv.request("PUT /managed/groups/{id}", {
              path: { id },
              body: { policy: { policy_id: teamviewerPolicyId, policy_type: teamviewerKind } },
            }),
    );
  },
  output: reportSchema({
    kind: { type: "string", enum: ["device", "group"] },
    id: { type: "string" },
    name: { type: "string" },
  }),
  example: {
    dryRun: true,
    planned: 1,
    done: 0,
    failed: 0,
    skipped: 1,
    items: [
      { kind: "device", id: "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31", name: "FRONT-DESK-03", outcome: "planned" },
      {
        kind: "group",
        id: "c2a95d0b-71e8-4f36-a4b9-8d3e6f1c5a72",
        name: "Point of sale",
        outcome: "skipped",
        reason: "It has this policy already.",
      },
    ],
  },
});

export const actions = { assignTeamviewerPolicyToDevicesAndGroups: assignTeamviewerPolicy };
