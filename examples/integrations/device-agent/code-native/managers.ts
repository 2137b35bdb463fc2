import type { Connection } from "@prismatic-io/spectral";
import { listManagedDeviceGroups } from "../../../../generated/manifests/teamviewer/src/actions/listManagedDeviceGroups";
import { listManagedDeviceManagers } from "../../../../generated/manifests/teamviewer/src/actions/listManagedDeviceManagers";
import { listManagedGroupManagers } from "../../../../generated/manifests/teamviewer/src/actions/listManagedGroupManagers";

/** A user, a user group or a company that manages a device, and by what. */
export interface Manager {
  name: string;
  type: string;
  mayConnect: boolean;
  permissions: string[];
  through: string[];
}

interface Access {
  through: string;
  managers: { id: string; name: string; type: string; permissions?: string[] }[];
}

type Listed<Item> = { data: { resources: Item[] } };

const accessTo = async (connection: Connection, managedDeviceId: string): Promise<Access[]> => {
  const own = await listManagedDeviceManagers.perform<Listed<Access["managers"][number]>>({
    connection,
    managedDeviceId,
  });
  const groups = await listManagedDeviceGroups.perform<Listed<{ id: string; name: string }>>({
    connection,
    managedDeviceId,
    fetchAll: true,
  });
  const access: Access[] = [{ through: "the device", managers: own.data.resources }];
  for (const { id, name } of groups.data.resources) {
    const { data } = await listManagedGroupManagers.perform<typeof own>({ connection, managedGroupId: id });
    access.push({ through: `the group ${name}`, managers: data.resources });
  }
  return access;
};

/** Who manages a device, itself or through one of its groups, each manager once. */
export const managersOf = async (connection: Connection, managedDeviceId: string): Promise<Manager[]> => {
  const byId = new Map<string, Manager>();
  for (const { through, managers } of await accessTo(connection, managedDeviceId)) {
    for (const { id, name, type, permissions = [] } of managers) {
      const known = byId.get(id);
      byId.set(id, {
        name,
        type,
        mayConnect: known?.mayConnect || permissions.includes("EasyAccess"),
        permissions: [...new Set([...(known?.permissions ?? []), ...permissions])],
        through: [...(known?.through ?? []), through],
      });
    }
  }
  return [...byId.values()];
};
