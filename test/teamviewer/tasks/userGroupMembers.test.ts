import { run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

interface Report {
  items: { action: string; email: string; outcome: string; reason?: string }[];
}

const group = () => firstOf(tv.sandbox.store.userGroups.values());
const users = () => [...tv.sandbox.store.users.values()];
const numberOf = ({ id }: { id: string }) => Number(id.slice(1));

const match = (emails: string[], inputs: object = {}) =>
  run("matchUserGroupMembers", tv.company, { userGroupId: group().id, emails, ...inputs }) as Promise<Report>;

/** Three who stay or join, of whom only the first is a member; another member leaves. */
const prepared = () => {
  const [first, second, third, leaving] = users().slice(0, 4) as ReturnType<typeof users>;
  if (!first || !second || !third || !leaving) throw new Error("The sandbox has too few users.");
  group().accountIds = new Set([numberOf(first), numberOf(leaving)]);
  return { wanted: [first, second, third], leaving };
};

test("a dry run tells who is added, who is removed and who is unknown, and changes nothing", async () => {
  const { wanted, leaving } = prepared();
  const before = new Set(group().accountIds);
  const report = await match([...wanted.map(({ email }) => email.toUpperCase()), "nobody@example.com"]);
  expect(report.items.map(({ action, email, outcome }) => [action, email, outcome])).toEqual([
    ["add", wanted[1]?.email, "planned"],
    ["add", wanted[2]?.email, "planned"],
    ["remove", leaving.email, "planned"],
    ["add", "nobody@example.com", "skipped"],
  ]);
  expect(report.items.at(-1)?.reason).toBe("No user of the company has this e-mail address.");
  expect(group().accountIds).toEqual(before);
});

test("a real run makes the members exactly those of the list, and a second one finds nothing to do", async () => {
  const { wanted } = prepared();
  const emails = wanted.map(({ email }) => email);
  const dry = await match(emails);
  const real = await match(emails, { dryRun: "false" });
  expect(real.items).toEqual(dry.items.map((item) => ({ ...item, outcome: "done" })));
  expect(group().accountIds).toEqual(new Set(wanted.map(numberOf)));
  expect((await match(emails, { dryRun: "false" })).items).toEqual([]);
});

test("one that fails does not stop the rest", async () => {
  const { wanted, leaving } = prepared();
  tv.sandbox.fault({ kind: "notCovered404", match: { method: "POST" } });
  const report = await match(
    wanted.map(({ email }) => email),
    { dryRun: false },
  );
  expect(report.items.map(({ outcome }) => outcome)).toEqual(["failed", "done", "done"]);
  expect(group().accountIds.has(numberOf(leaving))).toBe(false);
});

test("a list in which nobody is known empties no group", async () => {
  const { leaving } = prepared();
  await expect(match(["nobody@example.com"], { dryRun: false })).rejects.toThrow(
    "Emails: no user of the company has any of these addresses. Nothing was changed.",
  );
  await expect(match([], { dryRun: false })).rejects.toThrow("Emails: a value is required.");
  expect(group().accountIds.has(numberOf(leaving))).toBe(true);
});
