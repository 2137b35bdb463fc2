/** What the triggers on managed devices share: which list of them is read, and its pages. */
import { type Page, toPage } from "../../http/pages";
import { choiceInput } from "../../platform/inputs";
import type { TeamViewerClient, TeamViewerPaths } from "../client";
import { resourceList } from "../envelopes";
import { answered } from "./answers";

type Operation = TeamViewerPaths["/managed/devices"]["get"];
export type ManagedDevice = NonNullable<
  Operation["responses"]["200"]["content"]["application/json"]["resources"]
>[number];

const paths = { account: "/managed/devices", company: "/managed/devices/company" } as const;

export type DeviceList = keyof typeof paths;

/** Reads one page of a list of managed devices; one API call. */
export const managedDevicePage =
  (client: TeamViewerClient, list: DeviceList) =>
  async (paginationToken: string | undefined): Promise<Page<ManagedDevice>> => {
    const answer = await client.get(paths[list], { query: { paginationToken } });
    return toPage(resourceList, answered(answer, "managed devices"));
  };

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
