import { pick, run } from "../../../support/component";
import { firstOf, useTeamViewer } from "../../../support/teamviewer";

const tv = useTeamViewer({
  seed: { featureOptions: 5, timeOptions: 5, approvalOptions: 5 },
  pageSizes: { conditionalAccessOptions: 2 },
});

const store = () => tv.sandbox.store;

const features = {
  connectAndViewScreen: "0",
  controlComputer: "After confirmation",
  fileTransfer: "2",
  establishVpn: "2",
  lockKeyboardAndMouse: "2",
  controlTeamviewer: "2",
  fileTransferUsingFileBox: "denied",
  useTeamviewerPrinting: "2",
  executeScripts: "2",
  changeSides: "2",
};

const span = { StartHour: 8, StartMinute: 0, EndHour: 17, EndMinute: 30 };
const week = {
  timeZone: "UTC",
  mondayIntervals: [span],
  tuesdayIntervals: [span],
  wednesdayIntervals: [],
  thursdayIntervals: [],
  fridayIntervals: [],
  saturdayIntervals: [],
  sundayIntervals: [],
};

const kinds = [
  {
    kind: "Feature",
    dropdown: "selectFeatureOption",
    key: "featureOptionId",
    records: () => store().featureOptions,
    first: () => ({ data: features }),
    second: () => ({ data: { ...features, changeSides: "" } }),
    stored: () => {
      const denied = {
        controlTeamviewer: 2,
        establishVpn: 2,
        executeScripts: 2,
        fileTransfer: 2,
        lockKeyboardAndMouse: 2,
      };
      return {
        ...denied,
        connectAndViewScreen: 0,
        controlComputer: 1,
        fileTransferUsingFileBox: 2,
        useTeamviewerPrinting: 2,
      };
    },
  },
  {
    kind: "Time",
    dropdown: "selectTimeOption",
    key: "timeOptionId",
    records: () => store().timeOptions,
    first: () => ({ data: JSON.stringify(week) }),
    second: () => ({ data: { ...week, mondayIntervals: [] } }),
    stored: () => ({ ...week, mondayIntervals: [] }),
  },
  {
    kind: "Approval",
    dropdown: "selectApprovalOption",
    key: "approvalOptionId",
    records: () => store().approvalOptions,
    first: () => ({ accountIds: [store().account.userId] }),
    second: () => ({ accountIds: [...store().users.keys()].slice(1, 3) }),
    stored: () => ({ accountIds: [...store().users.keys()].slice(1, 3).map((id) => Number(id.slice(1))) }),
  },
];

test.each(kinds)("a $kind option is created, listed, replaced as a whole and deleted", async (each) => {
  const { kind, dropdown, key, records, first, second, stored } = each;
  const { optionId } = (await run(`createConditionalAccess${kind}Option`, tv.company, {
    name: "Night shift",
    ...first(),
  })) as { optionId: string };
  const listed = (await run(`listConditionalAccess${kind}Options`, tv.company, { fetchAll: true })) as {
    options: object[];
  };
  expect(listed.options).toHaveLength(6);
  expect(listed.options).toContainEqual(records().get(optionId));
  const changed = { [key]: optionId, name: "Day shift", ...second() };
  expect(await run(`updateConditionalAccess${kind}Option`, tv.company, changed)).toEqual({
    optionId,
    name: "Day shift",
    data: stored(),
  });
  expect(records().get(optionId)).toEqual({ optionId, name: "Day shift", data: stored() });
  const offered = await pick(dropdown, tv.company);
  expect(offered).toHaveLength(6);
  expect(offered).toContainEqual({ key: optionId, label: "Day shift" });
  await run(`deleteConditionalAccess${kind}Option`, tv.company, { [key]: optionId });
  expect(records().has(optionId)).toBe(false);
});

test.each(kinds)("a name of a $kind option is at most 255 characters long", async ({ kind, first }) => {
  await expect(
    run(`createConditionalAccess${kind}Option`, tv.company, { name: "x".repeat(256), ...first() }),
  ).rejects.toThrow("Name: at most 255 characters are allowed; this has 256.");
  expect(tv.sandbox.requests).toEqual([]);
});

test.each([
  ["connectAndViewScreen", "2", 'Features: Connect and View Screen: "2" is none of allow, after confirmation.'],
  ["changeSides", "1", 'Features: Change Sides: "1" is none of allow, denied.'],
  ["executeScripts", "", "Features: Execute Scripts: a value is required."],
])("the feature %s cannot be %j, and nothing is sent", async (feature, value, message) => {
  const data = { ...features, [feature]: value };
  await expect(run("createConditionalAccessFeatureOption", tv.company, { name: "Odd", data })).rejects.toThrow(message);
  expect(tv.sandbox.requests).toEqual([]);
});

test.each([
  [
    { ...week, mondayIntervals: Array(11).fill(span) },
    "Intervals: at mondayIntervals: at most 10 entries are allowed.",
  ],
  [{ ...week, mondayIntervals: [{ from: 8 }] }, 'Intervals: at mondayIntervals[0]: "from" is not known there.'],
  [{ timeZone: "UTC" }, 'Intervals: "mondayIntervals" is missing.'],
])(
  "intervals that TeamViewer would refuse are refused with their place, and nothing is sent",
  async (data, message) => {
    await expect(run("createConditionalAccessTimeOption", tv.company, { name: "Odd", data })).rejects.toThrow(message);
    expect(tv.sandbox.requests).toEqual([]);
  },
);

test("more than 50 approvers are refused before anything is sent", async () => {
  const accountIds = Array.from({ length: 51 }, (_, index) => `u${1000 + index}`);
  await expect(
    run("createConditionalAccessApprovalOption", tv.company, { name: "Everybody", accountIds }),
  ).rejects.toThrow("Approvers: at most 50 are allowed; these are 51.");
  expect(tv.sandbox.requests).toEqual([]);
});

test("an option that a rule names is not deleted, and the vendor's words say by which", async () => {
  const { ruleId, timeOptionId } = firstOf(store().conditionalAccessRules.values(), (rule) => "timeOptionId" in rule);
  await expect(run("deleteConditionalAccessTimeOption", tv.company, { timeOptionId })).rejects.toThrow(
    new RegExp(`HTTP 409.*used by the rule ${ruleId}`),
  );
  expect(store().timeOptions.has(timeOptionId ?? "")).toBe(true);
});
