import { pollingTrigger } from "@prismatic-io/spectral";
import type { RecordOf } from "../../http/lists";
import { connection, integerInput } from "../../platform/inputs";
import { examplePoll, poll, watchOnlineStates } from "../../polling";
import { realvnc } from "../client";
import { needs } from "../requirements";
import { presence } from "../resources/presence";
import { exampleIds } from "../vocabulary";

type PresenceItem = RecordOf<typeof presence>;

const states: Record<string, boolean> = { ONLINE: true, OFFLINE: false };

export const presenceChanges = pollingTrigger({
  display: {
    label: "Presence Changes",
    description: `Deliver computers that came online or went offline, by the serverId that the API's entries have. ${needs(presence.operation)}`,
  },
  inputs: {
    minimumMinutes: integerInput({
      label: "Minimum Minutes",
      comments:
        "How long a computer has to be in its new state to be delivered, 0 to 10080 (a week), so that one that goes and comes back is no news. 0: the first poll that sees the new state delivers it. Default: 0.",
      default: "0",
      minimum: 0,
      maximum: 10_080,
      example: "10",
    }),
    connection,
  },
  perform: async (context, payload, { connection, minimumMinutes = 0 }) => {
    const client = realvnc(context, connection);
    const watch = watchOnlineStates({
      trigger: "presenceChanges",
      scope: "team",
      pages: () => presence.pages(client),
      id: ({ serverId }) => serverId,
      isOnline: ({ status = "" }) => states[status],
      lastSeen: ({ lastSeen }) => lastSeen,
      minimumMinutes,
      startedAt: payload.startedAt,
    });
    return poll(context, payload, watch);
  },
  examplePayload: examplePoll<{ cameOnline: PresenceItem[]; wentOffline: PresenceItem[] }>({
    cameOnline: [
      { serverId: exampleIds.server, serverName: "Till 7", status: "ONLINE", lastSeen: "2026-03-31T14:04:30Z" },
    ],
    wentOffline: [
      {
        serverId: "bD4xWq9-KsTu2v-mEo7cz",
        serverName: "Front desk",
        status: "OFFLINE",
        lastSeen: "2026-03-31T13:58:00Z",
      },
    ],
  }),
});
