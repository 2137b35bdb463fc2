/** The computers of Harbour Retail, a chain of shops, as a night's clean-up finds them. */
import { random } from "../core/random";
import { day, isoDate, minute } from "../core/time";
import type { Schema } from "./calls";
import { entryId, macAddress, serverId } from "./ids";

export interface Entry {
  entryId: string;
  name: string;
  /** Undefined for a server outside the cloud. */
  serverId?: string;
  /** The address of a server outside the cloud. */
  host?: string;
  /** Undefined for a computer that was never seen. */
  serverLastSeenTime?: string;
  data?: Schema<"EntryData">;
  /** Everybody in the team has access to it, whatever its groups are. */
  everyone: boolean;
  version: number;
}

interface Story {
  name: string;
  /** Days since the last check-in; null for never. */
  seen: number | null;
  /** The machine, where it has another name than the entry. */
  machine?: string;
  host?: string;
}

/** What the clean-up has to tell apart. */
const stories: Story[] = [
  // One computer that registered three times: the working entry is the second.
  { name: "TILL-7", seen: 90, machine: "till-7" },
  { name: "TILL-7 (2)", seen: 0, machine: "till-7" },
  { name: "TILL-7 #3", seen: null, machine: "till-7" },
  // Others whose names only begin alike.
  { name: "TILL-70", seen: 0 },
  { name: "TILL-7 Backup", seen: 1 },
  // Look-alikes: a copy number, but two machines.
  { name: "KIOSK-1", seen: 0, machine: "kiosk-1-warsaw" },
  { name: "KIOSK-1 (2)", seen: 0, machine: "kiosk-1-lyon" },
  // Stale ones.
  { name: "LAB-OLD-1", seen: 200 },
  { name: "LAB-OLD-2", seen: 400 },
  // Never seen: bought, set up and put on a shelf.
  { name: "SPARE-1", seen: null },
  // Outside the cloud.
  { name: "WAREHOUSE-GATE", seen: null, host: "172.16.1.1::5901" },
];

const shops = ["WARSAW", "LYON", "PORTO", "GDANSK", "TURIN"];
const places = ["TILL", "OFFICE", "STOCK", "SCREEN"];

/** The rest of the fleet: every shop has its tills, offices, stock rooms and screens. */
const ordinary = (index: number): Story => ({
  name: `${shops[index % shops.length]}-${places[Math.floor(index / shops.length) % places.length]}-${1 + Math.floor(index / (shops.length * places.length))}`,
  seen: 0,
});

const storyAt = (index: number): Story => stories[index] ?? ordinary(index - stories.length);

const machineNumber = (machine: string) =>
  [...machine].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);

/** The computer with this number, from 0 on. */
export const computerAt = (index: number, now: number): Entry => {
  const chance = random(`computer ${index}`);
  const { name, seen, machine = name.toLowerCase().replaceAll(" ", "-"), host } = storyAt(index);
  const common = { entryId: entryId(chance), name, everyone: false, version: 1 };
  if (host) return { ...common, host };
  return {
    ...common,
    serverId: serverId(chance),
    ...(seen !== null && { serverLastSeenTime: isoDate(now - seen * day - (1 + (index % 30)) * minute) }),
    data: {
      appName: "vncserver/7.12.0",
      deviceForm: "DESKTOP",
      deviceName: machine.toUpperCase(),
      machineName: `${machine}.harbour.example`,
      macAddrs: [macAddress(machineNumber(machine))],
      osName: index % 4 === 0 ? "Ubuntu 24.04" : "Microsoft Windows 11",
    },
  };
};
