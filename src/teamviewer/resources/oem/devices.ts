/** Devices of OEM tenants: their keys, control over them, sessions made for a reseller, and reports of connections. */

import { timestampInput } from "../../../platform/dateInputs";
import { toGuid } from "../../../platform/ids";
import { parsedInput, passwordInput, textInput } from "../../../platform/inputs";
import { change, list, readList } from "../../client";
import { continuationToken, groupOwner, reading, tenantAccount } from "../../inputs";
import { ids } from "../../vocabulary";
import { exampleNewSession, newSessionBody, newSessionFields } from "../sessionFields";

export const oemConnectionReports = list("GET /oem/reports/connections", {
  items: "ReachReports",
  next: "ContinuationToken",
  token: "continuation_token",
});

const tenant_id = ids.tenant.required("The tenant that the device is registered for, for example tenant-4711.");

const device_key_id = ids.oemDeviceKey.required(
  "The key of the device, by the device_key_id that Create OEM Device Key gave.",
);

const remotecontrol_id = ids.remoteControl.required(
  "The TeamViewer ID of the device, with or without the prefix r, for example r123456789.",
);

const createOemDeviceKey = change({
  label: "Create OEM Device Key",
  description:
    "Create a key for a device of a tenant, by which Request OEM Device Control reaches it. The key, and the token that Unregister OEM Device asks for, come encrypted. Both are secrets, also where a flow keeps its results.",
  operation: "POST /oem/devices/CreateDeviceKey",
  inputs: {
    tenant_id,
    remotecontrol_id,
    request_id: parsedInput(
      {
        label: "Request ID",
        comments: "The ID of the request for the key, a GUID.",
        example: "6c41f9a8-05b3-4e7d-92d6-1a8e3f70c25b",
        required: true,
      },
      toGuid,
    ),
    key_permissions: textInput({
      label: "Key Permissions",
      comments: "What the key allows, in TeamViewer's words for it; no words are published.",
      example: "RemoteControl",
      required: true,
    }),
  },
  forDropdowns: { accountId: tenantAccount },
  request: (body) => ({ body }),
  example: {
    device_key_id: "d80a5e3c-6f42-4b97-8c1d-2e9f7b04a561",
    encrypted_device_key: "RW5jcnlwdGVkRGV2aWNlS2V5MQ==",
    encrypted_decommission_token: "RW5jcnlwdGVkVG9rZW5PZlRoaXM=",
  },
});

const requestOemDeviceControl = change({
  label: "Request OEM Device Control",
  description:
    "Ask for control over a device of a tenant by its device key. The answer has the URL that starts the connection in TeamViewer, and an encrypted secret of the device. Both are secrets, also where a flow keeps its results.",
  operation: "POST /oem/devices/RequestControl",
  inputs: {
    tenant_id,
    remotecontrol_id,
    device_key_id,
    tenant_nonce: textInput({
      label: "Tenant Nonce",
      comments: "A random text that the tenant makes for this one request.",
      example: "dGVuYW50LW5vbmNlLTQ3MTE=",
      required: true,
    }),
    control_type: textInput({
      label: "Control Type",
      comments: "The kind of control that is asked for, in TeamViewer's word for it; no words are published.",
      example: "RemoteControl",
      required: true,
    }),
  },
  forDropdowns: { accountId: tenantAccount },
  request: (body) => ({ body }),
  example: {
    encrypted_device_secret: "RW5jcnlwdGVkRGV2aWNlU2VjcmV0",
    target_nonce: "dGFyZ2V0LW5vbmNlLTgxNTA=",
    teamviewer_protocol_url: "teamviewer10://control?device=123456789",
  },
});

const unregisterOemDevice = change({
  label: "Unregister OEM Device",
  description: "Take a device off its tenant: its device key no longer gives control over it.",
  irreversible: true,
  operation: "DELETE /oem/devices/Unregister",
  inputs: {
    tenant_id,
    remotecontrol_id,
    device_key_id,
    decommission_token: passwordInput({
      label: "Decommission Token",
      comments: "The encrypted_decommission_token that Create OEM Device Key gave, decrypted.",
      required: true,
    }),
  },
  forDropdowns: { accountId: tenantAccount },
  request: (body) => ({ body }),
});

const createOemSession = change({
  label: "Create OEM Session",
  description: "Create a session code on behalf of an OEM reseller, with its links for the customer and the supporter.",
  operation: "POST /oem/sessions/{resellerid}",
  inputs: {
    resellerId: ids.reseller.required("The reseller on whose behalf the code is made, by its GUID."),
    ...newSessionFields,
  },
  forDropdowns: { userId: groupOwner },
  request: ({ resellerId: resellerid, ...fields }) => ({ path: { resellerid }, body: newSessionBody(fields) }),
  example: exampleNewSession,
});

const listOemConnectionReports = readList({
  label: "List OEM Connection Reports",
  description:
    "List the connections to devices of OEM tenants in a period, a page or all of them. Their session and control types are numbers without published names.",
  list: oemConnectionReports,
  inputs: {
    from_date: timestampInput({
      label: "From Date",
      comments: "Where the period begins.",
      example: "2026-03-01T00:00:00Z",
      required: true,
    }),
    to_date: timestampInput({
      label: "To Date",
      comments: "Where the period ends.",
      example: "2026-04-01T00:00:00Z",
      required: true,
    }),
    tenant_id: ids.tenant.optional(
      "Only connections to devices of this tenant, for example tenant-4711. Blank: of all.",
    ),
    continuation_token: continuationToken,
    ...reading,
  },
  forDropdowns: { accountId: tenantAccount },
  request: (query) => ({ query }),
  example: {
    ReachReports: [
      {
        id: "3e9b0d57-4a18-4c62-b7f0-5d8e1c2a6f94",
        vendor_id: "vendor-17",
        tenant_id: "tenant-4711",
        timestamp: "2026-03-31T14:42:10Z",
        client_id: 987654321,
        server_id: 123456789,
        client_account_id: 23456789,
        server_account_id: 12345678,
        session_type: 1 as const,
        control_type: 1 as const,
        start_date: "2026-03-31T14:05:00Z",
        end_date: "2026-03-31T14:42:00Z",
      },
    ],
    ContinuationToken: "cmVwb3J0cy0xMDA=",
  },
});

export const actions = {
  createOemDeviceKey,
  requestOemDeviceControl,
  unregisterOemDevice,
  createOemSession,
  listOemConnectionReports,
};
