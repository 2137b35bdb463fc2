/** What the tests of actions that change many records share. */
import { asked, type RealVncTest, run } from "../../support/realvnc";

export interface Report<Item = Record<string, string>> {
  dryRun: boolean;
  planned: number;
  done: number;
  failed: number;
  skipped: number;
  warning?: string;
  items: (Item & { name?: string; outcome: string; reason?: string })[];
}

export const reportOf = (rv: RealVncTest, key: string, inputs: object, connection = rv.connection): Promise<Report> =>
  run(key, connection, inputs) as Promise<Report>;

/** The items of a report by what was done, or would be, without their outcomes. */
export const changesIn = ({ items }: Report, ...outcomes: string[]) =>
  items.filter(({ outcome }) => outcomes.includes(outcome)).map(({ outcome, ...change }) => change);

/** What was asked for that changes something. */
export const changesAsked = ({ sandbox }: RealVncTest) =>
  asked(sandbox).filter((request) => !request.startsWith("GET "));

/**
 * Runs an action dry with an access key that can only read, and then for real. Fails unless the dry run changed nothing,
 * and the real run did exactly what it listed. Gives both reports.
 */
export const dryAndReal = async (rv: RealVncTest, key: string, inputs: object) => {
  const before = JSON.stringify(stateOf(rv));
  const asked = changesAsked(rv);
  const dry = await run(key, readOnly(rv), inputs).then((report) => report as Report);
  expect(changesAsked(rv)).toEqual(asked);
  expect(JSON.stringify(stateOf(rv))).toBe(before);
  expect(dry).toMatchObject({ dryRun: true, done: 0 });
  const real = await reportOf(rv, key, { ...inputs, dryRun: "false" });
  expect(changesIn(real, "done")).toEqual(changesIn(dry, "planned"));
  expect(real).toEqual({
    ...dry,
    ...{ dryRun: false, planned: 0, done: dry.planned },
    items: dry.items.map((item) => (item.outcome === "planned" ? { ...item, outcome: "done" } : item)),
  });
  return { dry, real };
};

/** Changes the sandbox between the plan and the first change: when a computer is read again. */
export const atFirstReread = ({ sandbox }: RealVncTest, change: () => void) => {
  sandbox.fault({ kind: "latency", milliseconds: 50, match: { operationId: "readEntry" } });
  const timer = setInterval(() => {
    if (!sandbox.requests.some(({ operationId }) => operationId === "readEntry")) return;
    clearInterval(timer);
    change();
  }, 1).unref();
};

const readOnly = ({ withOnly }: RealVncTest) =>
  withOnly("LIST_ENTRIES", "LIST_ENTRY_GROUPS", "LIST_TEAM_MEMBERS", "LIST_USER_GROUPS");

/** All that the actions change. */
const stateOf = ({ sandbox: { store } }: RealVncTest) =>
  [...store.entries.values(), ...store.entryGroups.values(), ...store.userGroups.values()].map((record) =>
    "members" in record ? { ...record, members: [...record.members] } : record,
  );
