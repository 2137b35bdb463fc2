/** All families of operations, put together to one store and one set of handlers. */
import {
  type AnyHandlers,
  type CountsOf,
  type Family,
  merge,
  type PageSizesOf,
  type StateOf,
  seedAll,
} from "../core/families";
import * as account from "./account";
import type { AnyCall, Handlers } from "./calls";
import * as company from "./company";
import * as companyAddressBook from "./companyAddressBook";
import * as connectionReports from "./connectionReports";
import * as contacts from "./contacts";
import * as devices from "./devices";
import * as eventLogging from "./eventLogging";
import * as groups from "./groups";
import * as joinRequests from "./joinRequests";
import * as managedDevices from "./managedDevices";
import * as managedGroups from "./managedGroups";
import * as monitoring from "./monitoring";
import * as oauth2 from "./oauth2";
import * as patchManagement from "./patchManagement";
import * as ping from "./ping";
import * as policies from "./policies";
import * as roleAssignments from "./roleAssignments";
import * as sessions from "./sessions";
import * as ssoDomains from "./ssoDomains";
import * as userGroups from "./userGroups";
import * as userRoles from "./userRoles";
import * as users from "./users";

/** Each after those whose records it is seeded from. */
const families = [
  policies,
  userRoles,
  users,
  account,
  company,
  companyAddressBook,
  joinRequests,
  ssoDomains,
  groups,
  contacts,
  devices,
  managedDevices,
  managedGroups,
  sessions,
  connectionReports,
  eventLogging,
  monitoring,
  patchManagement,
  userGroups,
  roleAssignments,
  oauth2,
  ping,
] as const;

type Each = (typeof families)[number];

/** How many records of each kind the sandbox starts with. */
export type Seed = CountsOf<Each>;
/** How many records of each list are on a page. */
export type PageSizes = PageSizesOf<Each>;
/** The records of all families. */
export type State = StateOf<Each>;

const all: readonly (Family & { handlers: Handlers<AnyCall<State, PageSizes>> })[] = families;

export const defaultSeed = merge(all.map(({ counts }) => counts)) as Seed;
export const defaultPageSizes = merge(all.map(({ pageSizes }) => pageSizes)) as PageSizes;

/** Every operation that keeps state, by its id in the vendor's description. */
export const handlers = merge(all.map((family): AnyHandlers => family.handlers));

/** The records at the start. */
export const createSeed = (sizes: Partial<Seed>, at: Date): State =>
  seedAll<Each>(families, { ...defaultSeed, ...sizes }, at);
