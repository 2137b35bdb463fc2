/** Session codes: invitations to a support session, by which a customer and a supporter meet. */
import { InputError } from "../../http/errors";
import { choiceInput, flagInput, parsedInput, textInput } from "../../platform/inputs";
import { queryParams } from "../../platform/keyValueInput";
import { change, list, picklist, read, readList, update } from "../client";
import { afterPage, groupFilter, groupName, groupOwner, moduleClientId, reading } from "../inputs";
import { ids } from "../vocabulary";
import {
  customBody,
  exampleNewSession,
  exampleSession,
  groupForm,
  newSessionBody,
  newSessionFields,
  sessionBody,
  sessionFields,
} from "./sessionFields";

/** Newest first, 1000 a page. */
export const sessions = list("GET /sessions", { items: "sessions", next: "next_offset", token: "offset" });

const sessionId = ids.session.required("The session code, for example s12-345-678; the prefix may be left out.");

const toStates = (text: string, label: string): string => {
  const states = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const unknown = states.find((state) => state !== "open" && state !== "closed");
  if (unknown) throw new InputError(label, `"${unknown}" is neither open nor closed.`);
  return [...new Set(states)].join(",");
};

const listSessions = readList({
  label: "List Sessions",
  description: "List session codes, newest first, 1000 a page or all of them.",
  important: true,
  list: sessions,
  inputs: {
    groupid: groupFilter,
    assigned_userid: ids.user.optional(
      "Only codes assigned to this user, for example u12345678; u0 for those of nobody. Blank: all.",
      { label: "Assigned User ID" },
    ),
    state: parsedInput(
      {
        label: "State",
        comments: "open, closed, or both with a comma between them. Blank: TeamViewer's default, open.",
        example: "open,closed",
      },
      toStates,
    ),
    fullList: flagInput({
      label: "Full List",
      comments: "Each session with all its fields. When off, TeamViewer leaves some out. Default: off.",
    }),
    offset: textInput({
      label: "Offset",
      comments: afterPage("next_offset"),
      example: "s12-345-678",
    }),
    ...reading,
    queryParams,
  },
  forDropdowns: { userId: groupOwner },
  request: ({ fullList, queryParams: extraQuery, ...query }) => ({
    query: { ...query, full_list: fullList || undefined },
    extraQuery,
  }),
  example: { sessions: [exampleSession], next_offset: "s12-345-678", sessions_remaining: 250 },
});

const getSession = read({
  label: "Get Session",
  description: "Get one session code with its state and links, the customer, and the user it is assigned to.",
  important: true,
  operation: "GET /sessions/{id}",
  inputs: { sessionId },
  request: ({ sessionId: id }) => ({ path: { id } }),
  example: exampleSession,
});

const createSession = change({
  label: "Create Session",
  description: "Create a session code with its links for the customer and the supporter.",
  operation: "POST /sessions",
  important: true,
  inputs: { ...newSessionFields, customBody },
  forDropdowns: { userId: groupOwner },
  request: ({ customBody, ...inputs }) => ({ body: newSessionBody(inputs, customBody) }),
  example: exampleNewSession,
});

const updateSession = update({
  label: "Update Session",
  description: "Change, assign or close a session code.",
  important: true,
  operation: "PUT /sessions/{id}",
  inputs: { sessionId },
  fields: {
    groupid: ids.group.optional(
      "The group to move the code to, for example g12345678. Blank: left where it is.",
      groupForm,
    ),
    groupname: groupName,
    custom_module_id: textInput({
      label: "Custom Module ID",
      comments: "The ID of the custom QuickSupport module of the session. Blank: left as it is.",
      example: "kz7n4qp",
    }),
    state: choiceInput({
      label: "State",
      comments: "Closed: the code ends and can no longer be used. Open: it can be used again. Blank: left as it is.",
      choices: [
        { label: "Open", value: "open" },
        { label: "Closed", value: "closed" },
      ],
      example: "closed",
    }),
    ...sessionFields(() => "Blank: left as it is."),
    customBody,
  },
  clearable: ["description", "custom_api", "end_customer_name", "end_customer_email"],
  unconfirmed: ["waiting_message", "custom_module_id", "tv_version"],
  keptForDropIn: {
    customId: textInput({
      label: "Custom ID",
      comments: "Not used: TeamViewer does not change a session's custom ID. It is here for integrations made with it.",
      example: "ticket-4711",
    }),
  },
  forDropdowns: { userId: groupOwner },
  request: ({ sessionId: id }, { customBody, ...changes }) => ({
    path: { id },
    body: sessionBody(changes, customBody),
  }),
});

const deleteSession = change({
  label: "Delete Session",
  description:
    "Delete a session code, with which nobody can join any more. Update Session with the State Closed ends one and keeps it.",
  irreversible: true,
  operation: "DELETE /sessions/{id}",
  inputs: { sessionId },
  request: ({ sessionId: id }) => ({ path: { id } }),
});

const getSessionCustomModuleId = read({
  label: "Get Session Custom Module ID",
  description: "Get the ID of the custom QuickSupport module that the customer of a session code is given.",
  operation: "GET /sessions/{id}/custom_modules_config_id",
  inputs: {
    sessionId,
    client_id: moduleClientId,
  },
  request: ({ sessionId: id, ...query }) => ({ path: { id }, query }),
  example: { config_id: "kz7n4qp" },
});

const selectSession = picklist({
  label: "Select Session",
  description: "Pick one of the open session codes, by code, description and customer.",
  records: (tv) => sessions.pages(tv, { query: { full_list: true } }),
  key: (session) => session.code,
  name: (session) => [session.code, session.description, session.end_customer?.name],
  example: { key: "s12-345-678", label: "s12-345-678 (Printer does not answer, Anna Schmidt)" },
});

export const actions = {
  listSessions,
  getSession,
  createSession,
  updateSession,
  deleteSession,
  getSessionCustomModuleId,
};
export const dataSources = { selectSession };
