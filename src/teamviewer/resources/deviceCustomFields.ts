/** Custom fields of managed devices: which fields there are, and the values that devices have in them. */
import { textInput } from "../../platform/inputs";
import { change, list, picklist, readList, update } from "../client";
import { managedDeviceId } from "../inputs";
import { ids } from "../vocabulary";

/** The fields that devices can have values in. */
export const deviceCustomFields = list("GET /device-custom-fields", { items: "resources" });

/** The values that a device has. */
const managedDeviceCustomFields = list("GET /managed/devices/{id}/custom-fields", {
  items: "customFieldValues",
});

const customFieldId = ids.customField.required("The custom field, by the ID of its key, a GUID.");

const fieldKey = textInput({
  label: "Field Key",
  comments: "The name of the custom field, as it stands on the devices.",
  example: "Cost centre",
  required: true,
});

const exampleField = {
  fieldKeyId: "e2d70b94-8c1f-4365-9a7b-4f6c0e1d8a53",
  fieldKey: "Cost centre",
  fieldType: "Text",
  description: "Who pays for the device",
  createdAt: "2026-02-09T08:30:00Z",
  updatedAt: "2026-03-31T14:00:00Z",
};

const exampleValue = {
  id: "3c61f0a8-9d27-4b54-8e1f-6a0c7d5b2e94",
  fieldKeyId: exampleField.fieldKeyId,
  value: "4711",
  createdAt: "2026-02-09T08:45:00Z",
  updatedAt: "2026-03-31T14:05:00Z",
};

const listDeviceCustomFields = readList({
  label: "List Device Custom Fields",
  description: "List the custom fields that managed devices can have values in.",
  list: deviceCustomFields,
  inputs: {},
  request: () => ({}),
  example: { resources: [exampleField] },
});

const createDeviceCustomField = change({
  label: "Create Device Custom Field",
  description: "Create a custom field for managed devices; it has no value on any of them yet.",
  operation: "POST /device-custom-fields",
  inputs: {
    fieldKey,
    description: textInput({
      label: "Description",
      comments: "What the custom field is for. Blank: none.",
      example: "Who pays for the device",
    }),
  },
  request: (body) => ({ body }),
  example: exampleField,
});

const updateDeviceCustomField = update({
  label: "Update Device Custom Field",
  description: "Rename a custom field of managed devices, or describe it anew; TeamViewer wants its name every time.",
  operation: "PUT /device-custom-fields/{id}",
  inputs: { customFieldId },
  fields: {
    fieldKey,
    description: textInput({
      label: "Description",
      comments:
        "What the custom field is for. Blank: not sent, and TeamViewer does not say whether the present one stays.",
      example: "Who pays for the device",
    }),
  },
  unconfirmed: ["description"],
  request: ({ customFieldId: id }, body) => ({ path: { id }, body }),
  example: exampleField,
});

const deleteDeviceCustomField = change({
  label: "Delete Device Custom Field",
  description: "Delete a custom field, so that no managed device can have a value in it any more.",
  irreversible: true,
  operation: "DELETE /device-custom-fields/{id}",
  inputs: { customFieldId },
  request: ({ customFieldId: id }) => ({ path: { id } }),
});

const listManagedDeviceCustomFields = readList({
  label: "List Managed Device Custom Fields",
  description: "List the values that a managed device has in custom fields, each with the ID of its field.",
  list: managedDeviceCustomFields,
  inputs: { managedDeviceId },
  request: ({ managedDeviceId: id }) => ({ path: { id } }),
  example: { customFieldValues: [exampleValue] },
});

const setManagedDeviceCustomField = change({
  label: "Set Managed Device Custom Field",
  description: "Give a managed device a value in a custom field, in place of the one that it has there.",
  operation: "POST /managed/devices/{id}/custom-fields/{fieldKeyId}",
  inputs: {
    managedDeviceId,
    customFieldId,
    value: textInput({
      label: "Value",
      comments: "The value as a text, for example 4711. To leave the field without one, delete its value instead.",
      example: "4711",
      required: true,
    }),
  },
  request: ({ managedDeviceId: id, customFieldId: fieldKeyId, value }) => ({
    path: { id, fieldKeyId },
    body: { value },
  }),
  example: exampleValue,
});

const deleteManagedDeviceCustomField = change({
  label: "Delete Managed Device Custom Field",
  description: "Delete the value that a managed device has in a custom field; the field itself stays.",
  operation: "DELETE /managed/devices/{id}/custom-fields/{fieldKeyId}",
  inputs: { managedDeviceId, customFieldId },
  request: ({ managedDeviceId: id, customFieldId: fieldKeyId }) => ({ path: { id, fieldKeyId } }),
});

const selectCustomField = picklist({
  label: "Select Custom Field",
  description: "Pick one of the custom fields of managed devices, by name.",
  records: (tv) => deviceCustomFields.pages(tv),
  key: (field) => field.fieldKeyId,
  name: (field) => [field.fieldKey],
  example: { key: exampleField.fieldKeyId, label: exampleField.fieldKey },
});

export const actions = {
  listDeviceCustomFields,
  createDeviceCustomField,
  updateDeviceCustomField,
  deleteDeviceCustomField,
  listManagedDeviceCustomFields,
  setManagedDeviceCustomField,
  deleteManagedDeviceCustomField,
};
export const dataSources = { selectCustomField };
