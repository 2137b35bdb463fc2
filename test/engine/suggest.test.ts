import { nearest, suggestion } from "../../engine/suggest";

const keys = ["listDevices", "listManagedDevices", "getDevice", "deleteDevice", "listUsers", "echo"];

test.each([
  ["listDevice", "listDevices"],
  ["listdevices", "listDevices"],
  ["ManagedDevices", "listManagedDevices"],
  ["getDevcie", "getDevice"],
  ["ecco", "echo"],
  ["ehco", "echo"],
])("what is a slip away from a key is taken for it: %s", (wanted, expected) => {
  expect(nearest(wanted, keys)).toBe(expected);
});

test.each(["sendInvoice", "get", "list", "device", "users", "eggs", "x"])(
  "what is another word, or a part of many keys, is taken for none: %s",
  (wanted) => {
    expect(nearest(wanted, keys)).toBeUndefined();
    expect(suggestion(wanted, keys)).toBe("");
  },
);
