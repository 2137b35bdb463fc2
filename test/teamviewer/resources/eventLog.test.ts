import { enums } from "../../../generated/teamviewer.enums";
import { component, run } from "../../support/component";
import { useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

const dates = { startDate: "2020-01-01", endDate: "2099-01-01" };

interface Answer {
  AuditEvents: Record<string, string>[];
  ContinuationToken: string | null;
}

const list = async (inputs: object = {}) =>
  (await run("listEventLogEntries", tv.company, { ...dates, ...inputs })) as Answer;

test("the entries come 50 a page, newest first, or all of them", async () => {
  const { AuditEvents: first, ContinuationToken } = await list();
  expect(first).toHaveLength(50);
  const { AuditEvents: second } = await list({ continuationToken: ContinuationToken });
  const { AuditEvents: all } = await list({ fetchAll: true });
  expect(all).toHaveLength(120);
  expect([...first, ...second]).toEqual(all.slice(0, 100));
  const times = all.map(({ Timestamp }) => Timestamp);
  expect(times).toEqual([...times].sort().reverse());
});

test("only the time between the two dates is looked at", async () => {
  const [newest, second] = tv.sandbox.store.events;
  const between = { startDate: second?.Timestamp, endDate: newest?.Timestamp };
  expect((await list(between)).AuditEvents).toEqual([second]);
});

test("names, types and accounts leave out what is not wanted", async () => {
  const [{ AuthorEmail: accountEmails = "" } = {}] = tv.sandbox.store.events;
  const wanted = { eventNames: ["usercreated", "PolicyUpdated"], fetchAll: true };
  const named = (await list(wanted)).AuditEvents;
  expect(new Set(named.map(({ EventName }) => EventName))).toEqual(new Set(["UserCreated", "PolicyUpdated"]));
  const typed = (await list({ ...wanted, eventTypes: ["Policy"] })).AuditEvents;
  expect(new Set(typed.map(({ EventName }) => EventName))).toEqual(new Set(["PolicyUpdated"]));
  const own = (await list({ accountEmails, fetchAll: true })).AuditEvents;
  expect(new Set(own.map(({ AuthorEmail }) => AuthorEmail))).toEqual(new Set([accountEmails]));
});

test("one session, or one item, is looked for, and not both", async () => {
  const session = tv.sandbox.store.events.find(({ EventType }) => EventType === "Session");
  const rcSessionGuid = session?.EventDetails?.[0]?.NewValue;
  expect((await list({ rcSessionGuid })).AuditEvents).toEqual([session]);
  const other = tv.sandbox.store.events.find(({ EventType }) => EventType !== "Session");
  const { AuditEvents } = await list({ affectedItem: other?.AffectedItem });
  expect(AuditEvents).toContainEqual(other);
  expect(AuditEvents.filter(({ EventType }) => EventType === "Session")).toEqual([]);
  const sent = tv.sandbox.requests.length;
  await expect(list({ rcSessionGuid, affectedItem: "Till 01" })).rejects.toThrow(
    /^Affected Item: it leaves out all session events/,
  );
  expect(tv.sandbox.requests).toHaveLength(sent);
});

test("every name and type that the vendor takes is a choice, in words", () => {
  const { inputs = [] } = component.actions.listEventLogEntries ?? {};
  const choices = (key: string) => inputs.find((input) => input.key === key)?.model ?? [];
  expect(choices("eventNames").map(({ value }) => value)).toEqual(enums.AuditLogParameters.EventNames);
  expect(choices("eventTypes").map(({ value }) => value)).toEqual(enums.AuditLogParameters.EventTypes);
  const label = (value: string) => choices("eventNames").find((choice) => choice.value === value)?.label;
  expect(label("UserGroupMembersAdded")).toBe("User group members added");
  expect(label("EditTFAUsage")).toBe("Edit TFA usage");
});

test("reading is repeated after a lost answer, although it is asked for by POST", async () => {
  tv.sandbox.fault({ kind: "reset", after: true });
  expect((await list()).AuditEvents).toHaveLength(50);
});

test("an answer that says it could not be given is an error", async () => {
  tv.sandbox.fault({ kind: "oddBody", body: { AuditEvents: [], ParsingError: "The query is too long." } });
  await expect(list()).rejects.toThrow("The query is too long.");
});
