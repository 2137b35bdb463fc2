import type { Sandbox } from "../../../sandbox/teamviewer";
import { firstOf, type Request } from "../client";

/** One good request for every handler of Conditional Access; deletions come last. */
export const conditionalAccessRequests = ({ store }: Sandbox): Request[] => {
  const [owner = "", user = ""] = [...store.users.keys()];
  const directoryGroup = firstOf(store.directoryGroups.keys());
  const features = firstOf(store.featureOptions.values());
  const times = firstOf(store.timeOptions.values());
  const approval = firstOf(store.approvalOptions.values());
  const rule = firstOf(store.conditionalAccessRules.values());
  const parties = { sourceType: 0, sourceId: owner.slice(1), targetType: 0, targetId: user.slice(1) };
  return [
    ["GET", "/ConditionalAccess/DirectoryGroups"],
    ["POST", "/ConditionalAccess/DirectoryGroups", { name: "New group" }],
    ["GET", `/ConditionalAccess/DirectoryGroups/${directoryGroup}/devices`],
    ["PUT", `/ConditionalAccess/DirectoryGroups/${directoryGroup}`, { name: "New name" }],
    ["POST", `/ConditionalAccess/DirectoryGroups/${directoryGroup}`, { member_type: "User", members: [user] }],
    [
      "DELETE",
      `/ConditionalAccess/DirectoryGroups/${directoryGroup}/members`,
      { member_type: "User", members: [user] },
    ],
    ["GET", "/ConditionalAccess/Options/Features"],
    ["POST", "/ConditionalAccess/Options/Features", features],
    ["PUT", `/ConditionalAccess/Options/Features/${features.optionId}`, features],
    ["GET", "/ConditionalAccess/Options/Time"],
    ["POST", "/ConditionalAccess/Options/Time", times],
    ["PUT", `/ConditionalAccess/Options/Time/${times.optionId}`, times],
    ["GET", "/ConditionalAccess/Options/Approval"],
    ["POST", "/ConditionalAccess/Options/Approval", approval],
    ["PUT", `/ConditionalAccess/Options/Approval/${approval.optionId}`, approval],
    ["GET", "/ConditionalAccess/Rules"],
    ["POST", "/ConditionalAccess/Rules", { ...parties, approvalOptionId: [...store.approvalOptions.keys()][1] }],
    ["PUT", `/ConditionalAccess/Rules/${rule.ruleId}`, { ...rule, ruleId: undefined, expirations: [] }],
    ["DELETE", "/ConditionalAccess/Rules", { id: rule.ruleId, modification_reason: "Over" }],
    ["DELETE", `/ConditionalAccess/Options/Features/${[...store.featureOptions.keys()][1]}`],
    ["DELETE", `/ConditionalAccess/Options/Time/${[...store.timeOptions.keys()][1]}`],
    ["DELETE", `/ConditionalAccess/Options/Approval/${approval.optionId}`],
    ["DELETE", `/ConditionalAccess/DirectoryGroups/${directoryGroup}`],
  ];
};
