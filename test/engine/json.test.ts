import { toJson } from "../../engine/json";
import { createSecrets } from "../../src/http/redact";

const printed = (value: unknown, ...secrets: unknown[]) => JSON.parse(toJson(value, createSecrets(...secrets)));

test("a secret is replaced in keys, values, numbers and bytes of a result", () => {
  const value = { hunter22: ["x hunter22"], number: 12345678, bytes: Buffer.from("ä hunter22") };
  expect(printed(value, "hunter22", "12345678")).toEqual({
    "[redacted]": ["x [redacted]"],
    number: "[redacted]",
    bytes: { base64: Buffer.from("ä [redacted]").toString("base64") },
  });
});

test("bytes are printed in base64, with their content type where they have one", () => {
  const data = Buffer.from([1, 2]);
  expect(printed({ plain: data, file: { data, contentType: "image/png" }, view: new Uint8Array(data) })).toEqual({
    plain: { base64: "AQI=" },
    file: { contentType: "image/png", base64: "AQI=" },
    view: { base64: "AQI=" },
  });
});

test("what JSON does not have is printed all the same", () => {
  const circular: { self?: unknown } = {};
  circular.self = circular;
  expect(printed({ date: new Date(0), big: 10n, circular, none: undefined })).toEqual({
    date: "1970-01-01T00:00:00.000Z",
    big: "10",
    circular: { self: "[circular]" },
  });
  expect(printed(undefined)).toBeNull();
});
