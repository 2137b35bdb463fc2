/** A device as TeamViewer lists it. */
export interface Device {
  id: string;
  name?: string;
  teamviewerId: number;
  isOnline?: boolean;
  last_seen?: string;
}

const folded = (name = ""): string => name.toLowerCase();

/** The devices that are meant: the one of that TeamViewer ID, else those of that name, else those with it in the name. */
export const devicesMeant = (asked: string, devices: Device[]): Device[] => {
  const name = folded(asked.trim());
  const digits = name.replace(/[\s-]/g, "");
  const ways: ((device: Device) => boolean)[] = [
    (device) => String(device.teamviewerId) === digits,
    (device) => folded(device.name) === name,
    (device) => folded(device.name).includes(name),
  ];
  return ways.map((way) => devices.filter(way)).find(({ length }) => length > 0) ?? [];
};
