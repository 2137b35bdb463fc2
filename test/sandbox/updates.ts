import type { Sandbox } from "../../sandbox/teamviewer";
import { firstOf } from "./client";

export interface Update {
  operationId: string;
  path(sandbox: Sandbox): string;
  /** What the update changes. */
  record(sandbox: Sandbox): object;
  /** Fields that it cannot do without. */
  always?: object;
  /** Fields that an empty text empties, and where the record has them under another name. */
  emptied: Record<string, string>;
  /** Fields that name something, which an empty text does not. */
  refused?: string[];
  /** Fields that change nothing by themselves. */
  without?: string[];
  company?: boolean;
  /** What it answers with; 204 unless it is told here. */
  status?: number;
}

const same = (...fields: string[]) => Object.fromEntries(fields.map((field) => [field, field]));

/** The fields of a record, those of an object in it as `field.name`. */
const flat = (record: object, path = ""): Record<string, unknown> =>
  Object.assign(
    {},
    ...Object.entries(record).map(([name, value]) =>
      value !== null && typeof value === "object" && !Array.isArray(value)
        ? flat(value, `${path}${name}.`)
        : { [path + name]: value },
    ),
  );

const first = <Item>(items: Map<unknown, Item>): Item => firstOf(items.values());

const iotDevice = ({ store }: Sandbox) => first(store.iotDevices);
const iotDashboard = ({ store }: Sandbox) => first(store.iotDashboards);

const ofIot: Update[] = [
  {
    operationId: "Devices_UpdateSensor",
    path: (sandbox) =>
      `/devices/${iotDevice(sandbox).managedId}/iot/sensors/${first(iotDevice(sandbox).sensors).datasourceId}`,
    record: (sandbox) => flat(first(iotDevice(sandbox).sensors)),
    emptied: same(
      "connectorId",
      "monitoringService",
      "plugin.id",
      "plugin.name",
      "plugin.source.target",
      "plugin.source.type",
      "scriptPath",
    ),
    always: { name: "Boiler 1" },
    status: 200,
  },
  {
    operationId: "IoTDashboardConfiguration_UpdateDashboard",
    path: (sandbox) => `/iot/dashboards/${iotDashboard(sandbox).id}`,
    record: iotDashboard,
    emptied: same("name"),
    status: 200,
  },
  {
    operationId: "IoTDashboardConfiguration_UpdateWidget",
    path: (sandbox) => `/iot/dashboards/${iotDashboard(sandbox).id}/widgets/${first(iotDashboard(sandbox).widgets).id}`,
    record: (sandbox) => flat(first(iotDashboard(sandbox).widgets)),
    emptied: same(
      "dataConfigs.aggregation.method",
      "dataConfigs.maxValue",
      "dataConfigs.minValue",
      "layout.positionX",
      "layout.positionY",
      "name",
      "type",
    ),
    always: { name: "Pressure", type: "gauge", dataConfigs: {}, visualizationObjects: [] },
    status: 200,
  },
  {
    operationId: "IoTDeviceConfiguration_Update",
    path: ({ store }) => `/iot/device-configurations/${first(store.iotDeviceConfigurations).policyId}`,
    record: ({ store }) => first(store.iotDeviceConfigurations),
    emptied: same("name"),
    status: 200,
  },
  {
    operationId: "IoTEdgeModule_UpdateEdgeModules",
    path: ({ store }) => `/iot/edge-modules/${first(store.iotEdgeModules).Id}`,
    record: ({ store }) => flat(first(store.iotEdgeModules)),
    emptied: same("ContainerOptions.StartupFile", "Name", "Repository.AccessType", "Repository.DockerImageName"),
    status: 200,
  },
];

/** Every update that takes texts, with what an empty one does. */
export const updates: Update[] = [
  {
    operationId: "Account_Put",
    path: () => "/account",
    record: ({ store }) => store.account,
    emptied: { email_language: "emailLanguage" },
    without: ["oldpassword"],
  },
  {
    operationId: "Devices_Put",
    path: ({ store }) => `/devices/${first(store.devices).device_id}`,
    record: ({ store }) => first(store.devices),
    emptied: same("alias", "description", "password", "policy_id"),
    refused: ["groupid"],
  },
  {
    operationId: "Sessions_Put",
    path: ({ store }) => `/sessions/${first(store.sessions).code}`,
    record: ({ store }) => ({ ...first(store.sessions), ...first(store.sessions).end_customer }),
    emptied: {
      ...same("custom_module_id", "waiting_message", "description", "custom_api", "tv_version"),
      "end_customer.name": "name",
      "end_customer.email": "email",
    },
    refused: ["groupname"],
    without: ["id"],
  },
  {
    operationId: "Connections_Put",
    path: ({ store }) => `/reports/connections/${first(store.reports).id}`,
    record: ({ store }) => first(store.reports),
    emptied: same("notes"),
    refused: ["billing_state"],
  },
  {
    operationId: "Groups_Put",
    path: ({ store }) => `/groups/${first(store.groups).id}`,
    record: ({ store }) => first(store.groups),
    emptied: same("policy_id"),
    refused: ["name"],
  },
  {
    operationId: "Groups_Put1",
    path: ({ store }) => `/users/${first(store.groups).ownerId}/groups/${first(store.groups).id}`,
    record: ({ store }) => first(store.groups),
    emptied: same("policy_id"),
    refused: ["name"],
  },
  {
    operationId: "ManagedDevices_Put",
    path: ({ store }) => `/managed/devices/${first(store.managedDevices).id}`,
    record: ({ store }) => first(store.managedDevices),
    emptied: same("teamviewerPolicyId"),
    refused: ["managedGroupId"],
  },
  {
    operationId: "ManagedDevices_PutDeviceDescription",
    path: ({ store }) => `/managed/devices/${first(store.managedDevices).id}/description`,
    record: ({ store }) => first(store.managedDevices),
    emptied: same("deviceDescription"),
  },
  {
    operationId: "DeviceCustomFields_Put",
    path: ({ store }) => `/device-custom-fields/${first(store.customFields).fieldKeyId}`,
    record: ({ store }) => first(store.customFields),
    always: { fieldKey: "Cost centre" },
    emptied: same("description"),
    refused: ["fieldKey"],
    status: 200,
  },
  {
    operationId: "TeamViewerPolicies_Put",
    path: ({ store }) => `/TeamViewerPolicies/${first(store.policies).policy_id}`,
    record: ({ store }) => first(store.policies),
    emptied: same("name"),
  },
  {
    operationId: "Tenants_UpdateTenant",
    path: ({ store }) => `/oem/tenants/${first(store.tenants).tenant_id}`,
    record: ({ store }) => first(store.tenants),
    emptied: same("tenant_description"),
  },
  {
    operationId: "Company_Put",
    path: () => "/company",
    record: ({ store }) => store.account,
    emptied: {},
    refused: ["name"],
  },
  {
    operationId: "CompanyAddressBook_Put",
    path: () => "/companyaddressbook",
    record: ({ store }) => store.addressBook,
    emptied: {},
  },
  {
    operationId: "UserRoles_Put",
    path: () => "/userroles",
    record: ({ store }) => first(store.userRoles),
    emptied: {},
  },
  {
    operationId: "UserRoles_SetPredefinedUserRole",
    path: ({ store }) => `/userroles/${first(store.userRoles).Id}/predefined`,
    record: ({ store }) => store.predefinedRole,
    emptied: {},
  },
  {
    operationId: "UserGroups_PutGroup",
    path: ({ store }) => `/usergroups/${first(store.userGroups).id}`,
    record: ({ store }) => first(store.userGroups),
    emptied: {},
  },
  {
    operationId: "Meetings_Put",
    path: ({ store }) => `/meetings/${first(store.meetings).id}`,
    record: ({ store }) => ({ ...first(store.meetings), ...first(store.meetings).conference_call_information }),
    emptied: { ...same("subject", "password"), "conference_call_information.custom_data": "custom_data" },
    refused: ["start", "end"],
  },
  {
    operationId: "ConditionalAccess_Put",
    path: ({ store }) => `/ConditionalAccess/DirectoryGroups/${first(store.directoryGroups).id}`,
    record: ({ store }) => first(store.directoryGroups),
    emptied: {},
    refused: ["name"],
  },
  {
    operationId: "ConditionalAccessOptions_UpdateFeaturesOption",
    path: ({ store }) => `/ConditionalAccess/Options/Features/${first(store.featureOptions).optionId}`,
    record: ({ store }) => first(store.featureOptions),
    always: {
      data: {
        connectAndViewScreen: 0,
        controlComputer: 0,
        fileTransfer: 0,
        establishVpn: 0,
        lockKeyboardAndMouse: 0,
        controlTeamviewer: 0,
        fileTransferUsingFileBox: 0,
        useTeamviewerPrinting: 0,
        executeScripts: 0,
      },
    },
    emptied: {},
    refused: ["name"],
  },
  {
    operationId: "ConditionalAccessOptions_UpdateTimeOption",
    path: ({ store }) => `/ConditionalAccess/Options/Time/${first(store.timeOptions).optionId}`,
    record: ({ store }) => first(store.timeOptions),
    always: {
      data: {
        mondayIntervals: [],
        tuesdayIntervals: [],
        wednesdayIntervals: [],
        thursdayIntervals: [],
        fridayIntervals: [],
        saturdayIntervals: [],
        sundayIntervals: [],
      },
    },
    emptied: {},
    refused: ["name"],
    without: ["data.timeZone"],
  },
  {
    operationId: "ConditionalAccessOptions_UpdateApprovalOption",
    path: ({ store }) => `/ConditionalAccess/Options/Approval/${first(store.approvalOptions).optionId}`,
    record: ({ store }) => first(store.approvalOptions),
    always: { data: { accountIds: [] } },
    emptied: {},
    refused: ["name"],
  },
  {
    operationId: "ConditionalAccessRules_Put",
    path: ({ store }) => `/ConditionalAccess/Rules/${first(store.conditionalAccessRules).ruleId}`,
    record: ({ store }) => first(store.conditionalAccessRules),
    always: { sourceType: 0, sourceId: "1", targetType: 0, targetId: "1" },
    emptied: {},
    refused: ["sourceId", "targetId"],
    without: ["comment", "modificationReason"],
  },
  {
    operationId: "Users_Put",
    path: ({ store }) => `/users/${first(store.users).id}`,
    record: ({ store }) => first(store.users),
    emptied: same(
      "permissions",
      "password",
      "custom_quicksupport_id",
      "custom_quickjoin_id",
      "license_key",
      "sso_customer_id",
    ),
    company: true,
  },
  ...ofIot,
];
