/** What a session code is made of: its inputs, the bodies that they become, and examples. */
import { enums } from "../../../generated/teamviewer.enums";
import { limits } from "../../../generated/teamviewer.limits";
import { InputError } from "../../http/errors";
import { timestampInput } from "../../platform/dateInputs";
import { textInput, unnamedChoiceInput } from "../../platform/inputs";
import { jsonObjectInput } from "../../platform/jsonInputs";
import { groupName, requireGroup } from "../inputs";
import { ids } from "../vocabulary";

export const groupForm = { ...limits.SessionsPostParameters.groupid, format: "a group ID such as g12345678" };

/**
 * Fields that a session code has from its creation on and that an update may change. `blank` says what comes of one that
 * is left blank, given what that is for a new code.
 */
export const sessionFields = (blank: (ofNew: string) => string) => ({
  description: textInput({
    label: "Description",
    comments: `What the session is about, at most 4000 characters. ${blank("none")}`,
    example: "Printer does not answer",
    ...limits.SessionsPostParameters.description,
  }),
  waiting_message: textInput({
    label: "Waiting Message",
    comments: `The text that the customer sees while waiting. ${blank("TeamViewer's own")}`,
    example: "A technician will be with you shortly.",
  }),
  end_customer_name: textInput({
    label: "End Customer Name",
    comments: `The name of the customer, at most 100 characters. ${blank("none")}`,
    example: "Anna Schmidt",
    ...limits.EndCustomerParameters.name,
  }),
  end_customer_email: textInput({
    label: "End Customer Email",
    comments: `The e-mail address of the customer, at most 254 characters. ${blank("none")}`,
    example: "anna.schmidt@example.com",
    ...limits.EndCustomerParameters.email,
  }),
  assigned_userid: ids.user.optional(
    `The user who is to take the session, for example u12345678; u0 for nobody. ${blank("nobody")}`,
    {
      label: "Assigned User ID",
      ...limits.SessionsPostParameters.assigned_userid,
      format: "a user ID such as u12345678",
    },
  ),
  custom_api: textInput({
    label: "Custom API",
    comments: `Data of the integration's own, stored with the session and given back, at most 4000 characters. ${blank("none")}`,
    example: '{"ticket":"4711"}',
    ...limits.SessionsPostParameters.custom_api,
  }),
  tv_version: textInput({
    label: "TeamViewer Version",
    comments: `The version of TeamViewer that the session is made for. ${blank("any")}`,
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
});

export const customBody = jsonObjectInput({
  label: "Body",
  comments:
    "More fields of the request body, as a JSON object. A field that has an input of its own is refused here when the two differ. Blank: none.",
  example: '{"tv_version": "15"}',
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
  assigned_at: "2026-03-31T13:10:00Z",
  end_customer_link: "https://get.teamviewer.com/v15/s12345678",
  supporter_link: "https://get.teamviewer.com/v15/s12345678-Kd83Jf",
  webclient_supporter_link: "https://web.teamviewer.com/s12345678-Kd83Jf",
  custom_api: '{"ticket":"4711"}',
  created_at: "2026-03-31T13:05:00Z",
  valid_until: "2026-04-01T13:05:00Z",
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
    "The group that the code is put into, for example g12345678. Needed with a company-level token. Blank: that of Group Name.",
    groupForm,
  ),
  groupname: groupName,
  customId: textInput({
    label: "Custom ID",
    comments: "An ID of the integration's own, stored with the session. Blank: none.",
    example: "ticket-4711",
  }),
  valid_until: timestampInput({
    label: "Valid Until",
    comments: "When the code expires. Blank: 24 hours after its creation.",
    example: "2026-04-01T13:05:00Z",
  }),
  support_session_type: unnamedChoiceInput(
    {
      label: "Support Session Type",
      comments: "TeamViewer's number of the kind of session; no names are published. Blank: TeamViewer's default.",
      example: "0",
    },
    enums.SessionsPostParameters.support_session_type,
  ),
  ...sessionFields((ofNew) => `Blank: ${ofNew}.`),
};

/** The body of a session code's fields, with the builder's own. Throws an `InputError` where the two contradict. */
export const sessionBody = <Inputs extends EndCustomerInputs>(inputs: Inputs, own?: Record<string, unknown>) =>
  mergeBody(withEndCustomer(inputs), own);

/** As `sessionBody`, of a new one. Throws an `InputError` also where neither a group nor its name is given. */
export const newSessionBody = <Inputs extends EndCustomerInputs & { groupid?: string; groupname?: string }>(
  inputs: Inputs,
  own?: Record<string, unknown>,
) => {
  const body = sessionBody(inputs, own);
  requireGroup(body);
  return body;
};
