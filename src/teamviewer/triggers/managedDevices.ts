/** What the triggers on managed devices share: which list of them is read. */
import type { RecordOf } from "../../http/lists";
import { choiceInput } from "../../platform/inputs";
import { companyManagedDevices, managedDevices } from "../resources/managedDevices";

export type ManagedDevice = RecordOf<typeof managedDevices>;

export const deviceLists = { account: managedDevices, company: companyManagedDevices } as const;

export type DeviceList = keyof typeof deviceLists;

export const deviceList = choiceInput({
  label: "Device List",
  comments:
    "Account: the devices that the account manages directly. Company: those that its company manages, which needs the permission to list them. Default: account.",
  choices: [
    { label: "Managed by the account", value: "account" },
    { label: "Managed by the company", value: "company" },
  ],
  default: "account",
  example: "account",
});
