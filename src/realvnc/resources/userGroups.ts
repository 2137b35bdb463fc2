/** Groups of users. */
import { list } from "../client";
import { groupList } from "../envelopes";

export const userGroups = list("GET /1.0/userGroups", groupList);
