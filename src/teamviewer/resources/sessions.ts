/** Session codes: invitations to a support session, by which a customer and a supporter meet. */
import { enums } from "../../../generated/teamviewer.enums";
import { limits } from "../../../generated/teamviewer.limits";
import { InputError } from "../../http/errors";
import { timestampInput } from "../../platform/dateInputs";
import { choiceInput, flagInput, parsedInput, textInput, unnamedChoiceInput } from "../../platform/inputs";
import { jsonObjectInput } from "../../platform/jsonInputs";
import { queryParams } from "../../platform/keyValueInput";
import { change, list, picklist, read, readList, update } from "../client";
import { groupFilter, groupName, groupOwner, reading } from "../inputs";
import { ids } from "../vocabulary";

/** Newest first, 1000 a page. */
export const sessions = list("GET /sessions", { items: "sessions", next: "next_offset", token: "offset" });

const sessionId = ids.session.required("The session code with or without the prefix s, for example s12-345-678.");

const groupForm = { ...limits.SessionsPostParameters.groupid, format: "a group ID such as g12345678" };

/** Fields that a session code has from its creation on and that an update may change. */
const fields = {
  description: textInput({
    label: "Description",
    comments: "What the session is about, at most 4000 characters. Blank: none, or left as it is on an update.",
    example: "Printer does not answer",
    ...limits.SessionsPostParameters.description,
  }),
  waiting_message: textInput({
    label: "Waiting Message",
    comments: "The text that the customer sees while waiting. Blank: TeamViewer's own, or left as it is on an update.",
    example: "A technician will be with you shortly.",
  }),
  end_customer_name: textInput({
    label: "End Customer Name",
    comments: "The name of the customer, at most 100 characters.",
    example: "Anna Schmidt",
    ...limits.EndCustomerParameters.name,
  }),
  end_customer_email: textInput({
    label: "End Customer Email",
    comments: "The e-mail address of the customer, at most 254 characters.",
    example: "anna.schmidt@example.com",
    ...limits.EndCustomerParameters.email,
  }),
  assigned_userid: ids.user.optional("The user who is to take the session, for example u12345678; u0 for nobody.", {
    label: "Assigned User ID",
    ...limits.SessionsPostParameters.assigned_userid,
    format: "a user ID such as u12345678",
  }),
  custom_api: textInput({
    label: "Custom API",
    comments: "Data of the integration's own, stored with the session and given back, at most 4000 characters.",
    example: '{"ticket":"4711"}',
    ...limits.SessionsPostParameters.custom_api,
  }),
  tv_version: textInput({
    label: "TeamViewer Version",
    comments: "The version of TeamViewer that the session is made for. Blank: any.",
    example: "15",
  }),
  sms_invite_number: textInput({
    label: "SMS Invite Number",
    comments: "The telephone number that an invitation is sent to by SMS: digits, spaces and + ( ) / -. Blank: no SMS.",
    example: "+48 22 123 45 67",
    ...limits.SessionsPostParameters.sms_invite_number,
    format: "a telephone number such as +48 22 123 45 67",
  }),
  sms_invite_language: unnamedChoiceInput(
    {
      label: "SMS Invite Language",
      comments: "TeamViewer's number of the language of the SMS; no names are published. Blank: TeamViewer's default.",
      example: "0",
    },
    enums.SessionsPostParameters.sms_invite_language,
  ),
};

const customBody = jsonObjectInput({
  label: "Body",
  comments:
    "More fields of the request body, as a JSON object. A field that has an input of its own is refused here when the two differ.",
  example: '{"custom_api": "ticket 4711"}',
});

interface EndCustomerInputs {
  end_customer_name?: string;
  end_customer_email?: string;
}

/** The two end customer inputs are one object in the request. */
const withEndCustomer = <Rest extends EndCustomerInputs>({ end_customer_name, end_customer_email, ...rest }: Rest) => ({
  ...rest,
  end_customer:
    end_customer_name === undefined && end_customer_email === undefined
      ? undefined
      : { name: end_customer_name, email: end_customer_email },
});

/** The body of the inputs together with the builder's own. Throws an `InputError` where the two contradict. */
const mergeBody = <Body extends object>(body: Body, own: Record<string, unknown> = {}): Body => {
  for (const [key, value] of Object.entries(own)) {
    const ours = Object.hasOwn(body, key) ? body[key as keyof Body] : undefined;
    if (ours !== undefined && JSON.stringify(ours) !== JSON.stringify(value)) {
      throw new InputError("Body", `"${key}" is also set by its own input, to another value. Remove one of the two.`);
    }
  }
  return { ...body, ...own };
};

export const exampleSession = {
  code: "s12-345-678",
  state: "open",
  groupid: "g12345678",
  custom_module_id: "kz7n4qp",
  waiting_message: "A technician will be with you shortly.",
  description: "Printer does not answer",
  end_customer: { name: "Anna Schmidt", email: "anna.schmidt@example.com" },
  assigned_userid: "u12345678",
  assigned_at: "2026-03-31T14:05:00Z",
  end_customer_link: "https://get.teamviewer.com/v15/s12345678",
  supporter_link: "https://get.teamviewer.com/v15/s12345678-Kd83Jf",
  webclient_supporter_link: "https://web.teamviewer.com/s12345678-Kd83Jf",
  custom_api: '{"ticket":"4711"}',
  created_at: "2026-03-31T14:00:00Z",
  valid_until: "2026-04-01T14:00:00Z",
  tv_version: "15",
  online: false,
  support_session_type: "RemoteSupportActive",
};

export const exampleNewSession = {
  code: "s12-345-678",
  end_customer_link: exampleSession.end_customer_link,
  supporter_link: exampleSession.supporter_link,
  webclient_supporter_link: exampleSession.webclient_supporter_link,
  valid_until: exampleSession.valid_until,
  groupid: "g12345678",
  support_session_type: "RemoteSupportActive",
  waiting_message: exampleSession.waiting_message,
  description: exampleSession.description,
  end_customer: exampleSession.end_customer,
  assigned_userid: "u12345678",
  custom_api: exampleSession.custom_api,
  tv_version: "15",
  customId: "ticket-4711",
  created_at: exampleSession.created_at,
  state: "open",
  assigned_at: exampleSession.assigned_at,
};

/** What a session code is made of. */
export const newSessionFields = {
  groupid: ids.group.optional(
    "The group that the code is put into, for example g12345678. Needed unless Group Name is given, and always with a company-level token.",
    groupForm,
  ),
  groupname: groupName,
  customId: textInput({
    label: "Custom ID",
    comments: "An ID of the integration's own, stored with the session.",
    example: "ticket-4711",
  }),
  valid_until: timestampInput({
    label: "Valid Until",
    comments: "When the code expires. Blank: 24 hours after its creation.",
    example: "2026-04-01T14:00:00Z",
  }),
  support_session_type: unnamedChoiceInput(
    {
      label: "Support Session Type",
      comments: "TeamViewer's number of the kind of session; no names are published. Blank: TeamViewer's default.",
      example: "0",
    },
    enums.SessionsPostParameters.support_session_type,
  ),
  ...fields,
};

/** The body that makes a session code. Throws an `InputError` where neither a group nor its name is given. */
export const newSessionBody = <Inputs extends EndCustomerInputs & { groupid?: string; groupname?: string }>(
  inputs: Inputs,
  customBody?: Record<string, unknown>,
) => {
  const body = mergeBody(withEndCustomer(inputs), customBody);
  if (!body.groupid && !body.groupname) throw new InputError("Group ID", "a Group ID or a Group Name is needed.");
  return body;
};

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

const getSession = read({
  label: "Get Session",
  description: "Get one session code.",
  important: true,
  operation: "GET /sessions/{id}",
  inputs: { sessionId },
  request: ({ sessionId: id }) => ({ path: { id } }),
  example: exampleSession,
});

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
      comments: "The next_offset of an earlier answer: reads the page after it. Blank: the first page.",
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
    ...fields,
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
    body: mergeBody(withEndCustomer(changes), customBody),
  }),
});

const deleteSession = change({
  label: "Delete Session",
  description: "Delete a session code: nobody can join with it any more. To end one and keep it, close it instead.",
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
    client_id: textInput({
      label: "Client ID",
      comments: "The client for which the module is looked up; TeamViewer does not say more of it. Blank: none.",
      example: "482913-8SkRwT3mPq7LbX2vNc5Z",
    }),
  },
  request: ({ sessionId: id, ...query }) => ({ path: { id }, query }),
  example: { config_id: "kz7n4qp" },
});

const selectSession = picklist({
  label: "Select Session",
  description: "Pick one of the open session codes, by code and description.",
  records: (tv) => sessions.pages(tv, { query: { full_list: true } }),
  key: (session) => session.code,
  name: (session) => [session.code, session.description, session.end_customer?.name],
  example: { key: "s12-345-678", label: "s12-345-678 (Printer does not answer, Anna Schmidt)" },
});

export const actions = {
  createSession,
  deleteSession,
  getSession,
  getSessionCustomModuleId,
  listSessions,
  updateSession,
};
export const dataSources = { selectSession };
