import { readAnyError } from "../../src/http/anyError";

test.each([
  [{ message: "No such member." }, { code: undefined, description: "No such member." }],
  [
    { code: "not_found", message: "No such member." },
    { code: "not_found", description: "No such member." },
  ],
  [{ error: "invalid_request" }, { code: undefined, description: "invalid_request" }],
  [
    { error: "invalid", error_description: "Too long." },
    { code: "invalid", description: "Too long." },
  ],
  [{ error: { code: "E1", message: "Locked." } }, { code: "E1", description: "Locked." }],
  [
    { type: "about:blank", title: "Conflict", status: 409, detail: "The name is taken." },
    { code: undefined, description: "The name is taken." },
  ],
  [
    {
      type: "https://tools.ietf.org/html/rfc9110#section-15.5.1",
      title: "One or more validation errors occurred.",
      errors: { memberIds: ["is missing", "is no list"], $: [], sgid: "is odd" },
    },
    {
      code: undefined,
      description: "One or more validation errors occurred. memberIds: is missing; is no list; sgid: is odd",
    },
  ],
  [{ errors: ["Too long.", { message: "Too short." }] }, { code: undefined, description: "Too long. Too short." }],
  [
    { statusCode: 400, message: ["memberIds must be an array", "id is odd"], error: "Bad Request" },
    { code: undefined, description: "memberIds must be an array; id is odd" },
  ],
  [
    { detail: [{ loc: ["body", "memberIds"], msg: "Field required", type: "missing" }] },
    { code: undefined, description: "Field required" },
  ],
  [[{ message: "Too long." }, "too short"], { description: "Too long. too short" }],
  [
    { message: { message: "Locked." }, code: "E3" },
    { code: "E3", description: "Locked." },
  ],
  [{ errors: "both are odd" }, { code: undefined, description: "both are odd" }],
  [{ error: ["is odd", "is long"] }, { code: undefined, description: "is odd; is long" }],
  [{ errorCode: "E2" }, { code: "E2" }],
  [" Not today. ", { description: "Not today." }],
])("%j is read as the vendor's words", (body, error) => {
  expect(readAnyError(body)).toEqual(error);
});

test.each([
  [undefined],
  [null],
  [{}],
  [[]],
  [7],
  [""],
  ["x".repeat(501)],
  [{ message: "" }],
  [{ message: 7, errors: [] }],
  [{ errors: [{}] }],
  [{ error: {} }],
])("in %j there are no words", (body) => {
  expect(readAnyError(body)).toBeUndefined();
});

test("errors in errors without an end are not followed for ever", () => {
  const depth = 100_000;
  const nested = (open: string, close: string) => JSON.parse(`${open.repeat(depth)}1${close.repeat(depth)}`);
  expect(readAnyError(nested('{"error":', "}"))).toBeUndefined();
  expect(readAnyError(nested('{"errors":[', "]}"))).toBeUndefined();
  expect(readAnyError(nested('{"message":[', "]}"))).toBeUndefined();
  expect(readAnyError(nested("[", "]"))).toBeUndefined();
  expect(readAnyError({ errors: [{ errors: [{ message: "Deep." }] }] })?.description).toBe("Deep.");
});
