/** Devices of the Computers & Contacts list. */
import { action, dataSource } from "@prismatic-io/spectral";
import { limits } from "../../../generated/teamviewer.limits";
import { choiceInput, connection, onOffInput, passwordInput, textInput } from "../../platform/inputs";
import { toPicklist } from "../../platform/picklist";
import { succeeded } from "../../platform/results";
import { teamviewer } from "../client";
import { inEnvelope } from "../envelopes";
import { idInput, plainIdInput } from "../ids";
import { groupFilter, onlineState, queryParams } from "../inputs";

const deviceId = {
  label: "Device ID",
  comments: "The device, for example d12345678; the prefix may be left out.",
  dataSource: "selectDevice",
  example: "d12345678",
  required: true,
} as const;

const remoteControlId = {
  label: "Remote Control ID",
  comments: "The TeamViewer ID of the device, with or without the prefix r, for example r123456789.",
  example: "r123456789",
} as const;

const groupId = {
  label: "Group ID",
  comments: "The group that the device is in, for example g12345678.",
  dataSource: "selectGroup",
  example: "g12345678",
} as const;

const alias = {
  label: "Alias",
  comments: "The name shown in the list, at most 50 characters.",
  example: "Front Desk 03",
} as const;

const description = {
  label: "Description",
  comments: "A note on the device, at most 2048 characters.",
  example: "Reception, second floor",
} as const;

const password = {
  label: "Password",
  comments: "The password for connecting to the device. Blank: none on a new device, left as it is on an update.",
} as const;

const exampleDevice = {
  remotecontrol_id: "r123456789",
  device_id: "d12345678",
  userid: "u12345678",
  alias: "Front Desk 03",
  groupid: "g12345678",
  description: "Reception, second floor",
  online_state: "Offline",
  policy_id: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58",
  assigned_to: true,
  supported_features: "chat,remote_control",
  last_seen: "2026-03-31T14:00:00Z",
  teamviewer_id: 123456789,
};

const assignDevice = action({
  display: { label: "Assign Device", description: "Assign a device to the account that the token belongs to." },
  performSafety: "notAllowed",
  inputs: {
    device_id: idInput("d", deviceId),
    current_device_password: passwordInput({
      label: "Current Password",
      comments: "The password that the device has now. Blank: the device has none.",
    }),
    enable_easy_access: onOffInput({
      label: "Enable Easy Access",
      comments: "Yes: the account connects without a password from then on. Blank: TeamViewer's default, no.",
    }),
    assign_mode: choiceInput({
      label: "Assign Mode",
      comments:
        "How the device is assigned: normal (the default with a Corporate or Tensor licence) or easyrollout, which IoT devices need.",
      example: "normal",
      choices: [
        { label: "Normal", value: "normal" },
        { label: "Easy rollout", value: "easyrollout" },
      ],
      open: true,
    }),
    connection,
  },
  perform: async (context, { connection, current_device_password = "", ...fields }) => {
    await teamviewer(context, connection).post("/devices/assign", { body: { ...fields, current_device_password } });
    return succeeded;
  },
  examplePayload: succeeded,
});

const createDevice = action({
  display: { label: "Create Device", description: "Add a device to a group of the list." },
  performSafety: "notAllowed",
  inputs: {
    remotecontrol_id: idInput("r", { ...remoteControlId, required: true }),
    alias: textInput({ ...alias, ...limits.DevicesPostParameters.alias }),
    groupid: idInput("g", { ...groupId, required: true }),
    description: textInput({ ...description, ...limits.DevicesPostParameters.description }),
    password: passwordInput(password),
    connection,
  },
  perform: async (context, { connection, ...body }) => ({
    data: await teamviewer(context, connection).post("/devices", { body }),
  }),
  examplePayload: { data: exampleDevice },
});

const deleteDevice = action({
  display: { label: "Delete Device", description: "Remove a device from the list." },
  performSafety: "notAllowed",
  inputs: { deviceId: idInput("d", deviceId), connection },
  perform: async (context, { connection, deviceId }) => {
    await teamviewer(context, connection).delete("/devices/{id}", { path: { id: deviceId } });
    return succeeded;
  },
  examplePayload: succeeded,
});

const getDevice = action({
  display: { label: "Get Device", description: "Get one device, as a list with one element." },
  performSafety: "safe",
  inputs: { deviceId: idInput("d", deviceId), connection },
  perform: async (context, { connection, deviceId }) => {
    const answer = await teamviewer(context, connection).get("/devices/{id}", { path: { id: deviceId } });
    return { data: inEnvelope(answer, "devices") };
  },
  examplePayload: { data: { devices: [exampleDevice] } },
});

const listDevices = action({
  display: { label: "List Devices", description: "List the devices, all or those that match the filters." },
  performSafety: "safe",
  inputs: {
    name: textInput({ label: "Name", comments: "Only devices of this alias. Blank: all.", example: "Front Desk 03" }),
    groupid: groupFilter,
    remotecontrol_id: idInput("r", {
      ...remoteControlId,
      comments: `${remoteControlId.comments} Blank: all devices.`,
    }),
    online_state: onlineState,
    queryParams,
    connection,
  },
  perform: async (context, { connection, queryParams, ...filters }) => ({
    data: await teamviewer(context, connection).get("/devices", { query: filters, extraQuery: queryParams }),
  }),
  examplePayload: { data: { devices: [exampleDevice] } },
});

const updateDevice = action({
  display: {
    label: "Update Device",
    description: "Change a device of the list: alias, group, note, password or policy.",
  },
  performSafety: "notAllowed",
  inputs: {
    deviceId: idInput("d", deviceId),
    remotecontrol_id: textInput({
      label: "Remote Control ID",
      comments: "Not used: TeamViewer does not change a device's ID. It is here for integrations made with it.",
      example: "r123456789",
    }),
    alias: textInput({ ...alias, ...limits.DevicesPutParameters.alias }),
    groupid: idInput("g", { ...groupId, comments: "The group to move the device to. Blank: left where it is." }),
    description: textInput({ ...description, ...limits.DevicesPutParameters.description }),
    password: passwordInput(password),
    policy_id: plainIdInput({
      label: "Policy ID",
      comments: "The GUID of the TeamViewer policy of the device, or inherit for the group's. Blank: left as it is.",
      dataSource: "selectPolicy",
      example: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58",
    }),
    connection,
  },
  perform: async (context, { connection, deviceId, remotecontrol_id: _unknownToTheVendor, ...body }) => {
    await teamviewer(context, connection).put("/devices/{id}", { path: { id: deviceId }, body });
    return succeeded;
  },
  examplePayload: succeeded,
});

const selectDevice = dataSource({
  display: { label: "Select Device", description: "Pick one of the devices, by alias, ID and online state." },
  dataSourceType: "picklist",
  inputs: { connection },
  perform: async (context, { connection }) => {
    const answer = await teamviewer(context, connection).get("/devices");
    return toPicklist(answer?.devices ?? [], {
      key: (device) => device.device_id,
      label: (device) => [device.alias, device.remotecontrol_id ?? device.device_id, device.online_state],
    });
  },
  examplePayload: { result: [{ key: "d12345678", label: "Front Desk 03 (r123456789, Offline)" }] },
});

export const actions = { assignDevice, createDevice, deleteDevice, getDevice, listDevices, updateDevice };
export const dataSources = { selectDevice };
