/** Devices of the Computers & Contacts list. */
import { limits } from "../../../generated/teamviewer.limits";
import { inEnvelope } from "../../http/envelopes";
import { InputError } from "../../http/errors";
import { choiceInput, onOffInput, passwordInput, textInput } from "../../platform/inputs";
import { queryParams } from "../../platform/keyValueInput";
import { change, list, picklist, readAs, readList, update } from "../client";
import { continuationToken, groupFilter, groupOwner, onlineState, reading } from "../inputs";
import { ids } from "../vocabulary";

export const devices = list("GET /devices", { items: "devices" });

const deviceTypes = list("POST /devices/types", {
  items: "devices",
  next: "continuationToken",
  token: "continuationToken",
  tokenAlone: true,
});

const deviceId = ids.device.required("The device, for example d12345678; the prefix may be left out.");

const remoteControlId = "The TeamViewer ID of the device, with or without the prefix r, for example r123456789.";

/** What a device of the list has. `blank` says what comes of an input that is left blank. */
const deviceFields = (blank: string) => ({
  alias: textInput({
    label: "Alias",
    comments: `The name shown in the list, at most 50 characters. ${blank}`,
    example: "Front Desk 03",
    ...limits.DevicesPostParameters.alias,
  }),
  description: textInput({
    label: "Description",
    comments: `A note on the device, at most 2048 characters. ${blank}`,
    example: "Reception, second floor",
    ...limits.DevicesPostParameters.description,
  }),
  password: passwordInput({ label: "Password", comments: `The password for connecting to the device. ${blank}` }),
});

export const exampleDevice = {
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

const listDevices = readList({
  label: "List Devices",
  description: "List the devices of the Computers & Contacts list, all or those that match the filters.",
  important: true,
  list: devices,
  inputs: {
    name: textInput({ label: "Name", comments: "Only devices of this alias. Blank: all.", example: "Front Desk 03" }),
    groupid: groupFilter,
    remotecontrol_id: ids.remoteControl.optional(`${remoteControlId} Blank: all devices.`),
    online_state: onlineState,
    queryParams,
  },
  forDropdowns: { userId: groupOwner },
  request: ({ queryParams: extraQuery, ...query }) => ({ query, extraQuery }),
  example: { devices: [exampleDevice] },
});

const getDevice = readAs({
  label: "Get Device",
  description: "Get one device of the Computers & Contacts list, as a list with one element.",
  operation: "GET /devices/{id}",
  inputs: { deviceId },
  request: ({ deviceId: id }) => ({ path: { id } }),
  answer: (body) => inEnvelope(body, "devices"),
  example: { devices: [exampleDevice] },
});

const createDevice = change({
  label: "Create Device",
  description: "Add a device, by its TeamViewer ID, to a group of the Computers & Contacts list.",
  operation: "POST /devices",
  inputs: {
    remotecontrol_id: ids.remoteControl.required(remoteControlId),
    groupid: ids.group.required("The group that the device is added to, for example g12345678."),
    ...deviceFields("Blank: none."),
  },
  forDropdowns: { userId: groupOwner },
  request: (body) => ({ body }),
  example: exampleDevice,
});

const updateDevice = update({
  label: "Update Device",
  description: "Change the alias, group, description, password or policy of a device of the Computers & Contacts list.",
  operation: "PUT /devices/{id}",
  inputs: { deviceId },
  fields: {
    ...deviceFields("Blank: left as it is."),
    groupid: ids.group.optional("The group to move the device to, for example g12345678. Blank: left where it is."),
    policy_id: ids.policy.optional(
      "The GUID of the TeamViewer policy of the device, or inherit for the group's. Blank: left as it is.",
    ),
  },
  clearable: ["alias", "description"],
  unconfirmed: ["password", "policy_id"],
  keptForDropIn: {
    remotecontrol_id: textInput({
      label: "Remote Control ID",
      comments: "Not used: TeamViewer does not change a device's ID. It is here for integrations made with it.",
      example: "r123456789",
    }),
  },
  forDropdowns: { userId: groupOwner },
  request: ({ deviceId: id }, body) => ({ path: { id }, body }),
});

const deleteDevice = change({
  label: "Delete Device",
  description: "Remove a device from the Computers & Contacts list, to which it can be added again.",
  operation: "DELETE /devices/{id}",
  inputs: { deviceId },
  request: ({ deviceId: id }) => ({ path: { id } }),
});

const assignDevice = change({
  label: "Assign Device",
  description: "Assign a device to the account that the token belongs to.",
  operation: "POST /devices/assign",
  inputs: {
    device_id: deviceId,
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
        "How the device is assigned: normal, or easyrollout, the only mode of IoT devices. Blank: normal, with a Corporate or Tensor licence.",
      example: "normal",
      choices: [
        { label: "Normal", value: "normal" },
        { label: "Easy rollout", value: "easyrollout" },
      ],
      open: true,
    }),
  },
  request: ({ current_device_password = "", ...fields }) => ({ body: { ...fields, current_device_password } }),
});

const getDeviceTypes = readList({
  label: "Get Device Types",
  description:
    "Get the type of each of the given devices, as a code and as a name. Where they are many TeamViewer answers in pages, of which the next is asked for by its continuation token alone.",
  list: deviceTypes,
  inputs: {
    ids: ids.device.several("The devices, for example d12345678. Blank with a Continuation Token.", {
      label: "Device IDs",
    }),
    continuationToken,
    ...reading,
  },
  request: (body) => {
    if (body.ids && body.continuationToken) {
      throw new InputError("Continuation Token", "stands for the Device IDs that it came of. Leave one of both blank.");
    }
    if (!body.ids && !body.continuationToken) {
      throw new InputError("Device IDs", "a device is needed, or the Continuation Token of an earlier answer.");
    }
    return { body };
  },
  example: { devices: [{ id: "d12345678", type: "1", typeName: "Windows" }], continuationToken: "dHlwZXMtMTAw" },
});

const selectDevice = picklist({
  label: "Select Device",
  description: "Pick one of the devices, by alias, ID and online state.",
  records: (tv) => devices.pages(tv),
  key: (device) => device.device_id,
  name: (device) => [device.alias, device.remotecontrol_id ?? device.device_id, device.online_state],
  example: { key: "d12345678", label: "Front Desk 03 (r123456789, Offline)" },
});

export const actions = {
  listDevices,
  getDevice,
  createDevice,
  updateDevice,
  deleteDevice,
  assignDevice,
  getDeviceTypes,
};
export const dataSources = { selectDevice };
