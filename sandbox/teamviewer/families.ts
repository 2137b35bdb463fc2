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
import * as chat from "./chat";
import * as company from "./company";
import * as companyAddressBook from "./companyAddressBook";
import * as directoryGroups from "./conditionalAccess/directoryGroups";
import * as conditionalAccessOptions from "./conditionalAccess/options";
import * as conditionalAccessRules from "./conditionalAccess/rules";
import * as connectionReports from "./connectionReports";
import * as contacts from "./contacts";
import * as customFields from "./customFields";
import * as devicePolicies from "./devicePolicies";
import * as deviceReports from "./deviceReports";
import * as devices from "./devices";
import * as endpointProtection from "./endpointProtection";
import * as eventLogging from "./eventLogging";
import * as groups from "./groups";
import * as iotDashboards from "./iot/dashboards";
import * as iotDeviceConfigurations from "./iot/deviceConfigurations";
import * as iotEdgeModules from "./iot/edgeModules";
import * as iotMonitoring from "./iot/monitoring";
import * as iotPreferences from "./iot/preferences";
import * as iotSensors from "./iot/sensors";
import * as joinRequests from "./joinRequests";
import * as managedDevices from "./managedDevices";
import * as managedGroups from "./managedGroups";
import * as managerAccess from "./managerAccess";
import * as meetings from "./meetings";
import * as monitoring from "./monitoring";
import * as monitoringDevices from "./monitoringDevices";
import * as oauth2 from "./oauth2";
import * as oemConnectionReports from "./oem/connectionReports";
import * as oemCustomers from "./oem/customers";
import * as tenants from "./oem/tenants";
import * as patchManagement from "./patchManagement";
import * as ping from "./ping";
import * as policies from "./policies";
import * as reportEvidence from "./reportEvidence";
import * as roleAssignments from "./roleAssignments";
import * as sessions from "./sessions";
import * as ssoDomains from "./ssoDomains";
import * as userGroups from "./userGroups";
import * as userRoles from "./userRoles";
import * as users from "./users";

/** Each after those whose records it is seeded from. */
const families = [
  // What others are given
  policies,
  devicePolicies,
  userRoles,
  // The account and its company
  users,
  account,
  company,
  companyAddressBook,
  joinRequests,
  ssoDomains,
  userGroups,
  roleAssignments,
  // Computers & Contacts list
  groups,
  contacts,
  devices,
  // Central management
  managedDevices,
  managedGroups,
  managerAccess,
  customFields,
  monitoring,
  patchManagement,
  monitoringDevices,
  endpointProtection,
  // Support sessions and what is told of them
  sessions,
  connectionReports,
  deviceReports,
  reportEvidence,
  eventLogging,
  // Meetings and chat
  meetings,
  chat,
  // Conditional Access
  directoryGroups,
  conditionalAccessOptions,
  conditionalAccessRules,
  // IoT
  iotSensors,
  iotMonitoring,
  iotDashboards,
  iotDeviceConfigurations,
  iotEdgeModules,
  iotPreferences,
  // OEM and tenants
  oemCustomers,
  tenants,
  oemConnectionReports,
  // The API itself
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
