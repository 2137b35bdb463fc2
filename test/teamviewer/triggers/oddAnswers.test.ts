/**
 * Answers that say 200 without the list that was asked for, and lists that hold what no description allows: nothing of it
 * may crash a trigger or get into its state.
 */
import { closeServers, connectionFor, serve } from "../../support/client";
import { component } from "../../support/component";
import { json } from "../../support/server";
import { useTeamViewer } from "../../support/teamviewer";
import { flowWith } from "../../support/triggers";

const tv = useTeamViewer();

afterAll(closeServers);

const lists = [
  "contacts",
  "devices",
  "records",
  "Alarms",
  "DeviceMissingPatchesCountInfoList",
  "AuditEvents",
  "sessions",
  "policies",
  "groups",
  "users",
  "resources",
];

const idFields = ["id", "AlarmId", "code", "policy_id", "contact_id", "device_id", "DeviceId"];

const withId = (id: unknown, fields: object = {}) => ({
  ...Object.fromEntries(idFields.map((field) => [field, id])),
  ...fields,
});

/** Fields of sound names with values of other types. */
const oddFields = {
  state: 7,
  isOnline: "yes",
  last_seen: 5,
  notes: { text: "x" },
  billing_state: [],
  assigned_userid: {},
  TimeFrame: "soon",
  Status: "x",
  EventDetails: "none",
  ErrorCode: {},
  ScanResultCount: "many",
  teamviewer_id: "x",
  end_date: "2026-03-31T14:00:00Z",
  Timestamp: "2026-03-31T14:00:00Z",
};

const oddRecords = [null, 5, "text", true, [], {}, withId({ value: 1 }), withId([1]), withId(true), withId("")];

const answerOf = (records: unknown[]) => json(200, Object.fromEntries(lists.map((name) => [name, records])));

const triggers: [string, object][] = [
  ["connectionReportChanges", {}],
  ["deviceOnlineStateChanges", {}],
  ["missingPatches", {}],
  ["newConnectionReports", {}],
  ["newDevices", {}],
  ["newEventLogEntries", {}],
  ["newMonitoringAlarms", {}],
  ["sessionStateChanges", {}],
  ["userGroupMembershipChanges", {}],
  ...["contacts", "devices", "groups", "managedDevices", "policies", "sessions", "users"].flatMap(
    (pollResourceType): [string, object][] => [
      ["pollChangesTrigger", { pollResourceType }],
      ["pollChangesTrigger", { pollResourceType, showUpdatedRecords: "true" }],
    ],
  ),
];

test.each(triggers)("%s %j takes records that are none for none, and goes on", async (key, inputs) => {
  const odd = [...oddRecords, withId("a1", oddFields), withId("a2", oddFields)];
  const server = await serve(answerOf(odd));
  const flow = flowWith<Record<string, unknown[]>>(tv, key, inputs, connectionFor(server));
  for (let round = 0; round < 3; round += 1) {
    const { polledNoChanges, warnings } = await flow.poll();
    expect(polledNoChanges).toBe(true);
    // Missing Patches asks for the counts of known devices alone, of which there are none.
    if (key !== "missingPatches") expect(warnings.join()).toMatch(/\d+ records (without an ID )?were skipped/);
  }
});

test.each([
  ["newConnectionReports", "end_date"],
  ["newEventLogEntries", "Timestamp"],
])("%s skips a record whose time is seconds or an object, and its state stays sound", async (key, field) => {
  const start = Date.now() - 600_000;
  const sound = (minute: number) => withId(`r${minute}`, { [field]: new Date(start + minute * 60_000).toISOString() });
  const odd = [withId("odd1", { [field]: 1_774_965_600 }), withId("odd2", { [field]: { at: 5 } })];
  const server = await serve(
    answerOf([sound(0)]),
    answerOf([...odd, sound(1), sound(0)]),
    answerOf([...odd, sound(2), sound(1)]),
  );
  const flow = flowWith<Record<string, Record<string, unknown>[]>>(tv, key, {}, connectionFor(server));
  const poll = async () => {
    const { data, warnings } = await flow.poll();
    return { ids: Object.values(data).flatMap((records) => records.map(({ id }) => id)), warnings };
  };
  const warnings = ["2 records were skipped: the time of each is no time that can be read."];
  expect(await poll()).toEqual({ ids: [], warnings: [] });
  expect(await poll()).toEqual({ ids: ["r1"], warnings });
  expect(await poll()).toEqual({ ids: ["r2"], warnings });
});

const polled = Object.keys(component.triggers).filter((key) => key !== "pollChangesTrigger");
const watched =
  component.triggers.pollChangesTrigger?.inputs.find(({ key }) => key === "pollResourceType")?.model ?? [];

test.each([
  ...polled.map((key) => ({ key, inputs: {} })),
  ...watched.map(({ value }) => ({ key: "pollChangesTrigger", inputs: { pollResourceType: value } })),
])(
  "$key $inputs fails on such an answer and keeps its state, so that nothing is delivered again",
  async ({ key, inputs }) => {
    const ofUser = "pollResourceType" in inputs && inputs.pollResourceType === "groups";
    const { poll, state } = flowWith<unknown>(tv, key, inputs, ofUser ? tv.user : tv.company);
    await poll();
    const before = state();
    for (const each of [undefined, null, 5, "maintenance", [], {}, { message: "maintenance" }]) {
      tv.sandbox.fault({ kind: "oddBody", body: each });
      await expect(poll()).rejects.toThrow("the list of ");
      expect(state()).toEqual(before);
    }
    expect((await poll()).data).toEqual((await poll()).data);
  },
);
