/** Endpoint Protection: the devices that it protects, each known by a machine ID of its own there. */
import checkLink from "../../../generated/teamviewer.checks/MalwareBytesEndpointProtectionLinkDevicesData";
import { textInput } from "../../platform/inputs";
import { jsonItemsInput } from "../../platform/jsonInputs";
import { change, list, readList } from "../client";
import { deviceLookup, eitherId, teamviewerIdOf } from "../deviceLookup";
import { resourceList } from "../envelopes";
import { afterPage, reading } from "../inputs";
import { ids } from "../vocabulary";

export const endpoints = list("GET /endpointprotectionv2/endpoints", { ...resourceList, token: "continuationToken" });

const exampleMachineId = "d95a3e07-1c4b-4826-b7f0-6e8d2a9c5b31";

const listEndpointProtectionEndpoints = readList({
  label: "List Endpoint Protection Endpoints",
  description:
    "List the devices that Endpoint Protection protects, each with its machine ID there, a page or all of them.",
  list: endpoints,
  inputs: {
    continuationToken: textInput({
      label: "Continuation Token",
      comments: afterPage("nextPaginationToken"),
      example: "ZXAtMTAw",
    }),
    ...reading,
  },
  request: (query) => ({ query }),
  example: {
    currentPaginationToken: "ZXAtMTAw",
    nextPaginationToken: "ZXAtMjAw",
    resources: [
      {
        device_id: 123456789,
        malwarebytes_device_name: "FRONT-DESK-03",
        malwarebytes_machine_id: exampleMachineId,
      },
    ],
  },
});

const installEndpointProtection = change({
  label: "Install Endpoint Protection",
  description:
    "Have Endpoint Protection installed on one device. The answer does not tell when that is done: List Endpoint Protection Endpoints has the device then.",
  operation: "POST /endpointprotectionv2/install",
  alsoCalls: deviceLookup,
  inputs: { teamviewer_id: ids.anyDevice.required(`The device to protect, ${eitherId}`) },
  send: async (tv, { teamviewer_id }) =>
    tv.request("POST /endpointprotectionv2/install", {
      body: { teamviewer_id: await teamviewerIdOf(tv, teamviewer_id) },
    }),
});

const linkDevicesToEndpointProtection = change({
  label: "Link Devices to Endpoint Protection",
  description:
    "Link devices to their machines in Endpoint Protection, any number of them at once. TeamViewer does not tell which machines are still without a device.",
  operation: "PUT /endpointprotectionv2/linkdevices",
  inputs: {
    devices: jsonItemsInput(
      {
        label: "Devices",
        comments:
          "A JSON list of objects with teamviewer_id, the device's TeamViewer ID as a number, and malwarebytes_machine_id, the GUID of the machine in Endpoint Protection.",
        example: [{ teamviewer_id: 123456789, malwarebytes_machine_id: exampleMachineId }],
        required: true,
      },
      checkLink,
    ),
  },
  request: (body) => ({ body }),
});

export const actions = {
  listEndpointProtectionEndpoints,
  installEndpointProtection,
  linkDevicesToEndpointProtection,
};
