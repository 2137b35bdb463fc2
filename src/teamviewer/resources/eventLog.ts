/** The event log: what the users of the company have done, and what was done to its records. */
import { enums } from "../../../generated/teamviewer.enums";
import { InputError } from "../../http/errors";
import { timestampInput } from "../../platform/dateInputs";
import { toGuid } from "../../platform/ids";
import { parsedInput, textInput } from "../../platform/inputs";
import { choiceListInput, valueListInput } from "../../platform/listInputs";
import { list, readList } from "../client";
import { continuationToken, reading, toEmail } from "../inputs";

/** 50 a page, newest first. */
export const auditEvents = list("POST /EventLogging", {
  items: "AuditEvents",
  next: "ContinuationToken",
  token: "ContinuationToken",
  problem: "ParsingError",
});

const { EventNames: eventNames, EventTypes: eventTypes } = enums.AuditLogParameters;

/** `SingleSignOnDomainCreated` as a person reads it: Single sign on domain created. */
const inWords = (name: string): string => {
  const words = name.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, " ").split(" ");
  return words.map((word, index) => (index > 0 && !/^[A-Z]{2,}/.test(word) ? word.toLowerCase() : word)).join(" ");
};

const choices = <const Value extends string>(values: readonly Value[]) =>
  values.map((value) => ({ label: inWords(value), value }));

const affectedItem = textInput({
  label: "Affected Item",
  comments:
    "Only events that affect the item of this name, for example a user or a policy; session events are then left out. Blank: all.",
  example: "Jan Nowak",
});

const sessionGuid = parsedInput(
  {
    label: "Session GUID",
    comments:
      "Only events of the session with this GUID; all that are no session events are then left out, so that Affected Item has to be blank. Blank: all.",
    example: "b3f81d60-2c7e-4a95-9d14-6e0c5f8a7b32",
  },
  toGuid,
);

export const listEventLogEntries = readList({
  label: "List Event Log Entries",
  description:
    "List the entries of the company's event log between two times, newest first and 50 a page: sessions, and changes to users, roles, groups, devices, policies and settings.",
  list: auditEvents,
  inputs: {
    startDate: timestampInput({
      label: "Start Date",
      comments: "The beginning of the time to look at, to the second.",
      example: "2026-03-01T00:00:00Z",
      required: true,
    }),
    endDate: timestampInput({
      label: "End Date",
      comments: "The end of the time to look at, to the second.",
      example: "2026-03-31T23:59:59Z",
      required: true,
    }),
    eventNames: choiceListInput({
      label: "Event Names",
      comments: "Only events of these names, for example UserCreated. Blank: all.",
      choices: choices(eventNames),
    }),
    eventTypes: choiceListInput({
      label: "Event Types",
      comments: "Only events of these types, for example UserProfile. Blank: all.",
      choices: choices(eventTypes),
    }),
    accountEmails: valueListInput(
      {
        label: "Account Emails",
        comments: "Only what these accounts did, by their e-mail addresses. Blank: all accounts.",
        example: "maria.keller@example.com",
      },
      toEmail,
    ),
    affectedItem,
    rcSessionGuid: sessionGuid,
    continuationToken,
    ...reading,
  },
  request: (inputs) => {
    if (inputs.affectedItem && inputs.rcSessionGuid) {
      throw new InputError(
        affectedItem.label,
        "it leaves out all session events, and Session GUID lets through nothing else. Fill in one of the two.",
      );
    }
    return {
      body: {
        StartDate: inputs.startDate,
        EndDate: inputs.endDate,
        EventNames: inputs.eventNames,
        EventTypes: inputs.eventTypes,
        AccountEmails: inputs.accountEmails,
        AffectedItem: inputs.affectedItem,
        RCSessionGuid: inputs.rcSessionGuid,
        ContinuationToken: inputs.continuationToken,
      },
    };
  },
  example: {
    AuditEvents: [
      {
        EventName: "EditUserPermissions",
        EventType: "UserProfile",
        Timestamp: "2026-03-31T14:00:00Z",
        Author: "Maria Keller",
        AuthorEmail: "maria.keller@example.com",
        AffectedItem: "Jan Nowak",
        EventDetails: [
          {
            PropertyName: "Permissions",
            PropertyCategory: "User",
            OldValue: "ViewOwnConnections",
            NewValue: "ViewAllConnections",
          },
        ],
      },
    ],
    ContinuationToken: "ZXZlbnRzLTUw",
  },
});
