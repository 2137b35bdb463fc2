import { configPage, flow, integration } from "@prismatic-io/spectral";
import { componentRegistry } from "../../examples/integrations/support-ticket/code-native/componentRegistry";
import { teamviewerTeamviewerScriptToken } from "../../generated/manifests/teamviewer/src/connections/teamviewerScriptToken";
import { teamviewerNewConnectionReports } from "../../generated/manifests/teamviewer/src/triggers/newConnectionReports";
import { teamviewerSyncManagedDevices } from "../../generated/manifests/teamviewer/src/triggers/syncManagedDevices";
import { teamviewerUserGroupMembershipChanges } from "../../generated/manifests/teamviewer/src/triggers/userGroupMembershipChanges";

const connection = { configVar: "TeamViewer Connection" };

const finishedSessions = flow({
  name: "Finished Sessions",
  stableKey: "finished-sessions",
  onTrigger: teamviewerNewConnectionReports({ connection }),
  schedule: { value: "*/5 * * * *" },
  onExecution: async (_context, { onTrigger }) => {
    const { records } = onTrigger.results.body.data as { records: { id: string }[] };
    return { data: { ids: records.map(({ id }) => id) } };
  },
});

const membersOfOneGroup = flow({
  name: "Members Of One Group",
  stableKey: "members-of-one-group",
  onTrigger: teamviewerUserGroupMembershipChanges({ connection, userGroupIds: { value: ["1001"] } }),
  schedule: { value: "*/5 * * * *" },
  onExecution: async (_context, { onTrigger }) => ({ data: onTrigger.results.body.data }),
});

const devicesByBatches = flow({
  name: "Devices By Batches",
  stableKey: "devices-by-batches",
  onTrigger: teamviewerSyncManagedDevices({ connection }),
  schedule: { value: "0 2 * * *" },
  onExecution: async () => ({ data: null }),
});

/** Flows that begin with a poll. */
export const pollingIntegration = integration({
  name: "Polls",
  flows: [finishedSessions, membersOfOneGroup, devicesByBatches],
  configPages: {
    Connection: configPage({
      elements: { "TeamViewer Connection": teamviewerTeamviewerScriptToken("teamviewer-connection", { token: {} }) },
    }),
  },
  componentRegistry,
});
