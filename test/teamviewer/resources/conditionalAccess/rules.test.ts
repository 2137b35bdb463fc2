import { pick, run } from "../../../support/component";
import { firstOf, useTeamViewer } from "../../../support/teamviewer";

const tv = useTeamViewer({ seed: { conditionalAccessRules: 5 }, pageSizes: { conditionalAccessRules: 2 } });

const store = () => tv.sandbox.store;
const [account, group, dyngate, directoryGroup, managedGroup, userGroup] = ["0", "1", "2", "3", "4", "5"];

interface Rule {
  ruleId: string;
  state: number;
  optionSetId?: string;
}

const parties = () => ({
  sourceType: account,
  sourceId: firstOf(store().users.keys()),
  targetType: group,
  targetId: firstOf(store().groups.keys()),
});

const newRule = async (more: object = {}) =>
  (await run("createConditionalAccessRule", tv.company, { ...parties(), ...more })) as Rule;

const listed = async () =>
  ((await run("listConditionalAccessRules", tv.company, { fetchAll: true })) as { rules: Rule[] }).rules;

const expirations = [{ StartsOn: "2026-03-31T14:00:00Z", ExpiresOn: "2026-06-30T22:00:00Z" }];

test("a rule is created with options, listed, given other expirations and deleted", async () => {
  const { ruleId, state, optionSetId } = await newRule({
    featuresOptionId: firstOf(store().featureOptions.keys()),
    timeOptionId: firstOf(store().timeOptions.keys()),
    approvalOptionId: firstOf(store().approvalOptions.keys()),
    comment: "Deputy",
    modificationReason: "Holidays",
  });
  expect(state).toBe(0);
  expect(optionSetId).toBeDefined();
  expect(await listed()).toHaveLength(6);
  const conditionalAccessRuleId = ruleId;
  await run("updateConditionalAccessRule", tv.company, { conditionalAccessRuleId, ...parties(), expirations });
  expect(store().conditionalAccessRules.get(ruleId)).toMatchObject({ comment: "Deputy", expirations });
  const reason = { conditionalAccessRuleId, modification_reason: "Holidays are over" };
  await run("deleteConditionalAccessRule", tv.company, reason);
  expect(tv.sandbox.requests.at(-1)?.body).toEqual({ id: ruleId, modification_reason: "Holidays are over" });
  expect(store().conditionalAccessRules.has(ruleId)).toBe(false);
});

test("the dropdown offers the rules of all pages by comment, source and target", async () => {
  const { ruleId, comment, sourceId, targetId } = firstOf(store().conditionalAccessRules.values());
  const elements = await pick("selectConditionalAccessRule", tv.company);
  expect(elements).toHaveLength(5);
  expect(elements).toContainEqual({ key: ruleId, label: `${comment} (account ${sourceId} to group ${targetId})` });
});

test("each type of source takes its own kind of ID, which is sent as a number without a prefix, or as a GUID", async () => {
  const device = firstOf(store().devices.values());
  const digits = device.remotecontrol_id.slice(1);
  const guid = firstOf(store().directoryGroups.keys());
  const sources: [type: string | undefined, given: string, sent: string][] = [
    [account, firstOf(store().users.keys()), firstOf(store().users.keys()).slice(1)],
    [group, firstOf(store().groups.keys()).slice(1), firstOf(store().groups.keys()).slice(1)],
    [dyngate, `${digits.slice(0, 3)} ${digits.slice(3)}`, digits],
    [directoryGroup, `{${guid.toUpperCase()}}`, guid],
    [managedGroup, firstOf(store().managedGroups.keys()), firstOf(store().managedGroups.keys())],
    [userGroup, String(firstOf(store().userGroups.keys())), String(firstOf(store().userGroups.keys()))],
  ];
  for (const [sourceType, sourceId, sent] of sources) {
    const { state } = await newRule({ sourceType, sourceId });
    expect(state).toBe(0);
    expect(tv.sandbox.requests.at(-1)?.body).toMatchObject({ sourceType: Number(sourceType), sourceId: sent });
  }
});

test("a type is given by its name too", async () => {
  const { userId } = store().account;
  await newRule({
    sourceType: "Account",
    sourceId: userId,
    targetType: "managed group",
    targetId: firstOf(store().managedGroups.keys()),
  });
  expect(tv.sandbox.requests.at(-1)?.body).toMatchObject({ sourceType: 0, targetType: 4 });
});

test("an ID that is none of its type is refused before anything is sent, by the input that has it", async () => {
  await expect(newRule({ sourceType: group, sourceId: "u12345678" })).rejects.toThrow(
    'Source ID: "u12345678" is a user ID; a group ID starts with g',
  );
  await expect(newRule({ targetType: directoryGroup, targetId: "12345678" })).rejects.toThrow(
    'Target ID: "12345678" is not a GUID',
  );
  expect(tv.sandbox.requests).toEqual([]);
});

test("more expirations than TeamViewer takes, and bad ones, are refused before anything is sent", async () => {
  const many = Array.from({ length: 101 }, () => expirations[0]);
  await expect(newRule({ expirations: many })).rejects.toThrow("Expirations: at most 100 are allowed; these are 101.");
  await expect(newRule({ expirations: [{ EndsOn: "2026-06-30" }] })).rejects.toThrow(
    'Expirations: at [0]: "EndsOn" is not known there.',
  );
  await expect(newRule({ comment: "x".repeat(201) })).rejects.toThrow("Comment: at most 200 characters");
  expect(tv.sandbox.requests).toEqual([]);
});

test("a rule whose source is gone stays, and says so by its state", async () => {
  const directoryGroupId = firstOf(store().directoryGroups.keys());
  const { ruleId } = await newRule({ sourceType: directoryGroup, sourceId: directoryGroupId });
  await run("deleteConditionalAccessDirectoryGroup", tv.company, { directoryGroupId });
  expect(await listed()).toContainEqual(expect.objectContaining({ ruleId, state: 1 }));
});

test("a rule cannot be made for what does not exist", async () => {
  await expect(newRule({ targetId: "g99999999" })).rejects.toThrow(/HTTP 400.*targetId: there is no such record/);
  const timeOptionId = "2a7c4f90-5e83-4d16-9b0e-6f8d1c3b7a45";
  await expect(newRule({ timeOptionId })).rejects.toThrow(/HTTP 400.*timeOptionId: there is no time option/);
  await expect(
    run("deleteConditionalAccessRule", tv.company, { conditionalAccessRuleId: "no-such-rule" }),
  ).rejects.toThrow(/HTTP 400.*there is no rule no-such-rule/);
});
