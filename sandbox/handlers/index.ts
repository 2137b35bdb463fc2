import type { Handlers } from "../calls";
import { account } from "./account";
import { connectionReports } from "./connectionReports";
import { contacts } from "./contacts";
import { devices } from "./devices";
import { eventLogging } from "./eventLogging";
import { groups } from "./groups";
import { managedDevices } from "./managedDevices";
import { managedGroups } from "./managedGroups";
import { monitoring } from "./monitoring";
import { patchManagement } from "./patchManagement";
import { ping } from "./ping";
import { policies } from "./policies";
import { sessions } from "./sessions";
import { userGroups } from "./userGroups";
import { users } from "./users";

/** Every operation that keeps state, by its id in the vendor's description. */
export const handlers: Handlers = {
  ...account,
  ...connectionReports,
  ...contacts,
  ...devices,
  ...eventLogging,
  ...groups,
  ...managedDevices,
  ...managedGroups,
  ...monitoring,
  ...patchManagement,
  ...ping,
  ...policies,
  ...sessions,
  ...userGroups,
  ...users,
};
