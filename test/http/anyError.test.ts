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
    { code: "about:blank", description: "The name is taken." },
  ],
  [{ errors: ["Too long.", { message: "Too short." }] }, { code: undefined, description: "Too long. Too short." }],
  [{ errorCode: "E2" }, { code: "E2", description: undefined }],
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
