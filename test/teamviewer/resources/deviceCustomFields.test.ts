import { pick, run, runLogged } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

const fields = () => tv.sandbox.store.customFields;
const managedDeviceId = () => firstOf(tv.sandbox.store.managedDevices.keys());

const newField = async () =>
  (
    (await run("createDeviceCustomField", tv.user, { fieldKey: "Owner", description: "Who has it" })) as {
      fieldKeyId: string;
    }
  ).fieldKeyId;

test("a custom field is created, renamed, offered and deleted", async () => {
  const customFieldId = await newField();
  expect(fields().get(customFieldId)).toMatchObject({ fieldKey: "Owner", description: "Who has it" });
  expect(await run("updateDeviceCustomField", tv.user, { customFieldId, fieldKey: "Holder" })).toMatchObject({
    fieldKey: "Holder",
  });
  expect(fields().get(customFieldId)).toMatchObject({ fieldKey: "Holder", description: "Who has it" });
  expect(await pick("selectCustomField", tv.user)).toContainEqual({ key: customFieldId, label: "Holder" });
  expect(await run("deleteDeviceCustomField", tv.user, { customFieldId })).toBe("ACTION SUCCEEDED");
  expect(fields().has(customFieldId)).toBe(false);
});

test("the description of a custom field can be emptied", async () => {
  const customFieldId = await newField();
  await run("updateDeviceCustomField", tv.user, { customFieldId, fieldKey: "Owner", fieldsToClear: "description" });
  expect(fields().get(customFieldId)).toMatchObject({ fieldKey: "Owner", description: "" });
});

test("all custom fields are listed", async () => {
  expect(await run("listDeviceCustomFields", tv.user)).toEqual({ resources: [...fields().values()] });
});

test("a device gets a value, another one in its place, and none", async () => {
  const customFieldId = await newField();
  const inputs = { managedDeviceId: managedDeviceId(), customFieldId };
  const values = async () =>
    (
      (await run("listManagedDeviceCustomFields", tv.user, inputs)) as {
        customFieldValues: { fieldKeyId: string; value: string }[];
      }
    ).customFieldValues.flatMap(({ fieldKeyId, value }) => (fieldKeyId === customFieldId ? [value] : []));
  expect(await values()).toEqual([]);
  expect(await run("setManagedDeviceCustomField", tv.user, { ...inputs, value: "Jan Nowak" })).toMatchObject({
    fieldKeyId: customFieldId,
    value: "Jan Nowak",
  });
  await run("setManagedDeviceCustomField", tv.user, { ...inputs, value: "Maria Keller" });
  expect(await values()).toEqual(["Maria Keller"]);
  await run("deleteManagedDeviceCustomField", tv.user, inputs);
  expect(await values()).toEqual([]);
  const { error } = await runLogged("deleteManagedDeviceCustomField", tv.user, inputs);
  expect(error?.message).toContain("HTTP 404");
});

test("a custom field that is deleted is gone from the devices", async () => {
  const [customFieldId = ""] = fields().keys();
  const { customFieldValues } = tv.sandbox.store;
  expect(customFieldValues.get(managedDeviceId())?.has(customFieldId)).toBe(true);
  await run("deleteDeviceCustomField", tv.user, { customFieldId });
  expect([...customFieldValues.values()].filter((values) => values.has(customFieldId))).toEqual([]);
});

test("a blank value is refused before anything is sent", async () => {
  const { error } = await runLogged("setManagedDeviceCustomField", tv.user, {
    managedDeviceId: managedDeviceId(),
    customFieldId: firstOf(fields().keys()),
    value: "",
  });
  expect(error?.message).toBe("Value: a value is required.");
  expect(tv.sandbox.requests).toEqual([]);
});
