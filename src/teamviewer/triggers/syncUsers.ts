import { batchTrigger, type Connection, type TriggerPayload } from "@prismatic-io/spectral";
import type { RecordOf } from "../../http/lists";
import type { Context } from "../../http/transport";
import { timestampInput } from "../../platform/dateInputs";
import { connection } from "../../platform/inputs";
import { compareWithSnapshot, type PollContext, type SyncPlace, syncPage } from "../../polling";
import { teamviewer } from "../client";
import { needs } from "../requirements";
import { exampleUser, users } from "../resources/users";
import { exampleBatch, syncMode } from "./syncInputs";
import { newsOf, watchedLists } from "./watchedLists";

type User = RecordOf<typeof users>;

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
    trigger: "syncUsers",
    mode,
    scope: "users",
    initial,
    fetchPage: () => users.page(teamviewer(context, connection), undefined, { query: { full_list: true } }),
    comparison,
  });

export const syncUsers = batchTrigger({
  display: {
    label: "Sync Users",
    description: `Deliver the company's users in batches, all of them or those that are new or have changed, on a schedule. ${needs("GET /users")}`,
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
