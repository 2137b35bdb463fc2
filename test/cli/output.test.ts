import { toJson } from "../../cli/json";
import { createSecrets } from "../../cli/secrets";

const secretsWith = (...values: unknown[]) => {
  const secrets = createSecrets();
  secrets.add(...values);
  return secrets;
};
const printed = (value: unknown, ...secrets: unknown[]) => JSON.parse(toJson(value, secretsWith(...secrets)));

describe("a secret", () => {
  test.each([
    ["as it is", 'the a+b/c"d is here'],
    ["URL-encoded", "?token=a%2Bb%2Fc%22d&x=1"],
    ["escaped in JSON", '{"token":"a+b/c\\"d"}'],
    ["in base64", Buffer.from('a+b/c"d').toString("base64")],
  ])("is replaced %s", (_form, text) => {
    const redacted = secretsWith('a+b/c"d').redact(text);
    expect(redacted).toContain("[redacted]");
    expect(redacted).not.toMatch(/a(\+|%2B)b|YStiL2MiZA/);
  });

  test("that is short is replaced only where it stands alone", () => {
    expect(secretsWith("ab").redact("ab, a table, -ab-")).toBe("[redacted], a table, -[redacted]-");
  });

  test("that holds another one is replaced as a whole", () => {
    expect(secretsWith("hunter", "hunter22").redact("hunter22 hunter")).toBe("[redacted] [redacted]");
  });

  test("is replaced without the white space around it", () => {
    expect(secretsWith(" hunter22\n").redact("hunter22")).toBe("[redacted]");
  });

  test("that is blank replaces nothing", () => {
    expect(secretsWith("", "  ", undefined, null, {}).redact("a  b")).toBe("a  b");
  });

  test("is replaced in keys, values, numbers and bytes of a result", () => {
    const value = { hunter22: ["x hunter22"], number: 12345678, bytes: Buffer.from("ä hunter22") };
    expect(printed(value, "hunter22", "12345678")).toEqual({
      "[redacted]": ["x [redacted]"],
      number: "[redacted]",
      bytes: { base64: Buffer.from("ä [redacted]").toString("base64") },
    });
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
