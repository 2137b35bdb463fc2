import type { Chapter } from "./cause";

export const realvnc: Chapter = {
  title: "RealVNC Connect refuses",
  intro: "By what RealVNC Connect answered: [the whole table](connecting.md#when-realvnc-connect-refuses).",
  causes: [
    {
      says: [
        "RealVNC Connect does not accept the access key: it is wrong, has ended or was revoked. {then}",
        "RealVNC Connect refuses the session, also after it was renewed: the access key may have ended or been revoked. {then}",
        "{message} {then}",
      ],
      why: "The key is wrong, its end date is over, or somebody revoked it.",
      cure: "Make a new one; run Verify Connection.",
    },
    {
      says: [
        "RealVNC Connect {operation} answered without a session token. Check the connection's Base URL, or try again later.",
      ],
      why: "Something answered that is not RealVNC Connect, or has trouble.",
      cure: "Leave Base URL blank.",
    },
    {
      says: [
        "The access key needs the permission {permission}: make one that has it in the RealVNC Connect portal (Add-ons, API Access Keys).",
        "The access key may lack a permission for this.",
        "{advice} API access and auditing are also features that a subscription may lack.{roles}",
      ],
      why: "HTTP 403: the permission was not ticked when the key was made, or the subscription has no API access.",
      cure: "Run Verify Connection: it says which permissions the key has.",
    },
    {
      says: ["Users with the role ADMIN or OWNER can be neither invited, changed nor removed by the API."],
      why: "A rule of RealVNC Connect, whatever the key may do.",
      cure: "Do it in the portal.",
    },
    {
      says: [
        "Check Computer ID and Group ID.",
        "Check User ID and Group ID.",
        "Check Computer ID: it is an entryId, and not the serverId that presence and audit events have.",
        "Check User ID: it is an ID, and not an e-mail address.",
        "Check Group ID: computer groups and user groups have IDs of their own.",
      ],
      why: "HTTP 404: the record is gone, or the ID is of another kind.",
      cure: "Find Computer, Find User, Find Computer Group and Find User Group tell the IDs.",
    },
    {
      says: ["Another computer of the team likely has this name."],
      why: "HTTP 409: a name can stand for one computer only.",
      cure: "Choose another name, or rename the other computer first. Rename Computers works down a list in its order.",
    },
    {
      says: [
        "Somebody else changed it since it was read, and nothing was overwritten. {then}",
        "RealVNC Connect wants to know which version is changed. {then}",
        "Read it again, see what changed, and send the etag of that answer as If Match.",
      ],
      why: "HTTP 412 or 428: changes are guarded by the version.",
      cure: "Read the record in the step before and reference its etag, or leave If Match blank.",
    },
    {
      says: ["RealVNC Connect's rate limit is reached; run the flow less often or spread its requests."],
      why: "HTTP 429, which sign-ins and invitations are known for.",
      cure: "Fewer executions at once, and fewer invitations in a row.",
    },
  ],
};

export const realvncInputs: Chapter = {
  title: "RealVNC Connect: inputs and answers of single actions",
  intro: "Nothing was changed.",
  causes: [
    {
      says: ["From: lies in the future, and To is blank, which means now.", "To: lies before From."],
      why: "The span of the audit events is empty.",
      cure: "Exchange both, or look at the time zone: `Z` is UTC.",
    },
    {
      says: [
        '{input}: there is no user group with the ID or name "{value}". Nobody was invited.',
        '{input}: several user groups have the name "{value}": give the ID of one of {groups}. Nobody was invited.',
      ],
      why: "User groups are looked up before anybody is invited.",
      cure: "Give the ID of the group.",
    },
    {
      says: ["RealVNC Connect did not say which ID the new user has."],
      why: "The invitation was taken, and its answer has no ID, without which nobody can be put into a group.",
      cure: "Find User tells the ID; then Add User to Group.",
    },
    {
      says: ["Page: cannot be used together with Next Page. Fill in one of them."],
      why: "Two different places in the list.",
      cure: "Leave one blank.",
    },
    {
      says: ["RealVNC Connect gives no version of this user, and changes no roles without one."],
      why: "The answer lacks the etag that a change of roles needs.",
      cure: "Try later, or fill in If Match.",
    },
    {
      says: ["RealVNC Connect answered with another computer, or none."],
      why: "Read again before a change, the answer was not the computer that was asked for.",
      cure: "Run it again later; nothing was done to that computer.",
    },
    {
      says: ["Names: at least one name, or an ID in Computer IDs, is needed."],
      why: "Both are blank, so that it is not known what to remove.",
      cure: "Fill in one.",
    },
  ],
};

export const tsmanage: Chapter = {
  title: "TSManage refuses",
  intro: "By what TSManage answered: [the whole table](connecting.md#when-tsmanage-refuses).",
  causes: [
    {
      says: ["TSManage does not accept the API key. {then}"],
      why: "HTTP 401: the key is wrong or was deleted.",
      cure: "Make a new one.",
    },
    {
      says: ["The user who made the API key lacks a permission in TSManage for this: the user's role has to have it."],
      why: "HTTP 403: a key has the rights of its maker.",
      cure: "Give the role the permission, or make the key as another user.",
    },
    {
      says: ["The request is too large for TSManage: lower Batch Size."],
      why: "HTTP 413. TSManage names no limit.",
      cure: "Halve Batch Size.",
    },
    {
      says: [
        "TSManage turns requests away for their rate: run the flow less often, or with fewer requests by a larger Batch Size.",
      ],
      why: "HTTP 429, still after the waits. TSManage names no limit.",
      cure: "Run fewer executions at once; double Batch Size.",
    },
    {
      says: ["Check the member and server group IDs, and the connection's Instance."],
      why: "HTTP 404.",
      cure: "Compare the IDs with TSManage: List Members tells them.",
    },
    {
      says: ["Check the connection's Instance: the base URL of TSManage's API ends in {path}."],
      why: "A web server answered, and not the API: Instance has a path of its own.",
      cure: "Fill in Instance without a path.",
    },
    {
      says: [
        "{request} answered {how}. {then}",
        "without a list of members",
        "with a member without its clientUniqueIdentifier",
      ],
      why: "The answer does not say of whom it tells.",
      cure: "Try later; after a change, look at the members first.",
    },
    {
      says: ["The change may have been made all the same: look at the members before running it again."],
      why: "A change was sent, and the answer cannot be used.",
      cure: "List Members tells who has which server groups.",
    },
    {
      says: ["{request}: {lost} of {all} batches failed; failed in the answer says why."],
      why: "A warning: some batches were done and some not.",
      cure: "Run it again with the members that `failed` names.",
    },
    {
      says: [
        "Server Group IDs to Remove: {groups} is also in Server Group IDs to Add. A group is given or taken, not both.",
        "Server Group IDs to Add: fill in this or Server Group IDs to Remove. Without one of them nothing would change.",
        "Server Group IDs: {groups} is not in Among Server Group IDs. Nothing was changed; add it there or leave it out.",
      ],
      why: "The lists of server groups contradict each other, or are blank.",
      cure: "Correct the lists. Nothing was sent.",
    },
  ],
};
