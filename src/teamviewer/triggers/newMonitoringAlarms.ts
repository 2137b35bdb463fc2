import { pages } from "../../http/pages";
import { timestampInput } from "../../platform/dateInputs";
import { toIsoSeconds } from "../../platform/dates";
import { connection, integerInput } from "../../platform/inputs";
import { examplePoll, listTrigger, poll, type Transition, transitionsOf, watchWindow } from "../../polling";
import { type TeamViewerClient, teamviewer } from "../client";
import { groupOwner } from "../inputs";
import { needs } from "../requirements";
import { type Alarm, alarms, alarmsByBody, alarmsOf, exampleAlarm } from "../resources/monitoring";

interface Filters {
  deviceId?: string;
  groupId?: number;
  startDate?: string;
}

/** Servers and proxies take URLs of 2000 characters and more; a longer token is sent in a body. */
const longestTokenInUrl = 1500;

const alarmPage = (client: TeamViewerClient, filters: Filters) => (token: string | undefined) => {
  if (encodeURIComponent(token ?? "").length <= longestTokenInUrl)
    return alarms.page(client, token, { query: filters });
  const { deviceId: DeviceId, groupId: GroupId, startDate: StartDate } = filters;
  return alarmsByBody.page(client, token, { body: { DeviceId, GroupId, StartDate } });
};

/** In the one form that TeamViewer takes. A second earlier, because it says "after" and does not say whether inclusive. */
const toStartDate = (from: string): string => toIsoSeconds(Date.parse(from) - 1000);

const resolvedStatus = 1;
const acknowledgedStatus = 2;

const isResolved = ({ Status, TimeFrame }: Alarm): boolean => Status === resolvedStatus || !!TimeFrame?.ResolvedAt;

const isAcknowledged = ({ Status, TimeFrame }: Alarm): boolean =>
  Status === acknowledgedStatus || !!TimeFrame?.AcknowledgedAt;

interface Progress {
  resolved: boolean;
  acknowledged: boolean;
}

/** Both in one bit each: an alarm can be acknowledged and resolved between two polls. */
const pack = (alarm: Alarm): number => (isAcknowledged(alarm) ? 2 : 0) + (isResolved(alarm) ? 1 : 0);

const unpack = (value: number): Progress => ({ resolved: value % 2 === 1, acknowledged: value >= 2 });

type Step = Transition<Alarm, Progress>;

const happened = {
  raised: ({ was, is }: Step) => was === undefined || (was.resolved && !is.resolved),
  acknowledged: ({ was, is }: Step) => is.acknowledged && !was?.acknowledged,
  resolved: ({ was, is }: Step) => is.resolved && !was?.resolved,
};

export const newMonitoringAlarms = listTrigger({
  display: {
    label: "New Monitoring Alarms",
    description: `Deliver monitoring alarms that were raised, acknowledged or resolved, each step once. ${needs("GET /monitoring/alarms")}`,
  },
  inputs: {
    ...alarmsOf,
    userId: groupOwner,
    lookBackDays: integerInput({
      label: "Look Back Days",
      comments:
        "How long an alarm that is not resolved is followed, in days before the newest alarms, 1 to 366. A poll reads the alarms since the oldest one that is not resolved, at most so far back. Default: 30.",
      default: "30",
      minimum: 1,
      maximum: 366,
      example: "30",
    }),
    since: timestampInput({
      label: "Since",
      comments:
        "The first poll, or the initial sync, delivers the alarms that were raised after this time; older ones are not followed. Blank: the first poll only notes what is there, and the next ones deliver what is new; an initial sync delivers all that is there.",
      example: "2026-03-31T14:00:00Z",
    }),
    connection,
  },
  perform: async (context, payload, { connection, lookBackDays = 30, since, userId: _fillsDropdown, ...filters }) => {
    const client = teamviewer(context, connection);
    const watch = watchWindow({
      trigger: "newMonitoringAlarms",
      scope: { ...filters, lookBackDays },
      pages: (from) => pages(alarmPage(client, { ...filters, startDate: from && toStartDate(from) })),
      id: (alarm) => alarm.AlarmId,
      time: (alarm) => alarm.TimeFrame?.FoundAt,
      days: lookBackDays,
      unsettled: (alarm) => !isResolved(alarm),
      value: pack,
      since,
      deliver: (changes) => {
        const steps = transitionsOf(changes, pack, unpack);
        return {
          raised: steps.filter(happened.raised).map(({ record }) => record),
          acknowledged: steps.filter(happened.acknowledged).map(({ record }) => record),
          resolved: steps.filter(happened.resolved).map(({ record }) => record),
        };
      },
    });
    return poll(context, payload, watch);
  },
  examplePayload: examplePoll<Record<keyof typeof happened, Alarm[]>>({
    raised: [exampleAlarm],
    acknowledged: [],
    resolved: [],
  }),
});
