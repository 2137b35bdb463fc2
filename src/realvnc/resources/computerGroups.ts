/** Groups of computers, which the API calls entry groups. */
import { list } from "../client";
import { groupList } from "../envelopes";

export const entryGroups = list("GET /1.0/entryGroups", groupList);
