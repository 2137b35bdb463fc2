/** Meetings of Blizz, TeamViewer's meeting product: a list of their own, which can be read and added to. */
import { change, list, picklist, read, readList } from "../client";
import { ids } from "../vocabulary";
import { exampleMeeting, newMeeting, startDays } from "./meetings";

export const blizzMeetings = list("GET /meetings/blizz", { items: "blizzMeetings" });

const exampleBlizzMeeting = {
  ...exampleMeeting,
  id: "m23-456-789",
  participant_web_link: "https://go.teamviewer.com/v15/m23456789",
};

const listBlizzMeetings = readList({
  label: "List Blizz Meetings",
  description: "List the account's Blizz meetings, all or those that start on certain days, with passwords and links.",
  list: blizzMeetings,
  inputs: startDays,
  request: (query) => ({ query }),
  example: { blizzMeetings: [exampleBlizzMeeting] },
});

const getBlizzMeeting = read({
  label: "Get Blizz Meeting",
  description:
    "Get one of the account's Blizz meetings with its times and the link for participants. A meeting without a password answers without that field.",
  operation: "GET /meetings/blizz/{id}",
  inputs: { blizzMeetingId: ids.blizzMeeting.required("The Blizz meeting, by its ID, for example m23-456-789.") },
  request: ({ blizzMeetingId: id }) => ({ path: { id } }),
  example: exampleBlizzMeeting,
});

const createBlizzMeeting = change({
  label: "Create Blizz Meeting",
  description:
    "Create a Blizz meeting, planned or instant, and get the link for its participants. The API neither changes nor deletes it afterwards.",
  operation: "POST /meetings/blizz",
  inputs: newMeeting,
  request: (body) => ({ body }),
  example: exampleBlizzMeeting,
});

const selectBlizzMeeting = picklist({
  label: "Select Blizz Meeting",
  description: "Pick one of the account's Blizz meetings, by subject and start.",
  records: (tv) => blizzMeetings.pages(tv),
  key: (meeting) => meeting.id,
  name: (meeting) => [meeting.subject, meeting.start],
  example: { key: exampleBlizzMeeting.id, label: "Rollout of the new tills (2026-04-02T09:00:00Z)" },
});

export const actions = { listBlizzMeetings, getBlizzMeeting, createBlizzMeeting };
export const dataSources = { selectBlizzMeeting };
