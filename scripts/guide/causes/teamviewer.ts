import type { Chapter } from "./cause";

export const teamviewer: Chapter = {
  title: "TeamViewer refuses",
  intro:
    "Advice at the end of a failed request, by what TeamViewer answered: [the whole table](connecting.md#when-teamviewer-refuses).",
  causes: [
    {
      says: ["TeamViewer's rate limit is reached; run the flow less often or spread its requests."],
      why: "HTTP 429, or 403 with `rate_limit_reached`, still after the waits that TeamViewer asked for.",
      cure: "See [sizing a schedule](limits.md#sizing-a-schedule): fewer polls, wider pages, batch triggers.",
    },
    {
      says: ["TeamViewer blocks the sender's IP address for a while; run the flow later and less often."],
      why: "HTTP 403 with `blocked`: too many requests came from that address, perhaps of other flows.",
      cure: "Wait; then spread the schedules of all flows.",
    },
    {
      says: [
        "The token may lack a scope. {what to do}.",
        "The token may lack a right for this. It needs the scope {scope}.{level} {what to do}; the account itself needs the permission too.",
        " Only a {level}-level token can have it.",
      ],
      why: "HTTP 403: the token, or the account behind it, may not do this.",
      cure: "Tick the scope that is named. Where a level is named, a token of the other level cannot have it: make one anew.",
    },
    {
      says: ["The account needs the manager permission {permission}."],
      why: "HTTP 403 on a managed device or group: the account is no manager of it, or one without this permission.",
      cure: "Add the account as a manager with that permission, in TeamViewer or with Add Managers to Managed Device or to Managed Group.",
    },
    {
      says: ["The group is shared for reading only: its owner has to share it for reading and writing."],
      why: "The group belongs to somebody else, who shared it for reading.",
      cure: "The owner shares it again, for reading and writing.",
    },
    {
      says: ["This is no answer of TeamViewer's: a proxy or a firewall on the way may have refused the request."],
      why: "HTTP 403 in another form than TeamViewer's.",
      cure: "Ask whoever runs the network to let the host through.",
    },
    {
      says: [
        "TeamViewer answers so too where the account's licence does not cover this area or the token lacks its scope.{licence}",
        " It needs {licence}.",
      ],
      why: "HTTP 404 `not_found` or 500 `internal_error`: TeamViewer answers so for whole areas that are not bought.",
      cure: "See whether the company has the licence that is named; then the scope; then the ID.",
    },
    {
      says: ["The token has expired. {what to do}", "TeamViewer does not accept the token. {what to do}"],
      why: "HTTP 401.",
      cure: "Connect again, or make a new script token.",
    },
    {
      says: [
        "{advice} If other actions work with it, the token is right and lacks a scope or the licence for this one. {scope}",
      ],
      why: "HTTP 401 `invalid_token`, which TeamViewer also answers to a valid token without the scope.",
      cure: "Run Get Ping. If `token_valid` is true, tick the scope.",
    },
    {
      says: [
        "Check the ID: group IDs start with g, devices with d, contacts with c, users with u, session codes with s, meetings with m; managed devices and policies have GUIDs.",
      ],
      why: "HTTP 404: the record was deleted, is out of the token's reach, or the ID is of another kind.",
      cure: "Look it up with the dropdown or the action that lists it.",
    },
    {
      says: ["Fill in Owner User ID: a company-level token reaches groups only through the user who owns them."],
      why: "HTTP 400: TeamViewer wants to know whose group it is.",
      cure: "Fill in Owner User ID, for example from List Users.",
    },
    {
      says: ["the answer says that it is no success"],
      why: "An IoT operation answered HTTP 200 and `IsSuccess: false`, without words.",
      cure: "Compare the inputs with the record in the IoT console.",
    },
  ],
};

export const teamviewerInputs: Chapter = {
  title: "TeamViewer: inputs and answers of single actions",
  intro: "Nothing was sent, unless the sentence says otherwise.",
  causes: [
    {
      says: ["Group ID: a Group ID or a Group Name is needed."],
      why: "Both are blank.",
      cure: "Fill in one. With a company-level token Create Session takes the ID alone.",
    },
    {
      says: ["Device ID: TeamViewer tells no TeamViewer ID for {device}."],
      why: "The entry of the device list has no TeamViewer ID, which this area needs.",
      cure: "Give the TeamViewer ID itself, a number.",
    },
    {
      says: [
        "{input}: ReadOnly takes all permissions away, and cannot be given with others.",
        "{input}: are those of User IDs and User Group IDs. Fill in one of them.",
        "{input}: nobody to add. Fill in User IDs, User Group IDs or Managers.",
      ],
      why: "Managers are named in one of two ways: IDs with common permissions, or the Managers JSON with permissions for each.",
      cure: "Fill in one of them.",
    },
    {
      says: ["{input}: {permission} needs {permissions} to be listed too."],
      why: "TeamViewer's classic permissions build on others, and the API adds none.",
      cure: "Add those that are named.",
    },
    {
      says: ["Managed Group ID: either a policy or a Managed Group ID is needed, and not both."],
      why: "A device gets a policy, or takes over that of a group.",
      cure: "Leave one blank.",
    },
    {
      says: ["Old Password: the present password is needed to set a new one."],
      why: "TeamViewer changes a password only with the present one.",
      cure: "Fill in Old Password.",
    },
    {
      says: [
        "TeamViewer GET /company does not say what the company is called. Nothing was deleted.",
        '{input}: "{typed}" was typed in, and the company is called "{name}": they differ from character {place} on. Nothing was deleted.',
      ],
      why: "A company is deleted only when its name was typed in.",
      cure: "Type the name as TeamViewer shows it, to the letter.",
    },
    {
      says: [
        "Company Name is blank: the company is deleted without comparing its name. Fill it in to be sure of the right one.",
      ],
      why: "A warning of Delete User Company, whose published form has no such input as a required one.",
      cure: "Fill in Company Name.",
    },
    {
      says: [
        "TeamViewer GET /company/license answered without the list of licences. Nothing was used of it; try again later.",
      ],
      why: "The answer holds no licences in the form that is known.",
      cure: "Try later; Raw Request shows the answer itself.",
    },
    {
      says: [
        "Continuation Token: stands for the Device IDs that it came of. Leave one of both blank.",
        "Device IDs: a device is needed, or the Continuation Token of an earlier answer.",
      ],
      why: "A first page is asked for by devices, every further one by the token.",
      cure: "Fill in one of both.",
    },
    {
      says: [
        "{input}: it leaves out all session events, and Session GUID lets through nothing else. Fill in one of the two.",
        "Affected Item: it leaves out all session events, and Event Types lets through nothing else.",
      ],
      why: "With both filters the event log would always be empty.",
      cure: "Leave one out.",
    },
    {
      says: ["Match Full Name: cannot be used together with an Owner User ID. Turn one of them off."],
      why: "TeamViewer has no such filter in the list of one user's groups.",
      cure: "Turn it off, and compare names in the flow.",
    },
    {
      says: [
        "{input}: a user is needed here or in {other input}.",
        '{input}: "{user}" also stands in {other input}. A user has one of both permissions.',
      ],
      why: "A group is shared for reading or for reading and writing, with somebody.",
      cure: "Give each user in one of both lists.",
    },
    {
      says: [
        "TeamViewer did not store the values: {reason}.",
        "TeamViewer stored the values and could not forward them to the device: {reason}. Running it again pushes them again.",
        "error_code {code}",
        "error_signature {signature}",
      ],
      why: "TeamViewer IoT answered HTTP 200 and says that values did not arrive.",
      cure: "See whether the device is online. The signature finds the entry in TeamViewer's log.",
    },
    {
      says: ["Policy ID: is needed with a Policy Type.", "Policy Type: is needed with a Policy ID."],
      why: "A policy is named by both.",
      cure: "Fill in both, or none.",
    },
    {
      says: [
        "User Role ID: the company has no user role {role}. Nothing was changed.",
        "TeamViewer GET /userroles does not say what the user role {role} is. Nothing was changed.",
      ],
      why: "TeamViewer takes a role as a whole: it is read first, so that what is blank stays.",
      cure: "Use the dropdown; the role may have been deleted.",
    },
  ],
};
