/** Which devices are in a managed group, and which are still to join or leave it because they are offline. */

interface Device {
  id: string;
  isOnline: boolean;
}

/** Joining or leaving: the numbers are the description's, which of them means what is the sandbox's own guess. */
export const joining = 0;
export const leaving = 1;

export interface Memberships {
  deviceIds: Set<string>;
  /** What waits for a device to come online. */
  pending: Map<string, typeof joining | typeof leaving>;
}

const apply = ({ deviceIds }: Memberships, id: string, operation: typeof joining | typeof leaving) =>
  operation === joining ? deviceIds.add(id) : deviceIds.delete(id);

/** At once when the device is online, otherwise once it comes online. */
const request = (group: Memberships, { id, isOnline }: Device, operation: typeof joining | typeof leaving) =>
  isOnline ? apply(group, id, operation) : group.pending.set(id, operation);

export const join = (group: Memberships, device: Device) => request(group, device, joining);

export const leave = (group: Memberships, device: Device) => request(group, device, leaving);

/** Does what waited for devices that are online by now. */
export const settle = (group: Memberships, devices: Map<string, Device>) => {
  for (const [id, operation] of group.pending) {
    const device = devices.get(id);
    if (device && !device.isOnline) continue;
    if (device) apply(group, id, operation);
    group.pending.delete(id);
  }
};
