/** Devices under central management, each with its managers, groups and policies. */
import { action, dataSource } from "@prismatic-io/spectral";
import { limits } from "../../../generated/teamviewer.limits";
import { InputError } from "../../http/errors";
import { collect, readList, toPage } from "../../http/pages";
import { connection, type KeyValues, textInput } from "../../platform/inputs";
import { toPicklist } from "../../platform/picklist";
import { succeeded } from "../../platform/results";
import { type TeamViewerClient, teamviewer } from "../client";
import { resourceList } from "../envelopes";
import { guidInput } from "../ids";
import { fetchAll, paginationToken, queryParams } from "../inputs";

const managedDeviceId = guidInput({
  label: "Managed Device ID",
  comments: "The management ID of the device, a GUID.",
  dataSource: "selectManagedDevice",
  example: "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31",
  required: true,
});

export const exampleManagedDevice = {
  id: "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31",
  teamviewerId: 123456789,
  name: "FRONT-DESK-03",
  isOnline: false,
  last_seen: "2026-03-31T14:00:00Z",
};

const examplePage = {
  data: {
    currentPaginationToken: "bWQtMjAw",
    nextPaginationToken: "bWQtMzAw",
    resources: [exampleManagedDevice],
  },
};

type PagePath = "/managed/devices" | "/managed/devices/company";

const pageOf = (client: TeamViewerClient, path: PagePath, extraQuery?: KeyValues) => (token?: string) =>
  client.get(path, { query: { paginationToken: token }, extraQuery });

interface ListOptions {
  paginationToken?: string;
  fetchAll: boolean;
  queryParams?: KeyValues;
}

const readDevices = (
  client: TeamViewerClient,
  path: PagePath,
  { paginationToken: start, fetchAll, queryParams }: ListOptions,
) => readList(resourceList, pageOf(client, path, queryParams), { fetchAll, start });

const listInputs = { paginationToken, fetchAll, queryParams, connection };

const deleteManagedDevice = action({
  display: {
    label: "Delete Managed Device",
    description: "Remove the management of a device. Needs the manager permission ManagerAdministration on it.",
  },
  performSafety: "notAllowed",
  inputs: { managedDeviceId, connection },
  perform: async (context, { connection, managedDeviceId }) => {
    await teamviewer(context, connection).delete("/managed/devices/{id}", { path: { id: managedDeviceId } });
    return succeeded;
  },
  examplePayload: succeeded,
});

const getManagedDevice = action({
  display: { label: "Get Managed Device", description: "Get one managed device with its policy and client version." },
  performSafety: "safe",
  inputs: { managedDeviceId, connection },
  perform: async (context, { connection, managedDeviceId }) => ({
    data: await teamviewer(context, connection).get("/managed/devices/{id}", { path: { id: managedDeviceId } }),
  }),
  examplePayload: {
    data: {
      teamviewerPolicyId: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58",
      teamViewerVersion: "15.68.5",
      deviceDescription: "Reception, second floor",
      ...exampleManagedDevice,
    },
  },
});

const listManagedDevices = action({
  display: {
    label: "List Managed Devices",
    description: "List the devices that the account manages directly, a page or all of them.",
  },
  performSafety: "safe",
  inputs: listInputs,
  perform: async (context, { connection, ...options }) => ({
    data: await readDevices(teamviewer(context, connection), "/managed/devices", options),
  }),
  examplePayload: examplePage,
});

const listCompanyManagedDevices = action({
  display: {
    label: "List Company Managed Devices",
    description: "List the devices that the account's company manages, a page or all of them.",
  },
  performSafety: "safe",
  inputs: listInputs,
  perform: async (context, { connection, ...options }) => ({
    data: await readDevices(teamviewer(context, connection), "/managed/devices/company", options),
  }),
  examplePayload: examplePage,
});

const updateManagedDevice = action({
  display: {
    label: "Update Managed Device",
    description:
      "Change the name, the policy or the group of a managed device. Needs DeviceAdministration on it, for a policy also PolicyAdministration.",
  },
  performSafety: "notAllowed",
  inputs: {
    managedDeviceId,
    name: textInput({
      label: "Name",
      comments: "The new name, 1 to 100 characters. Blank: left as it is.",
      example: "FRONT-DESK-03",
      ...limits.ManagedDevicesPutParameters.name,
    }),
    teamviewerPolicyId: guidInput({
      label: "TeamViewer Policy ID",
      comments: "The GUID of the TeamViewer policy to set. Blank: left as it is.",
      dataSource: "selectPolicy",
      example: "3b0c5f7e-2d94-4e61-8f1a-9c6d2b7e4a58",
    }),
    managedGroupId: guidInput({
      label: "Managed Group ID",
      comments: "The GUID of the managed group whose policy the device takes over. Blank: left as it is.",
      dataSource: "selectManagedGroup",
      example: "c2a95d0b-71e8-4f36-a4b9-8d3e6f1c5a72",
    }),
    connection,
  },
  perform: async (context, { connection, managedDeviceId, ...body }) => {
    if (!body.name && !body.teamviewerPolicyId && !body.managedGroupId) {
      throw new InputError(
        "Name",
        "nothing to change: a Name, a TeamViewer Policy ID or a Managed Group ID is needed.",
      );
    }
    await teamviewer(context, connection).put("/managed/devices/{id}", { path: { id: managedDeviceId }, body });
    return succeeded;
  },
  examplePayload: succeeded,
});

const selectManagedDevice = dataSource({
  display: {
    label: "Select Managed Device",
    description: "Pick one of the devices that the account manages, by name and TeamViewer ID.",
  },
  dataSourceType: "picklist",
  inputs: { connection },
  perform: async (context, { connection }) => {
    const fetchPage = pageOf(teamviewer(context, connection), "/managed/devices");
    const devices = await collect(async (token) => toPage(resourceList, await fetchPage(token)));
    return toPicklist(devices, {
      key: (device) => device.id,
      label: (device) => [device.name, device.teamviewerId],
    });
  },
  examplePayload: { result: [{ key: "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31", label: "FRONT-DESK-03 (123456789)" }] },
});

export const actions = {
  deleteManagedDevice,
  getManagedDevice,
  listManagedDevices,
  listCompanyManagedDevices,
  updateManagedDevice,
};
export const dataSources = { selectManagedDevice };
