/** User groups of the company. */
import { list } from "../client";
import { resourceList } from "../envelopes";

export const userGroups = list("GET /usergroups", resourceList);

export const userGroupMembers = list("GET /usergroups/{groupId}/members", resourceList);
