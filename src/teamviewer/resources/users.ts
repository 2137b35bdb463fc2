/** Users of the company. */
import { limits } from "../../../generated/teamviewer.limits";
import { flagInput, oneOf, onOffInput, passwordInput, textInput } from "../../platform/inputs";
import { listInput } from "../../platform/listInputs";
import { change, list, picklist, read, readList, update } from "../client";
import { createdFrom, emailForm } from "../inputs";
import { permissionNames, toPermissions } from "../permissions";
import { ids } from "../vocabulary";
import { companyName, exampleLicense, requireCompanyName } from "./company";

export const users = list("GET /users", { items: "users" });

export const userId = ids.user.required("The user, for example u23456789; the prefix may be left out.", {
  example: "u23456789",
});

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

/** What a blank input means: nothing is sent, and the vendor decides. */
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

const customQuickSupportId = (blank: Blank) =>
  textInput({
    label: "Custom Quick Support ID",
    comments: `The ID of the custom QuickSupport module that the user's customers get. ${blank}`,
    example: "kz7n4qp",
  });

const customQuickJoinId = (blank: Blank) =>
  textInput({
    label: "Custom Quick Join ID",
    comments: `The ID of the custom QuickJoin module that the user's participants get. ${blank}`,
    example: "mv3x9tb",
  });

const licenseKey = (blank: Blank) =>
  passwordInput({ label: "License Key", comments: `The key of the licence to activate for the user. ${blank}` });

const ssoCustomerId = (blank: Blank) =>
  passwordInput({
    label: "SSO Customer ID",
    comments: `The customer identifier of the company's single sign-on domain; lets the user sign in through it. ${blank}`,
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
  activated_license_id: exampleLicense.teamViewerLicenseId,
  activated_license_name: exampleLicense.type,
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
  description:
    "Get one user of the company: name, e-mail address, user role, licences and sign-in. Of single sign-on, sso_status is 0 unknown, 1 active, 2 e-mail excluded, 3 not validated, 4 company excluded, 5 user group excluded or 6 not included.",
  operation: "GET /users/{id}",
  inputs: { userId },
  request: ({ userId: id }) => ({ path: { id } }),
  example: exampleUser,
});

const createUser = change({
  label: "Create User",
  description: "Create a user of the company, who is active at once unless Is User Active says No.",
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
      comments: `Yes: the user gets TeamViewer's newsletter. ${blankOn.create}`,
    }),
    logSessions: logSessions(blankOn.create),
    showCommentWindow: showCommentWindow(blankOn.create),
    customQuickSupportId: customQuickSupportId(blankOn.create),
    customQuickJoinId: customQuickJoinId(blankOn.create),
    licenseKey: licenseKey(blankOn.create),
    meetingLicenseKey: passwordInput({
      label: "Meeting License Key",
      comments: `The key of the meeting licence to activate for the user. ${blankOn.create}`,
    }),
    ssoCustomerId: ssoCustomerId(blankOn.create),
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
  description:
    "Change the profile, user roles, licence or sign-in of a user of the company; what is left blank stays as it is.",
  operation: "PUT /users/{id}",
  inputs: { userId },
  fields: {
    email: textInput({
      ...email,
      ...limits.UsersPutParameters.email,
      comments: `${email.comments} ${blankOn.update}`,
    }),
    name: textInput({ ...name, ...limits.UsersPutParameters.name, comments: `${name.comments} ${blankOn.update}` }),
    permissions: classicPermissions(blankOn.update),
    AssignUserRoleIds: ids.userRole.list(
      "GUIDs of user roles to give to the user: a JSON array, or GUIDs with commas or spaces between them. Blank: none.",
      { label: "Assign User Role IDs", example: '["d4f81a36-5c7e-4b29-9e0d-2a6b8c3f7e15"]' },
    ),
    UnassignUserRoleIds: ids.userRole.list(
      "GUIDs of user roles to take from the user: a JSON array, or GUIDs with commas or spaces between them. Blank: none.",
      { label: "Unassign User Role IDs", example: '["1c7a5f93-2e8b-4d06-a4f1-9b3d6c0e8a27"]' },
    ),
    password: passwordInput({ label: "User Password", comments: `The new password. ${blankOn.update}` }),
    active: onOffInput({
      label: "Is User Active",
      comments: `No: the user can no longer sign in. ${blankOn.update}`,
    }),
    log_sessions: logSessions(blankOn.update),
    show_comment_window: showCommentWindow(blankOn.update),
    custom_quicksupport_id: customQuickSupportId(blankOn.update),
    custom_quickjoin_id: customQuickJoinId(blankOn.update),
    license_key: licenseKey(blankOn.update),
    sso_customer_id: ssoCustomerId(blankOn.update),
    tfa_enforced: onOffInput({
      label: "Is TFA Enforced",
      comments: `Yes: the user has to set up two-factor authentication. ${blankOn.update}`,
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
  description: "Pick one of the company's users, by name and e-mail address.",
  records: (tv) => users.pages(tv, { query: { full_list: true } }),
  key: (user) => user.id,
  name: (user) => [user.name, user.email],
  example: { key: "u23456789", label: "Jan Nowak (jan.nowak@example.com)" },
});

export const actions = { listUsers, getUser, createUser, updateUser, deleteUser, deleteUserCompany };
export const dataSources = { selectUser };
