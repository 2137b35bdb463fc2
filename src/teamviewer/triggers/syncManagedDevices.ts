import { batchTrigger, type Connection, type TriggerPayload } from "@prismatic-io/spectral";
import { toPage } from "../../http/pages";
import type { Context } from "../../http/transport";
import { choiceInput, connection, timestampInput } from "../../platform/inputs";
import { compareWithSnapshot, type PollContext, type SyncPlace, syncPage } from "../../polling";
import { type TeamViewerClient, type TeamViewerPaths, teamviewer } from "../client";
import { resourceList } from "../envelopes";
import { answered } from "./answers";
import { exampleBatch, syncMode } from "./syncInputs";
import { newsOf, watchedLists } from "./watchedLists";

type Operation = TeamViewerPaths["/managed/devices"]["get"];
type ManagedDevice = NonNullable<Operation["responses"]["200"]["content"]["application/json"]["resources"]>[number];

const lists = { own: "/managed/devices", company: "/managed/devices/company" } as const;

type Scope = keyof typeof lists;

const pageOf = (client: TeamViewerClient, scope: Scope) => async (paginationToken: string | undefined) => {
  const answer = await client.get(lists[scope], { query: { paginationToken } });
  return toPage(resourceList, answered(answer, "managed devices"));
};

const comparison = compareWithSnapshot<ManagedDevice>({
  id: watchedLists.managedDevices.id,
  fingerprint: newsOf(watchedLists.managedDevices),
  idleSince: (device) => (device.isOnline ? undefined : device.last_seen),
});

interface Params {
  connection: Connection;
  scope?: Scope;
  mode?: "incremental" | "full";
}

const syncDevices = (
  context: Context & PollContext,
  payload: TriggerPayload<SyncPlace>,
  { connection, scope = "own", mode = "incremental" }: Params,
  initial?: { since?: string },
) =>
  syncPage(context, payload, {
    mode,
    scope,
    initial,
    fetchPage: pageOf(teamviewer(context, connection), scope),
    comparison,
  });

const exampleDevice: ManagedDevice = {
  id: "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31",
  teamviewerId: 123456789,
  name: "FRONT-DESK-03",
  isOnline: false,
  last_seen: "2026-03-31T14:00:00Z",
};

export const syncManagedDevices = batchTrigger({
  display: {
    label: "Sync Managed Devices",
    description:
      "Deliver managed devices in batches, all of them or those that are new or have changed, page by page on a schedule.",
  },
  scheduleSupport: "required",
  batchConfig: { batchSize: 100 },
  inputs: {
    scope: choiceInput({
      label: "Scope",
      comments:
        "Own: the devices that the account manages directly. Company: those that its company manages, which needs the permission to list them. Default: own.",
      choices: [
        { label: "Own devices", value: "own" },
        { label: "Company devices", value: "company" },
      ],
      default: "own",
      example: "own",
    }),
    mode: syncMode,
    connection,
  },
  perform: (context, payload: TriggerPayload<SyncPlace>, params) => syncDevices(context, payload, params),
  onDeploy: {
    inputs: {
      since: timestampInput({
        label: "Since",
        comments:
          "The initial sync leaves out devices that have not been online since this time; with mode incremental, a later run delivers them once they have. Blank: all devices.",
        example: "2026-01-01T00:00:00Z",
      }),
    },
    perform: (context, payload: TriggerPayload<SyncPlace>, { since, ...params }) =>
      syncDevices(context, payload, params, { since }),
  },
  examplePayload: exampleBatch([exampleDevice]),
});
