import { noContent } from "../core/answers";
import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import { random } from "../core/random";
import { keyed } from "../core/seed";
import type { AnyCall, Handlers } from "./calls";
import { type ManagedDevice, type ManagedDeviceState, managedDeviceWith } from "./managedDevices";
import { resourcePage } from "./paging";

export interface Endpoint {
  /** Its TeamViewer ID. */
  device_id: number;
  malwarebytes_device_name: string;
  malwarebytes_machine_id: string;
}

export interface EndpointState {
  endpoints: Map<number, Endpoint>;
}

export const counts = { endpoints: 6 };

export const pageSizes = { endpoints: 100 };

type Reach = AnyCall<EndpointState & ManagedDeviceState, typeof pageSizes>;

const endpointOf = ({ teamviewerId, name }: ManagedDevice, malwarebytes_machine_id: string): Endpoint => ({
  device_id: teamviewerId,
  malwarebytes_device_name: name.toUpperCase().replaceAll(" ", "-"),
  malwarebytes_machine_id,
});

export const seed = ({ count, managedDevices }: Seeding<typeof counts, ManagedDeviceState>): EndpointState => {
  const chance = random("endpoints");
  const devices = [...managedDevices.values()].slice(0, count.endpoints);
  return {
    endpoints: keyed(
      devices.map((device) => endpointOf(device, chance.uuid())),
      ({ device_id }) => device_id,
    ),
  };
};

export const handlers = {
  MalwareBytesEndpointProtection_GetEndpoints: (call) =>
    resourcePage(call, {
      list: "endpoints",
      items: [...call.store.endpoints.values()],
      size: call.pageSizes.endpoints,
      answer: (endpoint) => endpoint,
    }),

  MalwareBytesEndpointProtection_Install: (call) => {
    const device = managedDeviceWith(call, "teamviewer_id", call.body.teamviewer_id);
    if (call.store.endpoints.has(device.teamviewerId)) {
      throw badRequest("Endpoint Protection is installed on the device already.");
    }
    call.store.endpoints.set(device.teamviewerId, endpointOf(device, call.store.newGuid()));
    return noContent();
  },

  /** All of them or none. */
  MalwareBytesEndpointProtection_LinkDevices: (call) => {
    const linked = call.body.devices.map(({ teamviewer_id, malwarebytes_machine_id }) =>
      endpointOf(managedDeviceWith(call, "devices.teamviewer_id", teamviewer_id), malwarebytes_machine_id),
    );
    for (const endpoint of linked) call.store.endpoints.set(endpoint.device_id, endpoint);
    return noContent();
  },
} satisfies Handlers<Reach>;
