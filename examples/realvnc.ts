/**
 * How a fleet is cleaned up at night: the access key is verified, duplicates and stale computers are looked at in a dry run
 * and then removed, computers go into groups from a CSV file, a session that ends in the middle is renewed, and a key
 * without a permission is told what it lacks.
 */
import { startSandbox } from "../sandbox/realvnc";
import { say, sayDone, startFlow, step } from "./flow";

interface Report {
  planned: number;
  done: number;
  failed: number;
  skipped: number;
  items: { action: string; name: string; newName?: string; entryId: string; outcome: string; reason?: string }[];
}

type Flow = ReturnType<typeof startFlow>;

const namesOf = ({ items }: Report, action: string) =>
  items.filter((item) => item.action === action && item.outcome !== "skipped").map(({ name }) => name);

/** Removes what a dry run has listed, and nothing else. */
const cleanUp = async (flow: Flow, title: string, action: string, inputs: object = {}) => {
  const dry = await flow.run<Report>(action, inputs);
  step(title, `${dry.planned} to do: ${namesOf(dry, "remove").join(", ")}`);
  const real = await flow.run<Report>(action, { ...inputs, dryRun: "false" });
  step("", `${real.done} done, ${real.failed} failed, ${real.skipped} left alone`);
  if (real.done !== dry.planned) throw new Error("The real run did something else than the dry run listed.");
};

export const realvnc = async (): Promise<void> => {
  const startedAt = Date.now();
  const sandbox = await startSandbox();
  try {
    say(`\nRealVNC component, a nightly clean-up against the sandbox at ${sandbox.url}\n`);
    const connectionOf = (key: object) => ({
      key: "realvnc-access-key",
      configVarKey: "RealVNC Connect",
      fields: { ...key, baseUrl: sandbox.baseUrl },
    });
    const flow = startFlow("realvnc", () => connectionOf(sandbox.credentials.full));
    const { permissions } = await flow.run<{ permissions: object[] }>("verifyConnection");
    step("Verify Connection", `the key is valid; ${permissions.length} permissions looked at`);
    await cleanUp(flow, "Clean Duplicate Computers", "cleanDuplicateComputers");
    sandbox.sessions.end();
    await cleanUp(flow, "Clean Stale Computers", "cleanStaleComputers", { period: "90d" });
    step("A session ends in the middle", "renewed, and the clean-up went on");
    const { entries } = await flow.run<{ entries: { name: string }[] }>("listComputers", { fetchAll: "true" });
    const { groups } = await flow.run<{ groups: { name: string }[] }>("listComputerGroups");
    const group = groups[0]?.name ?? "";
    const quoted = `"${group.replaceAll('"', '""')}"`;
    const assignments = [
      "GroupName,Name,EntryID",
      ...entries.slice(0, 3).map(({ name }) => `${quoted},"${name}",`),
    ].join("\n");
    const added = await flow.run<Report>("addComputersToGroups", { assignments, dryRun: "false" });
    step("Add Computers to Groups", `${added.done} of 3 lines into ${group}`);
    const reader = startFlow("realvnc", () => connectionOf(sandbox.credentials.readOnly));
    const [entry] = sandbox.store.entries.keys();
    const refused = await reader.run("removeComputer", { entryId: entry }).then(
      () => "",
      (error: Error) => error.message,
    );
    step("A key that can only list", refused.replace(/\s+/g, " "));
    sayDone(startedAt, sandbox, flow);
  } finally {
    await sandbox.close();
  }
};
