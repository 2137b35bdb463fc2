/** Fields of one object that are shown together, and taken or left out together. */
import type { Inputs } from "@prismatic-io/spectral";
import { groupInput, inputValue } from "../../src/platform/groupInput";
import { integerInput, onOffInput, passwordInput, textInput } from "../../src/platform/inputs";
import { passwordsIn } from "../../src/platform/passwords";
import { refusalOf } from "../support/cleaning";

const fields = {
  name: textInput({ label: "Name", comments: "The name.", required: true }),
  port: integerInput({ label: "Port", comments: "The port.", maximum: 65_535 }),
  secure: onOffInput({ label: "Secure", comments: "Whether it is secure." }),
  pin: passwordInput({ label: "PIN", comments: "The secret." }),
};
const optional = groupInput({ label: "Server", comments: "The server.", fields });
const required = groupInput({ label: "Server", comments: "The server.", required: true, fields });

const cleaned = (group: object, value: unknown) => inputValue(group as Inputs[string], value);
const refusal = (group: object, value: unknown) => refusalOf(() => cleaned(group, value));

const blanks = [
  undefined,
  null,
  "",
  "  ",
  {},
  "{}",
  { name: "", port: null, pin: " " },
  '{"name": ""}',
  { name: [] },
].map((blank) => [blank]);

describe("a group", () => {
  test.each(blanks)("that is blank as a whole is left out: %j", (blank) => {
    expect(cleaned(optional, blank)).toBeUndefined();
  });

  test.each(blanks)("that is blank although it is needed is refused by its first required field: %j", (blank) => {
    expect(refusal(required, blank)).toMatch(/^Server: Name: (a value is required|a text is expected)/);
  });

  test.each([
    ["an object", { name: "a", port: "8080", secure: "true", pin: "" }],
    ["a text of JSON", '{"name": "a", "port": 8080, "secure": true}'],
  ])("comes as %s, and each field as its own input gives it", (_, given) => {
    expect(cleaned(optional, given)).toEqual({ name: "a", port: 8080, secure: true, pin: undefined });
  });

  test("with one field filled in needs those that are required", () => {
    expect(refusal(optional, { port: 1 })).toBe("Server: Name: a value is required.");
    expect(refusal(optional, { secure: false })).toBe("Server: Name: a value is required.");
  });

  test("names itself and the field that is refused", () => {
    expect(refusal(optional, { name: "a", port: 70_000 })).toBe("Server: Port: must be 65535 or less; this is 70000.");
  });

  test.each(["host", "__proto__", "constructor"])("refuses a field that it does not have: %s", (field) => {
    expect(refusal(optional, `{"name": "a", "${field}": "b"}`)).toBe(
      `Server: there is no field "${field}". Its fields are name, port, secure, pin.`,
    );
  });

  test("takes a field that it does not have for nothing where that is blank", () => {
    expect(cleaned(optional, { name: "a", host: " " })).toEqual({ name: "a" });
  });

  test.each([["[]"], [[1]], [5], ['"name"'], [true]])("refuses what is no object: %j", (given) => {
    expect(refusal(optional, given)).toBe("Server: an object with its fields is expected.");
  });

  test("refuses what is not JSON without showing it", () => {
    expect(refusal(optional, '{"pin": hunter22}')).toMatch(/^Server: is not valid JSON: (?!.*hunter22)/);
  });

  test("leaves cleaning to the whole: the platform cleans no field by itself", () => {
    const { clean } = optional.inputs.name as { clean?: (value: unknown) => unknown };
    expect(clean?.("")).toBe("");
  });
});

test("an input that is no group keeps its value", () => {
  expect(cleaned(fields.name, "{}")).toBe("{}");
});

test("the passwords of a group are found among its values", () => {
  const inputs = { server: optional as never, pin: fields.pin, name: fields.name };
  const values = { server: cleaned(optional, '{"name": "a", "pin": "s3cret"}'), pin: "other", name: "b" };
  expect(passwordsIn(inputs, values)).toEqual(["s3cret", "other"]);
});
