/** User groups of the company. */
import { list } from "../client";
import { resourceList } from "../envelopes";

export const userGroups = list("GET /usergroups", resourceList);
