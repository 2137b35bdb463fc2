/** Device configurations of TeamViewer IoT: settings that are applied to devices or to groups of them. */
import check from "../../../../generated/teamviewer.checks/RemoteSettingsPolicy_PolicyData_Setting";
import { listOf } from "../../../http/envelopes";
import { textInput } from "../../../platform/inputs";
import { jsonItemsInput } from "../../../platform/jsonInputs";
import { change, list, picklist, read, readAs, readList, update } from "../../client";
import { groupOwner } from "../../inputs";
import { ids } from "../../vocabulary";
import { exampleSuccess, withData } from "./answers";
import { deviceId } from "./inputs";

/** All device configurations in one answer. */
const deviceConfigurations = list("GET /iot/device-configurations", { within: "Data", items: "policies" });

const deviceConfigurationId = ids.deviceConfiguration.required("The device configuration, by its GUID.");

const groupId = ids.groupNumber.required("The group of the Computers & Contacts list, for example g12345678.");

const forDropdowns = { userId: groupOwner };

const name = (comments: string) => ({ label: "Name", comments, example: "Boiler room" }) as const;

const exampleSetting = { Key: "SystemUpdate", Value: { enabled: true, hour: 3 }, Enforce: true };

const settings = (blank: string) =>
  jsonItemsInput(
    {
      label: "Settings",
      comments: `The settings: a list of objects, each with its Key, its Value and, as Enforce, whether the device cannot change it. TeamViewer publishes no keys; Get IoT Device Configuration tells those of an existing one. ${blank}`,
      example: [exampleSetting],
    },
    check,
  );

const exampleOwner = {
  name: "Boiler room",
  policyId: "1f6b9d24-8c37-4e05-b2a9-7d0c5e3f8b61",
  settings: [exampleSetting],
  createdByAccountId: 12345678,
};

const exampleAssignments = { devices: [123456789], groups: [12345678] };

const exampleConfiguration = { ...exampleOwner, policyAssignments: exampleAssignments };

const listIotDeviceConfigurations = readList({
  label: "List IoT Device Configurations",
  description:
    "List the account's IoT device configurations with their settings and what they are assigned to, all of them in one answer.",
  list: deviceConfigurations,
  inputs: {},
  request: () => ({}),
  example: { ...exampleSuccess, Data: { policies: [exampleConfiguration] } },
});

const oneConfiguration = "GET /iot/device-configurations/{policyId}";

const getIotDeviceConfiguration = read({
  label: "Get IoT Device Configuration",
  description: "Get one IoT device configuration with its settings and what it is assigned to.",
  operation: oneConfiguration,
  inputs: { deviceConfigurationId },
  send: (tv, { deviceConfigurationId: policyId }) =>
    withData(tv, oneConfiguration, tv.request(oneConfiguration, { path: { policyId } })),
  example: { ...exampleSuccess, Data: exampleConfiguration },
});

const createIotDeviceConfiguration = change({
  label: "Create IoT Device Configuration",
  description:
    "Create an IoT device configuration. TeamViewer says that it can be applied to a device in the same step and documents no field for that: it is applied by an action of its own.",
  operation: "POST /iot/device-configurations",
  inputs: {
    name: textInput({ ...name("The name of the device configuration."), required: true }),
    settings: settings("Blank: none."),
    policyId: ids.deviceConfiguration.optional(
      "The GUID of the new device configuration. Blank: TeamViewer makes one.",
      { dataSource: undefined },
    ),
  },
  request: (policy) => ({ body: { policy } }),
  example: { policyId: exampleOwner.policyId },
});

const updateIotDeviceConfiguration = update({
  label: "Update IoT Device Configuration",
  description:
    "Change the name or the settings of an IoT device configuration. TeamViewer does not say whether what is left blank, and a setting that is not listed, keep their values.",
  operation: "PUT /iot/device-configurations/{policyId}",
  inputs: { deviceConfigurationId },
  fields: {
    name: textInput(name("The new name of the device configuration. Blank: not sent.")),
    settings: settings("Blank: not sent."),
  },
  request: ({ deviceConfigurationId: policyId }, fields) => ({ path: { policyId }, body: { policyId, ...fields } }),
  example: exampleSuccess,
});

const deleteIotDeviceConfiguration = change({
  label: "Delete IoT Device Configuration",
  description:
    "Delete an IoT device configuration with its settings. TeamViewer does not say whether devices that it is applied to keep them.",
  irreversible: true,
  operation: "DELETE /iot/device-configurations/{policyId}",
  inputs: { deviceConfigurationId },
  request: ({ deviceConfigurationId: policyId }) => ({ path: { policyId } }),
  example: exampleSuccess,
});

const getIotDeviceConfigurationByDevice = read({
  label: "Get IoT Device Configuration by Device",
  description: "Get the IoT device configuration that is applied to a device.",
  operation: "GET /iot/device-configurations/deviceId/{deviceId}",
  inputs: { deviceId },
  request: (path) => ({ path }),
  example: exampleOwner,
});

const getIotDeviceConfigurationByGroup = read({
  label: "Get IoT Device Configuration by Group",
  description: "Get the IoT device configuration that is applied to a group.",
  operation: "GET /iot/device-configurations/groupId/{groupId}",
  inputs: { groupId },
  forDropdowns,
  request: (path) => ({ path }),
  example: exampleOwner,
});

const listIotDeviceConfigurationAssignments = readAs({
  label: "List IoT Device Configuration Assignments",
  description: "List the devices and the groups that an IoT device configuration is applied to, by their numbers.",
  operation: "GET /iot/device-configurations/{policyId}/assignments",
  inputs: { deviceConfigurationId },
  request: ({ deviceConfigurationId: policyId }) => ({ path: { policyId } }),
  answer: (answer) => {
    listOf(answer, "devices");
    listOf(answer, "groups");
    return answer;
  },
  example: exampleAssignments,
});

const applyIotDeviceConfigurationToDevice = change({
  label: "Apply IoT Device Configuration to Device",
  description: "Apply an IoT device configuration to a device, which has one at a time.",
  operation: "POST /iot/device-configurations/device/apply",
  inputs: { deviceConfigurationId, deviceId },
  request: ({ deviceConfigurationId: policyId, deviceId }) => ({ body: { policyId, deviceId } }),
  example: exampleSuccess,
});

const applyIotDeviceConfigurationToGroup = change({
  label: "Apply IoT Device Configuration to Group",
  description: "Apply an IoT device configuration to a group, which has one at a time.",
  operation: "POST /iot/device-configurations/group/apply",
  inputs: { deviceConfigurationId, groupId },
  forDropdowns,
  request: ({ deviceConfigurationId: policyId, groupId }) => ({ body: { policyId, groupId } }),
  example: exampleSuccess,
});

const selectIotDeviceConfiguration = picklist({
  label: "Select IoT Device Configuration",
  description: "Pick one of the account's IoT device configurations, by name.",
  records: (tv) => deviceConfigurations.all(tv),
  key: (policy) => policy.policyId,
  name: (policy) => [policy.name],
  example: { key: exampleOwner.policyId, label: exampleOwner.name },
});

export const actions = {
  listIotDeviceConfigurations,
  getIotDeviceConfiguration,
  createIotDeviceConfiguration,
  updateIotDeviceConfiguration,
  deleteIotDeviceConfiguration,
  getIotDeviceConfigurationByDevice,
  getIotDeviceConfigurationByGroup,
  listIotDeviceConfigurationAssignments,
  applyIotDeviceConfigurationToDevice,
  applyIotDeviceConfigurationToGroup,
};
export const dataSources = { selectIotDeviceConfiguration };
