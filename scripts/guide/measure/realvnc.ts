/** RealVNC Connect's actions and triggers, on sandboxes. A session more, per execution, is not counted. */
import type { Connection } from "@prismatic-io/spectral";
import { type Sandbox, startSandbox } from "../../../sandbox/realvnc";
import { casesOf, singleKeys } from "../../../test/realvnc/cases";
import { component, connectionTo, recordsOf, run } from "../../../test/support/realvnc";
import { flowWith } from "../../../test/support/triggers";
import { type InWorlds, measureIn, type Probes, requestsOf, requestsPerChange } from "./worlds";

interface World {
  sandbox: Sandbox;
  connection: Connection;
}

const worldOf = (sandbox: Sandbox): World => ({
  sandbox,
  connection: connectionTo(sandbox.baseUrl, sandbox.credentials.full),
});

const start = async (size: number): Promise<World> => {
  const few = size / 10;
  return worldOf(
    await startSandbox({
      seed: { computers: size, members: size, auditEvents: size, computerGroups: few, userGroups: few },
    }),
  );
};

type Inputs = (sandbox: Sandbox) => object;

const action =
  (key: string, inputs: Inputs) =>
  ({ sandbox, connection }: World) =>
    requestsOf(sandbox, () => run(key, connection, inputs(sandbox)));

const all = (key: string, inputs: object = {}) => action(key, () => ({ ...inputs, fetchAll: true }));

const reads: Probes<World> = {
  listComputers: all("listComputers"),
  listUsers: all("listUsers"),
  listPresence: all("listPresence"),
  listAuditEvents: all("listAuditEvents", { from: "2020-01-01T00:00:00Z" }),
  findComputer: action("findComputer", () => ({ name: "nobody" })),
  findUser: action("findUser", () => ({ email: "nobody@example.com" })),
};

const someComputers = ({ store }: Sandbox) => [...store.entries.values()].slice(0, 20);

const tasks: Record<string, Inputs> = {
  renameComputers: (sandbox) => ({
    renames: someComputers(sandbox).map(({ name }) => ({ currentName: name, newName: `${name}-new` })),
  }),
  removeComputers: (sandbox) => ({ names: someComputers(sandbox).map(({ name }) => name) }),
  cleanDuplicateComputers: () => ({}),
  cleanStaleComputers: () => ({ period: "30d" }),
  addComputersToGroups: (sandbox) => ({
    assignments: someComputers(sandbox).map(({ name }) => ({ Name: name, GroupName: "Warsaw" })),
  }),
  addUsersToGroups: ({ store }) => ({
    assignments: [...store.members.values()].map(({ email }) => ({ Email: email, GroupName: "First level support" })),
  }),
};

const dryRuns: Probes<World> = Object.fromEntries(
  Object.entries(tasks).map(([key, inputs]) => [key, action(key, inputs)]),
);

/** The second of two polls: the first notes what is there. */
const poll =
  (key: string) =>
  async ({ sandbox, connection }: World) => {
    const flow = flowWith({ component, sandbox, user: connection }, key);
    await flow.poll();
    return requestsOf(sandbox, () => flow.poll());
  };

const triggers: Probes<World> = {
  newAuditEvents: poll("newAuditEvents"),
  presenceChanges: poll("presenceChanges"),
  newComputers: poll("newComputers"),
};

/** What each sends in each world, by its key: actions with Fetch All or in a dry run, triggers in a poll without news. */
export const measureRealVnc = (): Promise<Map<string, InWorlds>> =>
  measureIn(start, { ...reads, ...dryRuns, ...triggers });

/** What a change of each action with a dry run costs, by its key. */
export const measureRealVncChanges = async (): Promise<Map<string, number>> => {
  const { sandbox, connection } = worldOf(await startSandbox());
  try {
    const costs = new Map<string, number>();
    for (const [key, inputs] of Object.entries(tasks)) {
      sandbox.reset();
      const given = inputs(sandbox);
      costs.set(key, await requestsPerChange(sandbox, (dryRun) => run(key, connection, { ...given, dryRun })));
    }
    return costs;
  } finally {
    await sandbox.close();
  }
};

/** What every other action sends with as few inputs as it can do with, by its key. */
export const measureRealVncActions = async (): Promise<Map<string, number>> => {
  const sandbox = await startSandbox();
  const { connection } = worldOf(sandbox);
  try {
    const counts = new Map<string, number>();
    for (const key of singleKeys) {
      sandbox.reset();
      const inputs = casesOf(recordsOf(sandbox))[key]?.required ?? {};
      counts.set(key, await requestsOf(sandbox, () => run(key, connection, inputs)));
    }
    return counts;
  } finally {
    await sandbox.close();
  }
};
