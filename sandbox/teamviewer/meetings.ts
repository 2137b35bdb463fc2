import { done, noContent, ok } from "../core/answers";
import { collection, sent } from "../core/collection";
import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import { customers } from "../core/names";
import { idNumber, inTurn, keyed, times } from "../core/seed";
import { day, hour, isoDate } from "../core/time";
import type { AnyCall, Handlers, Schema } from "./calls";
import { timeOf } from "./dates";
import { idOf } from "./ids";

export interface Meeting {
  id: string;
  subject: string;
  start: string;
  end: string;
  password?: string;
  conference_call_information?: Schema<"ConferenceCallInformationApiModel">;
}

export interface MeetingState {
  meetings: Map<string, Meeting>;
  /** Those of the meeting product Blizz, which are a list of their own. */
  blizzMeetings: Map<string, Meeting>;
}

export const counts = { meetings: 5, blizzMeetings: 3 };

type Reach = AnyCall<MeetingState>;

/** An ID in the vendor's shape for a number of nine digits. */
const meetingId = (number: number): string => `m${String(number).replace(/\d{3}(?=\d)/g, "$&-")}`;

/** One a day, from tomorrow on. */
const seedMeetings = (count: number, firstNumber: number, now: number): Map<string, Meeting> => {
  const today = now - (now % day);
  const meetings = times(count, (index) => {
    const start = today + (index + 1) * day + 9 * hour;
    return {
      id: meetingId(idNumber(firstNumber, index)),
      subject: `Review with ${inTurn(customers, index)}`,
      start: isoDate(start),
      end: isoDate(start + hour),
      ...(index % 2 === 0 && { password: `review-${index}` }),
      conference_call_information: { type: 0 as const },
    };
  });
  return keyed(meetings, ({ id }) => id);
};

export const seed = ({ count, now }: Seeding<typeof counts>): MeetingState => ({
  meetings: seedMeetings(count.meetings, 234_567_891, now),
  blizzMeetings: seedMeetings(count.blizzMeetings, 345_678_912, now),
});

const kind = { name: "Meeting", key: ({ id }: Meeting) => id, read: (id: string) => idOf("m", id, "meeting ID") };

const meetings = collection({ ...kind, records: ({ store }: Reach) => store.meetings });
const blizzMeetings = collection({ ...kind, records: ({ store }: Reach) => store.blizzMeetings });

const dayOf = (field: string, text: string) => isoDate(timeOf(field, text)).slice(0, 10);

/** Whether a meeting starts on one of the days, the first and the last among them. */
const startsWithin =
  ({ from_date, to_date }: { from_date?: string; to_date?: string } = {}) =>
  ({ start }: Meeting): boolean =>
    (!from_date || start.slice(0, 10) >= dayOf("from_date", from_date)) &&
    (!to_date || start.slice(0, 10) <= dayOf("to_date", to_date));

const link = ({ id }: Meeting) => `https://go.teamviewer.com/v15/${id.replaceAll("-", "")}`;

const meetingAnswer = (meeting: Meeting) => ({ ...meeting, participant_web_link: link(meeting) });

const blizzAnswer = ({ conference_call_information, ...meeting }: Meeting) => meetingAnswer(meeting);

/** Start and end of what is sent, in the vendor's form. */
const timesOf = ({ start, end }: { start?: string; end?: string }) => {
  const span = {
    start: start === undefined ? undefined : isoDate(timeOf("start", start)),
    end: end === undefined ? undefined : isoDate(timeOf("end", end)),
  };
  if (span.start && span.end && span.end < span.start) throw badRequest("The meeting ends before it starts.");
  return sent(span);
};

/** An instant meeting takes an hour from now on; any other says when it starts and ends. */
const newMeeting = (
  { store, now }: Reach,
  { instant, subject = "Meeting", start, end, password, conference_call_information }: Schema<"MeetingsPostParameters">,
): Meeting => {
  if (!instant && (!start || !end)) throw badRequest("The fields 'start' and 'end' are required.");
  const begin = now().getTime();
  const atOnce = { start: isoDate(begin), end: isoDate(begin + hour) };
  const span = instant ? atOnce : { ...atOnce, ...timesOf({ start, end }) };
  const rest = sent({ password: password || undefined, conference_call_information });
  return { id: meetingId(store.nextNumber()), subject, ...span, ...rest };
};

export const handlers = {
  Meetings_Get: (call) => ok({ meetings: meetings.list(call).filter(startsWithin(call.query)).map(meetingAnswer) }),

  Meetings_Post: (call) => ok(meetingAnswer(meetings.add(call, newMeeting(call, call.body)))),

  Meetings_Get1: (call) => ok(meetingAnswer(meetings.find(call, call.path.id))),

  /** An empty password takes it away. */
  Meetings_Put: (call) => {
    const { subject, password, conference_call_information } = call.body;
    const meeting = meetings.find(call, call.path.id);
    const span = timesOf({ start: meeting.start, end: meeting.end, ...sent(call.body) });
    meetings.change(call, meeting.id, { subject, password, conference_call_information, ...span });
    if (meeting.password === "") delete meeting.password;
    return noContent();
  },

  Meetings_Delete: (call) => done(meetings.remove(call, call.path.id)),

  Meetings_Invitation: (call) => {
    const { language = "en", timezone = "UTC" } = call.query ?? {};
    const meeting = meetings.find(call, call.path.id);
    const { id, subject, start, end } = meeting;
    return ok({
      invitation_text: `${subject}\n${start} to ${end} (${timezone}, ${language})\nMeeting ID: ${id}\n${link(meeting)}`,
    });
  },

  Meetings_custom_modules_config_id: (call) => {
    const { id } = meetings.find(call, call.path.id);
    return ok({ config_id: `mv${id.replace(/\D/g, "").slice(-5)}` });
  },

  BlizzMeetings_Get: (call) =>
    ok({ blizzMeetings: blizzMeetings.list(call).filter(startsWithin(call.query)).map(blizzAnswer) }),

  BlizzMeetings_Post: (call) => ok(blizzAnswer(blizzMeetings.add(call, newMeeting(call, call.body)))),

  BlizzMeetings_Get1: (call) => ok(blizzAnswer(blizzMeetings.find(call, call.path.id))),
} satisfies Handlers<Reach>;
