/** Users of the company. Every operation needs a company-level token. */
import { limits } from "../../../generated/teamviewer.limits";
import { flagInput, oneOf, onOffInput, passwordInput, textInput } from "../../platform/inputs";
import { listInput } from "../../platform/listInputs";
import { change, list, picklist, read, readList, update } from "../client";
import { createdFrom, emailForm } from "../inputs";
import { permissionNames, toPermissions } from "../permissions";
import { ids } from "../vocabulary";
import { companyName, requireCompanyName } from "./company";

export const users = list("GET /users", { items: "users" });

const userId = ids.user.required("The user, for example u12345678; the prefix may be left out.");

const email = {
  label: "User Email",
  comments: "The e-mail address that the user signs in with, 6 to 100 characters.",
  example: "jan.nowak@example.com",
  ...emailForm,
} as const;

const name = {
  label: "User Name",
  comments: "The display name, 2 to 50 characters.",
  example: "Jan Nowak",
} as const;

/** What a blank switch or list means: nothing is sent, and the vendor decides. */
const blankOn = { create: "Blank: TeamViewer's default.", update: "Blank: left as it is." } as const;

type Blank = (typeof blankOn)[keyof typeof blankOn];

const permissions = (comments: string) =>
  listInput(
    {
      label: "User Permissions",
      comments: `${comments} Possible are ${permissionNames.join(", ")}.`,
      example: "ShareOwnGroups, ViewOwnConnections",
    },
    oneOf(permissionNames),
  );

const classicPermissions = (blank: Blank) =>
  permissions(
    `Classic permissions, with commas between them; what one needs has to be listed with it. TeamViewer prefers user roles to them. ${blank}`,
  );

const logSessions = (blank: Blank) =>
  onOffInput({ label: "Log Sessions", comments: `Yes: the user's sessions are logged. ${blank}` });

const showCommentWindow = (blank: Blank) =>
  onOffInput({
    label: "Show Comment Window",
    comments: `Yes: the user is asked for a comment after each session. ${blank}`,
  });

const customQuickSupportId = textInput({
  label: "Custom Quick Support ID",
  comments: "The ID of the custom QuickSupport module that the user's customers get.",
  example: "kz7n4qp",
});

const customQuickJoinId = textInput({
  label: "Custom Quick Join ID",
  comments: "The ID of the custom QuickJoin module that the user's participants get.",
  example: "mv3x9tb",
});

const licenseKey = passwordInput({
  label: "License Key",
  comments: "The key of the licence to activate for the user.",
});

const ssoCustomerId = passwordInput({
  label: "SSO Customer ID",
  comments: "The customer identifier of the company's single sign-on domain; lets the user sign in through it.",
});

export const exampleUser = {
  id: "u23456789",
  name: "Jan Nowak",
  online_state: "Online",
  permissions: "ShareOwnGroups,ViewOwnConnections,EditConnections,EditFullProfile",
  active: true,
  log_sessions: true,
  show_comment_window: false,
  custom_quicksupport_id: "kz7n4qp",
  custom_quickjoin_id: "mv3x9tb",
  email: "jan.nowak@example.com",
  last_access_date: "2026-03-31T13:45:00Z",
  activated_license_id: "a94c7e12-8b3f-4d60-9e25-6f1a0d8c4b37",
  activated_license_name: "Corporate",
  activated_subLicense_name: "Add-on channel",
  activated_meeting_license_key: "5e2b8d91-0f74-4ca6-b3e8-7d9c1a6f2045",
  userRoleId: "d4f81a36-5c7e-4b29-9e0d-2a6b8c3f7e15",
  tfa_enforcement: true,
  tfa_enabled: true,
  sso_status: 1 as const,
};

const listUsers = readList({
  label: "List Users",
  description: "List the company's users, all or those that match the filters.",
  important: true,
  list: users,
  inputs: {
    userEmail: listInput(
      {
        label: "User Email",
        comments:
          "Only users with exactly this e-mail address, or one of several with commas between them. Blank: all.",
        example: "jan.nowak@example.com",
      },
      (address) => address,
    ),
    userName: textInput({
      label: "User Name",
      comments: "Only users whose name contains this text. Blank: all.",
      example: "Nowak",
    }),
    fullList: flagInput({
      label: "Full List",
      comments: "Each user with all fields. When off, TeamViewer gives IDs and names only. Default: off.",
    }),
    permissions: permissions(
      "Only users who have all of these classic permissions, with commas between them. Blank: all.",
    ),
  },
  request: ({ userEmail, userName, fullList, permissions }) => ({
    query: {
      email: userEmail?.join(","),
      name: userName,
      permissions: permissions?.join(","),
      full_list: fullList || undefined,
    },
  }),
  example: { users: [exampleUser] },
});

const getUser = read({
  label: "Get User",
  description: "Get one user of the company.",
  operation: "GET /users/{id}",
  inputs: { userId },
  request: ({ userId: id }) => ({ path: { id } }),
  example: exampleUser,
});

const createUser = change({
  label: "Create User",
  description: "Add a user to the company.",
  important: true,
  operation: "POST /users",
  inputs: {
    email: textInput({ ...email, ...limits.UsersPostParameters.email, required: true }),
    name: textInput({ ...name, ...limits.UsersPostParameters.name, required: true }),
    password: passwordInput({
      label: "User Password",
      comments: "The password of the user. Blank: TeamViewer sends the user an e-mail to set one.",
    }),
    userRoleId: ids.userRole.optional("The GUID of the user role to assign. Blank: the company's predefined role."),
    permissions: classicPermissions(blankOn.create),
    language: textInput({
      label: "User Language",
      comments: "The language of the user's e-mails, as a code of 2 to 10 characters such as en or pt-BR.",
      example: "en",
      ...limits.UsersPostParameters.language,
      required: true,
    }),
    subscribeNewsletter: onOffInput({
      label: "Subscribe Newsletter",
      comments: "Yes: the user gets TeamViewer's newsletter. Blank: TeamViewer's default.",
    }),
    logSessions: logSessions(blankOn.create),
    showCommentWindow: showCommentWindow(blankOn.create),
    customQuickSupportId,
    customQuickJoinId,
    licenseKey,
    meetingLicenseKey: passwordInput({
      label: "Meeting License Key",
      comments: "The key of the meeting licence to activate for the user.",
    }),
    ssoCustomerId,
    ignorePredefinedRole: onOffInput({
      label: "Ignored Predefined Roles",
      comments: "Yes: the company's predefined role is not assigned. Blank: TeamViewer's default, no.",
    }),
    createdFrom,
    active: onOffInput({
      label: "Is User Active",
      comments: "No: the user cannot sign in until the account is activated. Blank: TeamViewer's default, yes.",
    }),
  },
  request: (inputs) => ({
    body: {
      email: inputs.email,
      name: inputs.name,
      password: inputs.password,
      userRoleId: inputs.userRoleId,
      permissions: inputs.permissions && toPermissions(inputs.permissions, "User Permissions"),
      language: inputs.language,
      created_from: inputs.createdFrom,
      subscribe_newsletter: inputs.subscribeNewsletter,
      log_sessions: inputs.logSessions,
      show_comment_window: inputs.showCommentWindow,
      custom_quicksupport_id: inputs.customQuickSupportId,
      custom_quickjoin_id: inputs.customQuickJoinId,
      license_key: inputs.licenseKey,
      meeting_license_key: inputs.meetingLicenseKey,
      sso_customer_id: inputs.ssoCustomerId,
      ignorePredefinedRole: inputs.ignorePredefinedRole,
      active: inputs.active,
    },
  }),
  example: exampleUser,
});

const updateUser = update({
  label: "Update User",
  description: "Change a user of the company; what is left blank stays as it is.",
  operation: "PUT /users/{id}",
  inputs: { userId },
  fields: {
    email: textInput({
      ...email,
      ...limits.UsersPutParameters.email,
      comments: `${email.comments} Blank: left as it is.`,
    }),
    name: textInput({ ...name, ...limits.UsersPutParameters.name, comments: `${name.comments} Blank: left as it is.` }),
    permissions: classicPermissions(blankOn.update),
    AssignUserRoleIds: ids.userRole.list(
      "GUIDs of user roles to give to the user: a JSON array, or GUIDs with commas or spaces between them.",
      { label: "Assign User Role IDs", example: '["d4f81a36-5c7e-4b29-9e0d-2a6b8c3f7e15"]' },
    ),
    UnassignUserRoleIds: ids.userRole.list(
      "GUIDs of user roles to take from the user: a JSON array, or GUIDs with commas or spaces between them.",
      { label: "Unassign User Role IDs", example: '["1c7a5f93-2e8b-4d06-a4f1-9b3d6c0e8a27"]' },
    ),
    password: passwordInput({ label: "User Password", comments: "The new password. Blank: left as it is." }),
    active: onOffInput({
      label: "Is User Active",
      comments: "No: the user can no longer sign in. Blank: left as it is.",
    }),
    log_sessions: logSessions(blankOn.update),
    show_comment_window: showCommentWindow(blankOn.update),
    custom_quicksupport_id: customQuickSupportId,
    custom_quickjoin_id: customQuickJoinId,
    license_key: licenseKey,
    sso_customer_id: ssoCustomerId,
    tfa_enforced: onOffInput({
      label: "Is TFA Enforced",
      comments: "Yes: the user has to set up two-factor authentication. Blank: left as it is.",
    }),
  },
  unconfirmed: ["custom_quicksupport_id", "custom_quickjoin_id", "license_key", "sso_customer_id"],
  request: ({ userId: id }, { permissions, tfa_enforced, ...fields }) => ({
    path: { id },
    body: {
      ...fields,
      permissions: permissions && toPermissions(permissions, "User Permissions"),
      tfa_enforcement: tfa_enforced,
    },
  }),
});

const deleteUser = change({
  label: "Delete User",
  description: "Remove a user from the company, or delete the account for good.",
  irreversible: "with Permanent Delete",
  operation: "DELETE /users/{id}",
  inputs: {
    userId,
    isPermanentDelete: flagInput({
      label: "Permanent Delete",
      comments: "Deletes the account for good. When off, the user only leaves the company. Default: off.",
    }),
  },
  request: ({ userId: id, isPermanentDelete }) => ({
    path: { id },
    query: { isPermanentDelete: isPermanentDelete || undefined },
  }),
});

const unchecked =
  "Company Name is blank: the company is deleted without comparing its name. Fill it in to be sure of the right one.";

const deleteUserCompany = change({
  label: "Delete User Company",
  description:
    "Delete the whole company that the token's owner belongs to, not a user. Its owner has to be the last administrator.",
  irreversible: true,
  operation: "DELETE /users",
  alsoCalls: ["GET /company"],
  inputs: {
    companyName: textInput({
      ...companyName,
      comments:
        "The name of the company to delete, exactly as Get Company gives it: with any other name nothing is deleted. Blank: the company is deleted whatever it is called, with a warning.",
    }),
  },
  send: async (tv, { companyName: typed }) => {
    if (typed === undefined) tv.transport.options.context.logger.warn(unchecked);
    else await requireCompanyName(tv, typed);
    await tv.request("DELETE /users");
  },
});

const selectUser = picklist({
  label: "Select User",
  description: "Pick one of the company's users, by name and e-mail.",
  records: (tv) => users.pages(tv, { query: { full_list: true } }),
  key: (user) => user.id,
  name: (user) => [user.name, user.email],
  example: { key: "u23456789", label: "Jan Nowak (jan.nowak@example.com)" },
});

export const actions = { listUsers, getUser, createUser, updateUser, deleteUser, deleteUserCompany };
export const dataSources = { selectUser };
