/** What takes several steps with users. */
import * as offboard from "./offboard";
import * as onboard from "./onboard";
import * as userGroupMembers from "./userGroupMembers";

export const actions = { ...onboard.actions, ...offboard.actions, ...userGroupMembers.actions };
