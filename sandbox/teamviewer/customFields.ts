import { noContent, ok } from "../core/answers";
import { collection } from "../core/collection";
import { badRequest, notFound } from "../core/errors";
import type { Seeding } from "../core/families";
import { random } from "../core/random";
import { keyed, times } from "../core/seed";
import { day, isoDate, nowIso } from "../core/time";
import type { AnyCall, Handlers, Schema } from "./calls";
import { type ManagedDevice, type ManagedDeviceState, managedDevices } from "./managedDevices";

export type CustomField = Required<Schema<"DeviceCustomFieldConfiguration">>;
export type CustomFieldValue = Required<Schema<"DeviceCustomField">>;

export interface CustomFieldState {
  customFields: Map<string, CustomField>;
  /** The values of a device, by the ID of the device and then of the field. */
  customFieldValues: Map<string, Map<string, CustomFieldValue>>;
}

type Reach = AnyCall<CustomFieldState & ManagedDeviceState>;

export const counts = { customFields: 3 };

const keys = ["Cost centre", "Asset number", "Location"];

const seedFields = (count: number, now: number): CustomField[] => {
  const chance = random("custom fields");
  return times(count, (index) => ({
    fieldKeyId: chance.uuid(),
    fieldKey: keys[index] ?? `Field ${index + 1}`,
    fieldType: "Text",
    description: index === 0 ? "Who pays for the device" : "",
    createdAt: isoDate(now - 60 * day),
    updatedAt: isoDate(now - 30 * day),
  }));
};

/** Every tenth device has a value in the first field. */
const seedValues = ([field]: CustomField[], devices: ManagedDevice[]) => {
  const chance = random("custom field values");
  const valued = field ? devices.filter((_, index) => index % 10 === 0) : [];
  return valued.map(({ id }, index): [string, CustomFieldValue] => {
    const { fieldKeyId = "", createdAt = "", updatedAt = "" } = field ?? {};
    return [id, { id: chance.uuid(), fieldKeyId, value: String(4711 + (index % 9)), createdAt, updatedAt }];
  });
};

export const seed = ({
  count,
  now,
  managedDevices: devices,
}: Seeding<typeof counts, ManagedDeviceState>): CustomFieldState => {
  const fields = seedFields(count.customFields, now);
  const values = seedValues(fields, [...devices.values()]);
  return {
    customFields: keyed(fields, ({ fieldKeyId }) => fieldKeyId),
    customFieldValues: new Map(values.map(([deviceId, value]) => [deviceId, new Map([[value.fieldKeyId, value]])])),
  };
};

const customFields = collection({
  name: "Custom field",
  records: ({ store }: Reach) => store.customFields,
  key: ({ fieldKeyId }) => fieldKeyId,
});

/** A name that no other field has. */
const freeKey = (call: Reach, fieldKey: string, except?: CustomField): string => {
  if (!fieldKey.trim()) throw badRequest("fieldKey may not be empty.");
  if (customFields.list(call).some((field) => field !== except && field.fieldKey === fieldKey)) {
    throw badRequest(`A custom field '${fieldKey}' already exists.`);
  }
  return fieldKey;
};

/** The values of a device of the path. */
const valuesOf = (call: Reach, deviceId: string): Map<string, CustomFieldValue> => {
  const { id } = managedDevices.find(call, deviceId);
  const values = call.store.customFieldValues.get(id) ?? new Map<string, CustomFieldValue>();
  call.store.customFieldValues.set(id, values);
  return values;
};

export const handlers = {
  DeviceCustomFields_List: (call) => ok({ resources: customFields.list(call) }),

  DeviceCustomFields_Post: (call) => {
    const { fieldKey, description = "" } = call.body;
    const at = nowIso(call.now);
    return ok(
      customFields.add(call, {
        fieldKeyId: call.store.newGuid(),
        fieldKey: freeKey(call, fieldKey),
        fieldType: "Text",
        description,
        createdAt: at,
        updatedAt: at,
      }),
    );
  },

  DeviceCustomFields_Put: (call) => {
    const { fieldKey, description } = call.body;
    const field = customFields.find(call, call.path.id);
    return ok(
      customFields.change(call, field.fieldKeyId, {
        fieldKey: freeKey(call, fieldKey, field),
        description,
        updatedAt: nowIso(call.now),
      }),
    );
  },

  DeviceCustomFields_Delete: (call) => {
    const { fieldKeyId } = customFields.remove(call, call.path.id);
    for (const values of call.store.customFieldValues.values()) values.delete(fieldKeyId);
    return noContent();
  },

  ManagedDevices_GetCustomFields: (call) => ok({ customFieldValues: [...valuesOf(call, call.path.id).values()] }),

  ManagedDevices_SetCustomField: (call) => {
    const values = valuesOf(call, call.path.id);
    const { fieldKeyId } = customFields.find(call, call.path.fieldKeyId);
    const at = nowIso(call.now);
    const before = values.get(fieldKeyId) ?? { id: call.store.newGuid(), createdAt: at };
    const value = { ...before, fieldKeyId, value: call.body.value, updatedAt: at };
    values.set(fieldKeyId, value);
    return ok(value);
  },

  ManagedDevices_DeleteCustomField: (call) => {
    const { fieldKeyId } = call.path;
    if (!valuesOf(call, call.path.id).delete(fieldKeyId)) throw notFound("Value of custom field", fieldKeyId);
    return noContent();
  },
} satisfies Handlers<Reach>;
