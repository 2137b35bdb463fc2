import { random } from "../random";
import type { Contact, Device, Group, ManagedDevice, ManagedGroup, Policy, User } from "../store";
import { idNumber, onlineStates, presence, teamviewerIdOf, times } from "./common";
import { customers, deviceName, emailOf, people } from "./names";

/** Two of three groups are the account's own, the third belongs to a colleague; half are shared. */
export const seedGroups = (count: number, users: User[], policies: Policy[]): Group[] => {
  const [owner, ...colleagues] = users.map((user) => user.id);
  if (!owner) return [];
  return times(count, (index) => {
    const colleague = colleagues[index % Math.max(1, colleagues.length)];
    const foreign = index % 3 === 2 && colleague !== undefined;
    const other = foreign ? owner : colleague;
    return {
      id: `g${idNumber(425_123_356, index)}`,
      name:
        index === 0
          ? "My computers"
          : `${customers[(index - 1) % customers.length]}${index > customers.length ? ` ${index}` : ""}`,
      ownerId: foreign ? colleague : owner,
      sharedWith:
        other && (foreign || index % 3 === 1)
          ? [{ userid: other, permissions: index % 2 === 0 ? "read" : "readwrite" }]
          : [],
      policy_id: index % 2 === 0 ? policies[0]?.policy_id : undefined,
    };
  });
};

export const seedContacts = (count: number, users: User[], groups: Group[]): Contact[] => {
  const chance = random("contacts");
  return times(groups.length > 0 ? count : 0, (index) => {
    const colleague = users[index + 1];
    const name = colleague?.name ?? people[(index + 7) % people.length] ?? "Customer";
    return {
      contact_id: `c${idNumber(286_512_430, index)}`,
      user_id: colleague?.id ?? `u${idNumber(7_700_120, index)}`,
      name,
      groupid: groups[index % groups.length]?.id ?? "",
      description: colleague ? "Colleague" : `Contact of ${customers[index % customers.length]}`,
      online_state: chance.pick(onlineStates),
      email: colleague?.email ?? emailOf(name, index),
    };
  });
};

export const seedDevices = (count: number, groups: Group[], now: number): Device[] => {
  const chance = random("devices");
  return times(groups.length > 0 ? count : 0, (index) => {
    const group = groups[index % groups.length] as Group;
    const { isOnline, last_seen } = presence(index, chance, now);
    return {
      device_id: `d${idNumber(38_463_274, index)}`,
      remotecontrol_id: `r${teamviewerIdOf(index)}`,
      userid: group.ownerId,
      alias: deviceName(index),
      groupid: group.id,
      description: `${customers[index % customers.length]}`,
      online_state: isOnline ? chance.pick(["Online", "Online", "Busy", "Away"] as const) : "Offline",
      assigned_to: index % 2 === 0,
      last_seen,
      policy_id: group.policy_id,
    };
  });
};

export const seedManagedDevices = (count: number, policies: Policy[], now: number): ManagedDevice[] => {
  const chance = random("managed devices");
  return times(count, (index) => ({
    id: chance.uuid(),
    teamviewerId: teamviewerIdOf(index),
    name: deviceName(index),
    ...presence(index, chance, now),
    teamViewerVersion: `15.${50 + (index % 12)}.4`,
    deviceDescription: index % 4 === 0 ? `${customers[index % customers.length]}` : "",
    teamviewerPolicyId: index % 3 === 0 ? policies[0]?.policy_id : undefined,
    company: index % 5 !== 4,
  }));
};

export const seedManagedGroups = (count: number, devices: ManagedDevice[]): ManagedGroup[] => {
  const chance = random("managed groups");
  const groups = times(count, (index) => ({
    id: chance.uuid(),
    name: `${customers[index % customers.length]} devices${index < customers.length ? "" : ` ${index}`}`,
    deviceIds: new Set<string>(),
  }));
  devices.forEach((device, index) => {
    groups[index % Math.max(1, groups.length)]?.deviceIds.add(device.id);
  });
  return groups;
};
