import { batchTrigger, type Connection, type TriggerPayload } from "@prismatic-io/spectral";
import type { Context } from "../../http/transport";
import { connection, timestampInput } from "../../platform/inputs";
import { compareWithSnapshot, type PollContext, type SyncPlace, syncPage } from "../../polling";
import { type TeamViewerClient, type TeamViewerPaths, teamviewer } from "../client";
import { answered } from "./answers";
import { exampleBatch, syncMode } from "./syncInputs";
import { newsOf, watchedLists } from "./watchedLists";

type Operation = TeamViewerPaths["/users"]["get"];
type User = NonNullable<Operation["responses"]["200"]["content"]["application/json"]["users"]>[number];

/** The list has no pages. */
const wholeList = (client: TeamViewerClient) => async () => {
  const answer = await client.get("/users", { query: { full_list: true } });
  return { items: answered(answer, "users").users ?? [] };
};

const comparison = compareWithSnapshot<User>({
  id: watchedLists.users.id,
  fingerprint: newsOf(watchedLists.users),
  idleSince: (user) => user.last_access_date,
});

interface Params {
  connection: Connection;
  mode?: "incremental" | "full";
}

const syncAllUsers = (
  context: Context & PollContext,
  payload: TriggerPayload<SyncPlace>,
  { connection, mode = "incremental" }: Params,
  initial?: { since?: string },
) =>
  syncPage(context, payload, {
    mode,
    scope: "users",
    initial,
    fetchPage: wholeList(teamviewer(context, connection)),
    comparison,
  });

const exampleUser: User = {
  id: "u23456789",
  name: "Jan Nowak",
  online_state: "Online",
  permissions: "ShareOwnGroups,ViewOwnConnections,EditConnections,EditFullProfile",
  active: true,
  log_sessions: true,
  show_comment_window: false,
  custom_quicksupport_id: "kz7n4qp",
  custom_quickjoin_id: "mv3x9tb",
  email: "jan.nowak@example.com",
  last_access_date: "2026-03-31T13:45:00Z",
  activated_license_id: "a94c7e12-8b3f-4d60-9e25-6f1a0d8c4b37",
  activated_license_name: "Corporate",
  userRoleId: "d4f81a36-5c7e-4b29-9e0d-2a6b8c3f7e15",
  tfa_enforcement: true,
  tfa_enabled: true,
  sso_status: 1,
};

export const syncUsers = batchTrigger({
  display: {
    label: "Sync Users",
    description:
      "Deliver the company's users in batches, all of them or those that are new or have changed, on a schedule. Needs a company-level token with Users.Read.",
  },
  scheduleSupport: "required",
  batchConfig: { batchSize: 100 },
  inputs: { mode: syncMode, connection },
  perform: (context, payload: TriggerPayload<SyncPlace>, params) => syncAllUsers(context, payload, params),
  onDeploy: {
    inputs: {
      since: timestampInput({
        label: "Since",
        comments:
          "The initial sync leaves out users whose last access was before this time; with mode incremental, a later run delivers them once they are back. Blank: all users.",
        example: "2026-01-01T00:00:00Z",
      }),
    },
    perform: (context, payload: TriggerPayload<SyncPlace>, { since, ...params }) =>
      syncAllUsers(context, payload, params, { since }),
  },
  examplePayload: exampleBatch([exampleUser]),
});
