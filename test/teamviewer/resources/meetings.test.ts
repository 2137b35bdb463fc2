import { pick, run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer({ now: () => new Date("2026-03-31T14:00:00Z") });

const planned = {
  subject: "Rollout of the new tills",
  start: "2026-04-02T09:00:00Z",
  end: "2026-04-02T10:00:00Z",
};

const created = async (inputs: object, action = "createMeeting") =>
  (await run(action, tv.user, inputs)) as { id: string; start: string; password?: string };

const idsIn = async (action: string, inputs: object) => {
  const answer = (await run(action, tv.user, inputs)) as Record<string, { id: string }[]>;
  return Object.values(answer).flatMap((meetings) => meetings.map(({ id }) => id));
};

test("a meeting is planned, read, moved and deleted", async () => {
  const { id: meetingId } = await created({ ...planned, password: "till-4711" });
  expect(await run("getMeeting", tv.user, { meetingId: meetingId.slice(1) })).toMatchObject({
    ...planned,
    password: "till-4711",
    participant_web_link: expect.stringContaining("https://"),
  });
  const end = "2026-04-02T11:00:00Z";
  expect(await run("updateMeeting", tv.user, { meetingId, end })).toBe("ACTION SUCCEEDED");
  expect(tv.sandbox.requests.at(-1)?.body).toEqual({ end });
  expect(tv.sandbox.store.meetings.get(meetingId)).toMatchObject({ ...planned, end });
  expect(await pick("selectMeeting", tv.user)).toContainEqual({
    key: meetingId,
    label: `${planned.subject} (${planned.start})`,
  });
  await run("deleteMeeting", tv.user, { meetingId });
  expect(tv.sandbox.store.meetings.has(meetingId)).toBe(false);
});

test("the password of a meeting is taken away", async () => {
  const { id: meetingId } = await created({ ...planned, password: "till-4711" });
  await run("updateMeeting", tv.user, { meetingId, fieldsToClear: "password" });
  expect(await run("getMeeting", tv.user, { meetingId })).not.toHaveProperty("password");
});

test("an update without a change says what can be changed, and sends nothing", async () => {
  await expect(run("updateMeeting", tv.user, { meetingId: "m12-345-678" })).rejects.toThrow(
    "Subject: nothing to change. Fill in at least one of Subject, Start, End, Meeting Password, Conference Call Information.",
  );
  expect(tv.sandbox.requests).toEqual([]);
});

test("the conference call is one object of the request, and none where it is blank", async () => {
  const conference_call_information = { type: "2", custom_data: "Dial +48 22 123 45 67" };
  const { id } = await created({ ...planned, conference_call_information });
  expect(tv.sandbox.store.meetings.get(id)?.conference_call_information).toEqual({
    type: 2,
    custom_data: "Dial +48 22 123 45 67",
  });
  await created({ ...planned, conference_call_information: { type: "", custom_data: "" } });
  expect(tv.sandbox.requests.at(-1)?.body).toEqual(planned);
});

test("an instant meeting needs nothing else, a planned one its times", async () => {
  expect(await created({ instant: "true" })).toMatchObject({ start: "2026-03-31T14:00:00Z" });
  await expect(created({ subject: "Some day" })).rejects.toThrow(/HTTP 400.*'start' and 'end' are required/);
});

test.each([
  ["listMeetings", () => tv.sandbox.store.meetings],
  ["listBlizzMeetings", () => tv.sandbox.store.blizzMeetings],
])("%s lists all, or those that start within days of which the time does not count", async (action, records) => {
  const all = [...records().values()];
  expect(await idsIn(action, {})).toEqual(all.map(({ id }) => id));
  const [, second] = all;
  const date = second?.start.replace(/T.*/, "T23:00:00Z");
  expect(await idsIn(action, { from_date: date, to_date: date })).toEqual([second?.id]);
});

test("an invitation is in the language and the time zone that are asked for", async () => {
  const { id: meetingId, subject } = firstOf(tv.sandbox.store.meetings.values());
  const { invitation_text } = (await run("getMeetingInvitation", tv.user, {
    meetingId,
    language: "pl",
    timezone: "Europe/Warsaw",
  })) as { invitation_text: string };
  expect(invitation_text).toContain(subject);
  expect(tv.sandbox.requests.at(-1)?.query).toEqual({ language: "pl", timezone: "Europe/Warsaw" });
});

test("the custom module of a meeting is told by its configuration ID", async () => {
  const meetingId = firstOf(tv.sandbox.store.meetings.keys());
  expect(await run("getMeetingCustomModuleId", tv.user, { meetingId, client_id: "client-4711" })).toEqual({
    config_id: expect.any(String),
  });
});

test("a Blizz meeting is created, read and offered apart from the other meetings", async () => {
  const { id: blizzMeetingId } = await created(planned, "createBlizzMeeting");
  expect(tv.sandbox.store.blizzMeetings.has(blizzMeetingId)).toBe(true);
  expect(tv.sandbox.store.meetings.has(blizzMeetingId)).toBe(false);
  expect(await run("getBlizzMeeting", tv.user, { blizzMeetingId })).toMatchObject(planned);
  const label = `${planned.subject} (${planned.start})`;
  expect(await pick("selectBlizzMeeting", tv.user)).toContainEqual({ key: blizzMeetingId, label });
  expect(await pick("selectMeeting", tv.user)).not.toContainEqual({ key: blizzMeetingId, label });
});

test("a meeting ID of another kind is refused before anything is sent", async () => {
  await expect(run("getMeeting", tv.user, { meetingId: "s12-345-678" })).rejects.toThrow(
    'Meeting ID: "s12-345-678" is a session ID; a meeting ID starts with m',
  );
  expect(tv.sandbox.requests).toEqual([]);
});
