/** Meetings of TeamViewer: planned ones and instant ones, with their invitations. */
import { enums } from "../../../generated/teamviewer.enums";
import { timestampInput } from "../../platform/dateInputs";
import { groupInput } from "../../platform/groupInput";
import { onOffInput, passwordInput, textInput, unnamedChoiceInput } from "../../platform/inputs";
import { change, list, picklist, read, readList, update } from "../client";
import { moduleClientId } from "../inputs";
import { ids } from "../vocabulary";

export const meetings = list("GET /meetings", { items: "meetings" });

/** Of the lists of meetings: the days on which they start. */
export const startDays = {
  from_date: timestampInput({
    label: "From Date",
    comments: "Only meetings that start on this day or later; the time of the day does not count. Blank: no limit.",
    example: "2026-03-31T00:00:00Z",
  }),
  to_date: timestampInput({
    label: "To Date",
    comments: "Only meetings that start on this day or earlier; the time of the day does not count. Blank: no limit.",
    example: "2026-04-30T00:00:00Z",
  }),
};

/** What a meeting has. `blank` says what comes of an input that is left blank. */
const meetingFields = (blank: string) => ({
  subject: textInput({
    label: "Subject",
    comments: `What the meeting is about. ${blank}`,
    example: "Rollout of the new tills",
  }),
  start: timestampInput({
    label: "Start",
    comments: `When the meeting starts. ${blank}`,
    example: "2026-04-02T09:00:00Z",
  }),
  end: timestampInput({
    label: "End",
    comments: `When the meeting ends. ${blank}`,
    example: "2026-04-02T10:00:00Z",
  }),
  password: passwordInput({
    label: "Meeting Password",
    comments: `The password that participants have to give. ${blank}`,
  }),
  conference_call_information: groupInput({
    label: "Conference Call Information",
    comments: `How participants join by telephone. ${blank}`,
    fields: {
      type: unnamedChoiceInput(
        {
          label: "Type",
          comments: "TeamViewer's number of the kind of conference call; no names are published.",
          example: "0",
        },
        enums.ConferenceCallInformationApiModel.type,
      ),
      custom_data: textInput({
        label: "Custom Data",
        comments: "The text that participants are shown where the conference call is not TeamViewer's own.",
        example: "Dial +48 22 123 45 67 and enter 4711#",
      }),
    },
  }),
});

/** The inputs of a new meeting. */
export const newMeeting = {
  instant: onOffInput({
    label: "Instant",
    comments: "Yes: a meeting that takes place at once, without Start and End. Blank: TeamViewer's default.",
  }),
  ...meetingFields("Blank: none."),
};

/** What meetings of both kinds answer with. */
export const exampleMeeting = {
  id: "m12-345-678",
  subject: "Rollout of the new tills",
  start: "2026-04-02T09:00:00Z",
  end: "2026-04-02T10:00:00Z",
  password: "till-4711",
  participant_web_link: "https://go.teamviewer.com/v15/m12345678",
};

const exampleTeamViewerMeeting = {
  ...exampleMeeting,
  conference_call_information: { type: 0 as const, custom_data: "Dial +48 22 123 45 67 and enter 4711#" },
};

const meetingId = ids.meeting.required("The meeting, for example m12-345-678; the prefix may be left out.");

const listMeetings = readList({
  label: "List Meetings",
  description: "List the account's meetings, all or those that start on certain days, with passwords and links.",
  list: meetings,
  inputs: startDays,
  request: (query) => ({ query }),
  example: { meetings: [exampleTeamViewerMeeting] },
});

const getMeeting = read({
  label: "Get Meeting",
  description:
    "Get one of the account's meetings with its times and the link for participants. A meeting without a password answers without that field.",
  operation: "GET /meetings/{id}",
  inputs: { meetingId },
  request: ({ meetingId: id }) => ({ path: { id } }),
  example: exampleTeamViewerMeeting,
});

const createMeeting = change({
  label: "Create Meeting",
  description:
    "Create a meeting, planned or instant, and get the link for its participants. Get Meeting Invitation gives a text to send to them.",
  operation: "POST /meetings",
  inputs: newMeeting,
  request: (body) => ({ body }),
  example: exampleTeamViewerMeeting,
});

const updateMeeting = update({
  label: "Update Meeting",
  description:
    "Change the subject, times, password or conference call of a meeting; what is left blank stays as it is. Invitations that were sent before keep saying what they said.",
  operation: "PUT /meetings/{id}",
  inputs: { meetingId },
  fields: meetingFields("Blank: left as it is."),
  unconfirmed: ["password"],
  request: ({ meetingId: id }, body) => ({ path: { id }, body }),
});

const deleteMeeting = change({
  label: "Delete Meeting",
  description: "Delete a meeting; its ID and its link lead nowhere from then on.",
  irreversible: true,
  operation: "DELETE /meetings/{id}",
  inputs: { meetingId },
  request: ({ meetingId: id }) => ({ path: { id } }),
});

const getMeetingInvitation = read({
  label: "Get Meeting Invitation",
  description: "Get the text that invites participants to a meeting, in a language and a time zone.",
  operation: "GET /meetings/{id}/invitation",
  inputs: {
    meetingId,
    language: textInput({
      label: "Language",
      comments: "The language of the text, as a code such as en or de. Blank: TeamViewer's default.",
      example: "en",
    }),
    timezone: textInput({
      label: "Time Zone",
      comments:
        "The time zone of the times in the text. TeamViewer does not publish which names it knows. Blank: TeamViewer's default.",
      example: "UTC",
    }),
  },
  request: ({ meetingId: id, ...query }) => ({ path: { id }, query }),
  example: {
    invitation_text:
      "Rollout of the new tills\n2 April 2026, 09:00 to 10:00 (UTC)\nMeeting ID: m12-345-678\nhttps://go.teamviewer.com/v15/m12345678",
  },
});

const getMeetingCustomModuleId = read({
  label: "Get Meeting Custom Module ID",
  description: "Get the ID of the custom module that participants of a meeting join with.",
  operation: "GET /meetings/{id}/custom_modules_config_id",
  inputs: {
    meetingId,
    client_id: moduleClientId,
  },
  request: ({ meetingId: id, ...query }) => ({ path: { id }, query }),
  example: { config_id: "mv3x9tb" },
});

const selectMeeting = picklist({
  label: "Select Meeting",
  description: "Pick one of the account's meetings, by subject and start.",
  records: (tv) => meetings.pages(tv),
  key: (meeting) => meeting.id,
  name: (meeting) => [meeting.subject, meeting.start],
  example: { key: exampleMeeting.id, label: "Rollout of the new tills (2026-04-02T09:00:00Z)" },
});

export const actions = {
  listMeetings,
  getMeeting,
  createMeeting,
  updateMeeting,
  deleteMeeting,
  getMeetingInvitation,
  getMeetingCustomModuleId,
};
export const dataSources = { selectMeeting };
