import { collection, sent } from "../../core/collection";
import { badRequest } from "../../core/errors";
import type { Seeding } from "../../core/families";
import { random } from "../../core/random";
import { inTurn, keyed, times } from "../../core/seed";
import type { AnyCall, Handlers, Schema } from "../calls";
import type { IotDeviceConfigurationState } from "./deviceConfigurations";
import { outcomeOf, outcomeOfWork } from "./outcome";

export interface EdgeModule extends Schema<"EdgeModule"> {
  Id: string;
}

export interface EdgeModuleState {
  iotEdgeModules: Map<string, EdgeModule>;
}

export const counts = { iotEdgeModules: 2 };

type Reach = AnyCall<EdgeModuleState & IotDeviceConfigurationState>;

const names = ["Modbus gateway", "Image recognition"];

const seedModules = (count: number, policyIds: string[]): EdgeModule[] => {
  const chance = random("edge modules");
  return times(count, (index) => {
    const Name = names[index] ?? `Module ${index + 1}`;
    const image = Name.toLowerCase().replaceAll(" ", "-");
    const policyId = inTurn(policyIds, index);
    return {
      Id: chance.uuid(),
      Name,
      Repository: { DockerImageName: `registry.example.com/${image}:1.4`, AccessType: "Public" },
      ContainerOptions: { StartupFile: "/app/start.sh", PortMapping: [{ HostPort: 8502 + index, ContainerPort: 502 }] },
      PolicyIdsList: policyId === undefined ? [] : [policyId],
    };
  });
};

export const seed = ({
  count,
  iotDeviceConfigurations,
}: Seeding<typeof counts, IotDeviceConfigurationState>): EdgeModuleState => ({
  iotEdgeModules: keyed(seedModules(count.iotEdgeModules, [...iotDeviceConfigurations.keys()]), ({ Id }) => Id),
});

const modules = collection({
  name: "Edge module",
  records: ({ store }: Reach) => store.iotEdgeModules,
  key: ({ Id }) => Id,
});

const checkPolicies = ({ store }: Reach, ids: string[] = []) => {
  const unknown = ids.find((id) => !store.iotDeviceConfigurations.has(id));
  if (unknown !== undefined) throw badRequest(`PolicyIdsList: there is no device configuration ${unknown}.`);
};

export const handlers = {
  IoTEdgeModule_GetEdgeModules: (call) => outcomeOf(() => modules.list(call)),

  IoTEdgeModule_GetEdgeModuleById: (call) => outcomeOf(() => [modules.find(call, call.path.edgeModuleId)]),

  IoTEdgeModule_AddEdgeModules: (call) =>
    outcomeOf(() => {
      checkPolicies(call, call.body.PolicyIdsList);
      const { Id = call.store.newGuid(), ...fields } = call.body;
      if (call.store.iotEdgeModules.has(Id)) throw badRequest(`Id: there is an edge module ${Id} already.`);
      return modules.add(call, { Id, ...fields }).Id;
    }),

  /** The vendor describes it as an update and as a creation with a given ID. */
  IoTEdgeModule_UpdateEdgeModules: (call) =>
    outcomeOfWork(() => {
      checkPolicies(call, call.body.PolicyIdsList);
      const { edgeModuleId: Id } = call.path;
      modules.add(call, { ...call.store.iotEdgeModules.get(Id), ...sent(call.body), Id });
    }),

  IoTEdgeModule_DeleteEdgeModule: (call) => outcomeOfWork(() => modules.remove(call, call.path.edgeModuleId)),
} satisfies Handlers<Reach>;
