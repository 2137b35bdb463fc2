/** TeamViewer's triggers and actions with several steps, on sandboxes. */
import type { Connection } from "@prismatic-io/spectral";
import { type Sandbox, startSandbox } from "../../../sandbox/teamviewer";
import { syncInstance } from "../../../test/support/batches";
import { connectionTo, run } from "../../../test/support/component";
import { flowWith } from "../../../test/support/triggers";
import { first, type InWorlds, measureIn, type Probes, requestsOf, requestsPerChange } from "./worlds";

interface World {
  sandbox: Sandbox;
  user: Connection;
  company: Connection;
}

type Level = "user" | "company";

const start = async (size: number): Promise<World> => {
  const few = size / 10;
  const counted = ["devices", "managedDevices", "users", "connectionReports", "events", "sessions", "alarms"];
  const sandbox = await startSandbox({
    seed: {
      ...Object.fromEntries([...counted, "patchDevices"].map((kind) => [kind, size])),
      ...{ groups: few, managedGroups: few, userGroups: few },
    },
  });
  return { sandbox, user: connectionTo(sandbox), company: connectionTo(sandbox, sandbox.credentials.companyToken) };
};

type Inputs = (store: Sandbox["store"]) => object;

const action =
  (key: string, level: Level, inputs: Inputs = () => ({})) =>
  ({ sandbox, [level]: connection }: World) =>
    requestsOf(sandbox, () => run(key, connection, inputs(sandbox.store)));

const named = (key: string, level: Level = "user") => action(key, level, () => ({ name: "Nobody has this name" }));

const unknownDevice = (key: string) => action(key, "user", () => ({ teamviewerId: "999999999" }));

const lookups: Probes<World> = {
  findUserByEmail: action("findUserByEmail", "company", () => ({ email: "nobody@example.com" })),
  findDeviceByTeamviewerId: unknownDevice("findDeviceByTeamviewerId"),
  findManagedDeviceByTeamviewerId: unknownDevice("findManagedDeviceByTeamviewerId"),
  findGroupByName: named("findGroupByName"),
  findManagedGroupByName: named("findManagedGroupByName"),
  findUserGroupByName: named("findUserGroupByName", "company"),
  listManagedDevicesOfAllGroups: action("listManagedDevicesOfAllGroups", "user"),
  listConnectionReportsWithDevices: action("listConnectionReportsWithDevices", "user"),
};

const creations: Probes<World> = {
  findOrCreateGroup: named("findOrCreateGroup"),
  onboardUser: action("onboardUser", "company", () => ({
    email: "new.person@example.com",
    name: "New Person",
    language: "en",
  })),
};

/** The actions with a dry run. Of what they change there is as much in each of the two sandboxes. */
const tasks: Record<string, [Level, Inputs]> = {
  cleanUpStaleDevices: ["user", () => ({ devices: "managed", days: 30 })],
  assignTeamviewerPolicyToDevicesAndGroups: [
    "user",
    ({ policies, managedDevices }) => ({
      teamviewerPolicyId: first(policies.keys()),
      managedDeviceIds: [...managedDevices.keys()].slice(0, 50),
    }),
  ],
  matchUserGroupMembers: [
    "company",
    ({ userGroups, users }) => ({
      userGroupId: String(first(userGroups.values()).id),
      emails: [...users.values()].map(({ email }) => email).slice(0, 50),
    }),
  ],
  offboardUser: ["company", ({ users }) => ({ userId: [...users.keys()].at(-1) })],
};

const dryRuns: Probes<World> = Object.fromEntries(
  Object.entries(tasks).map(([key, [level, inputs]]) => [key, action(key, level, inputs)]),
);

/** The second of two polls: the first notes what is there. */
const poll =
  (key: string, level: Level, inputs: object = {}) =>
  async ({ sandbox, [level]: user }: World) => {
    const flow = flowWith({ sandbox, user }, key, inputs);
    await flow.poll();
    return requestsOf(sandbox, () => flow.poll());
  };

/** The second run of a batch trigger. */
const sync =
  (key: string, level: Level) =>
  async ({ sandbox, [level]: connection }: World) => {
    const flow = syncInstance(key, sandbox, () => connection);
    await flow.run();
    return requestsOf(sandbox, () => flow.run());
  };

const triggers: Probes<World> = {
  pollChangesTrigger: poll("pollChangesTrigger", "user", { pollResourceType: "managedDevices" }),
  newConnectionReports: poll("newConnectionReports", "user"),
  connectionReportChanges: poll("connectionReportChanges", "user"),
  newDevices: poll("newDevices", "user"),
  newEventLogEntries: poll("newEventLogEntries", "user"),
  sessionStateChanges: poll("sessionStateChanges", "user"),
  deviceOnlineStateChanges: poll("deviceOnlineStateChanges", "user"),
  newMonitoringAlarms: poll("newMonitoringAlarms", "user"),
  missingPatches: poll("missingPatches", "user", { threshold: "10" }),
  userGroupMembershipChanges: poll("userGroupMembershipChanges", "company"),
  syncManagedDevices: sync("syncManagedDevices", "user"),
  syncConnectionReports: sync("syncConnectionReports", "user"),
  syncUsers: sync("syncUsers", "company"),
};

/** What each sends in each world, by its key: actions in a dry run, triggers in a poll without news. */
export const measureTeamViewer = (): Promise<Map<string, InWorlds>> =>
  measureIn(start, { ...lookups, ...dryRuns, ...triggers, ...creations });

/** What a change of each action with a dry run costs, by its key. */
export const measureTeamViewerChanges = async (): Promise<Map<string, number>> => {
  const { sandbox, ...connections } = await start(100);
  try {
    const costs = new Map<string, number>();
    for (const [key, [level, inputs]] of Object.entries(tasks)) {
      const given = inputs(sandbox.store);
      const cost = await requestsPerChange(sandbox, (dryRun) => run(key, connections[level], { ...given, dryRun }));
      costs.set(key, cost);
    }
    return costs;
  } finally {
    await sandbox.close();
  }
};
