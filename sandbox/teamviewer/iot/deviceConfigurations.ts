import { ok } from "../../core/answers";
import { collection } from "../../core/collection";
import { badRequest, notFound } from "../../core/errors";
import type { Seeding } from "../../core/families";
import { random } from "../../core/random";
import { keyed, times } from "../../core/seed";
import type { AnyCall, Handlers, Schema } from "../calls";
import type { GroupState } from "../groups";
import { numberIn } from "../ids";
import { outcomeOf, outcomeOfWork } from "./outcome";
import { iotDeviceOf, type PlantState } from "./plant";

export interface IotDeviceConfiguration {
  policyId: string;
  name: string;
  settings: Schema<"RemoteSettingsPolicy_PolicyData_Setting">[];
  createdByAccountId: number;
  /** By their TeamViewer IDs. */
  devices: Set<number>;
  groups: Set<number>;
}

export interface IotDeviceConfigurationState {
  iotDeviceConfigurations: Map<string, IotDeviceConfiguration>;
}

export const counts = { iotDeviceConfigurations: 2 };

type Reach = AnyCall<IotDeviceConfigurationState & PlantState & GroupState>;

const names = ["Boiler room", "Workshop"];

interface Earlier extends PlantState {
  account: { userId: string };
}

/** The first is applied to every IoT device. */
const seedConfigurations = (count: number, { account, iotDevices }: Earlier): IotDeviceConfiguration[] => {
  const chance = random("device configurations");
  return times(count, (index) => ({
    policyId: chance.uuid(),
    name: names[index] ?? `Configuration ${index + 1}`,
    settings: [{ Key: "SystemUpdate", Value: { enabled: index === 0, hour: 3 }, Enforce: true }],
    createdByAccountId: numberIn(account.userId),
    devices: new Set(index === 0 ? iotDevices.keys() : []),
    groups: new Set<number>(),
  }));
};

export const seed = ({ count, ...earlier }: Seeding<typeof counts, Earlier>): IotDeviceConfigurationState => ({
  iotDeviceConfigurations: keyed(
    seedConfigurations(count.iotDeviceConfigurations, earlier),
    ({ policyId }) => policyId,
  ),
});

const configurations = collection({
  name: "Device configuration",
  records: ({ store }: Reach) => store.iotDeviceConfigurations,
  key: ({ policyId }) => policyId,
});

const assignments = ({ devices, groups }: IotDeviceConfiguration) => ({ devices: [...devices], groups: [...groups] });

const ownAnswer = ({ devices, groups, ...own }: IotDeviceConfiguration) => own;

const answer = (configuration: IotDeviceConfiguration) => ({
  ...ownAnswer(configuration),
  policyAssignments: assignments(configuration),
});

type Kind = "devices" | "groups";

const appliedTo = (call: Reach, kind: Kind, id: string) => {
  const found = configurations.list(call).find((configuration) => configuration[kind].has(Number(id)));
  if (!found) throw notFound("Device configuration of", id);
  return ok(ownAnswer(found));
};

/** In place of the one that the device or group has. */
const apply = (call: Reach, kind: Kind, policyId: string | undefined, id: number) => {
  const configuration = configurations.known(call, "policyId", policyId ?? "");
  for (const other of configurations.list(call)) other[kind].delete(id);
  configuration[kind].add(id);
};

export const handlers = {
  IoTDeviceConfiguration_GetAll: (call) => outcomeOf(() => ({ policies: configurations.list(call).map(answer) })),

  IoTDeviceConfiguration_GetById: (call) => outcomeOf(() => answer(configurations.find(call, call.path.policyId))),

  IoTDeviceConfiguration_Add: (call) => {
    const { policyId = call.store.newGuid(), name, settings = [] } = call.body.policy ?? {};
    if (!name) throw badRequest("The field 'policy.name' is required.");
    if (call.store.iotDeviceConfigurations.has(policyId)) throw badRequest(`policyId: ${policyId} exists already.`);
    const createdByAccountId = numberIn(call.token.userId);
    configurations.add(call, {
      policyId,
      name,
      settings,
      createdByAccountId,
      devices: new Set(),
      groups: new Set(),
    });
    return ok({ policyId });
  },

  IoTDeviceConfiguration_Update: (call) =>
    outcomeOfWork(() => {
      const { name, settings } = call.body;
      configurations.change(call, call.path.policyId, { name, settings });
    }),

  IoTDeviceConfiguration_DeleteById: (call) => outcomeOfWork(() => configurations.remove(call, call.path.policyId)),

  IoTDeviceConfiguration_GetByDeviceId: (call) => appliedTo(call, "devices", call.path.deviceId),

  IoTDeviceConfiguration_GetByGroupId: (call) => appliedTo(call, "groups", call.path.groupId),

  IoTDeviceConfiguration_GetPolicyAssignments: (call) => ok(assignments(configurations.find(call, call.path.policyId))),

  IoTDeviceConfiguration_Apply: (call) =>
    outcomeOfWork(() => {
      const { policyId, deviceId = "" } = call.body;
      apply(call, "devices", policyId, iotDeviceOf(call.store, deviceId).teamviewerId);
    }),

  IoTDeviceConfiguration_ApplyToGroup: (call) =>
    outcomeOfWork(() => {
      const { policyId, groupId = 0 } = call.body;
      if (!call.store.groups.has(`g${groupId}`)) throw badRequest(`groupId: there is no group ${groupId}.`);
      apply(call, "groups", policyId, groupId);
    }),
} satisfies Handlers<Reach>;
