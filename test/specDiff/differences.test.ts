/** What a newer description of the vendor changes is told by operation, with the actions that it touches. */
import { at, createWorkspace, type Description, type Operation, operationIn } from "./support";

const workspace = createWorkspace();
afterAll(workspace.remove);
const { reportWith } = workspace;

test("an operation that is added comes with all that it knows, and touches no action", () => {
  const lines = reportWith(({ paths, components }) => {
    components.schemas.Label = {
      type: "object",
      required: ["text"],
      properties: { text: { type: "string", maxLength: 20 }, kind: { type: "string", enum: ["b", "a"] } },
    };
    const content = { "application/json": { schema: { $ref: "#/components/schemas/Label" } } };
    paths["/api/v1/devices/{id}/labels"] = {
      post: {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        requestBody: { required: true, content } as never,
        responses: { 200: { content } },
      },
    };
  });
  expect(lines).toEqual([
    "Added operations:",
    "  POST /devices/{id}/labels",
    "    + answer: object",
    "    + answer field kind: string, one of a, b",
    "    + answer field text: string, required, maxLength 20",
    "    + body: object, required",
    "    + body field kind: string, one of a, b",
    "    + body field text: string, required, maxLength 20",
    "    + path parameter id: string, required",
    "",
    "Operations: 1 added, 0 removed, 0 changed.",
    "Actions touched: none.",
  ]);
});

test("operations that are removed are sorted by path, each with the actions that reach it", () => {
  const lines = reportWith(({ paths }) => {
    delete at(paths, "/api/v1/users/{uid}/groups").post;
    delete at(paths, "/api/v1/iot/dashboards").get;
    delete paths["/api/v1/contacts/{id}"];
  });
  expect(lines).toEqual([
    "Removed operations:",
    "  DELETE /contacts/{id} (no action)",
    "  GET /contacts/{id} (getContact)",
    "  GET /iot/dashboards (no action)",
    "  POST /users/{uid}/groups (createGroup)",
    "",
    "Operations: 0 added, 4 removed, 0 changed.",
    "Actions touched: createGroup, getContact.",
  ]);
});

test("a new required field of a body is told for every operation that takes it", () => {
  const lines = reportWith(({ components: { schemas } }) => {
    const body = at(schemas, "GroupsPostParameters");
    body.properties.owner = { type: "object", properties: { mail: { type: "string", format: "email" } } };
    body.required = ["name", "owner"];
  });
  const added = ["    + body field owner: object, required", "    + body field owner.mail: string (email)"];
  expect(lines).toEqual([
    "Changed operations:",
    "  POST /groups (createGroup)",
    ...added,
    "  POST /users/{uid}/groups (createGroup)",
    ...added,
    "",
    "Operations: 0 added, 0 removed, 2 changed.",
    "Actions touched: createGroup.",
  ]);
});

/** The lines of one operation that is changed in one place. */
const changesOf = (change: (description: Description) => void) => {
  const lines = reportWith(change);
  expect(lines[0]).toBe("Changed operations:");
  return lines.slice(1, lines.indexOf(""));
};

const parameterOf = (description: Description, below: string, name: string): Operation["parameters"][number] => {
  const { parameters } = operationIn(description, "get", below);
  return at(Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter])), name);
};

test("values that a list gains and loses are told apart", () => {
  const widened = changesOf((description) => {
    parameterOf(description, "/contacts", "online_state").schema.enum = [0, 1, 2, 3, 4, 10, 5];
  });
  expect(widened).toEqual(["  GET /contacts (listContacts)", "    ~ query parameter online_state: also 5, 10"]);
  const another = changesOf((description) => {
    parameterOf(description, "/contacts", "online_state").schema.enum = [0, 1, 2, 3, 7];
  });
  expect(another).toContain("    ~ query parameter online_state: also 7; no longer 4");
});

test("a list of values that comes or goes is told as a whole", () => {
  const comes = changesOf((description) => {
    parameterOf(description, "/groups", "name").schema.enum = ["b", "a"];
  });
  expect(comes).toEqual(["  GET /groups (listGroups)", "    ~ query parameter name: only a, b"]);
  const goes = changesOf((description) => {
    parameterOf(description, "/contacts", "online_state").schema.enum = undefined;
  });
  expect(goes).toContain("    ~ query parameter online_state: any value instead of listed ones");
});

test("limits that change, come and go are told with both values", () => {
  const lines = changesOf(({ components: { schemas } }) => {
    const { properties } = at(schemas, "DevicesPutParameters");
    at(properties, "alias").maxLength = 100;
    at(properties, "description").maxLength = undefined;
    at(properties, "password").pattern = "^.{8}";
  });
  expect(lines).toEqual([
    "  PUT /devices/{id} (updateDevice)",
    "    ~ body field alias: maxLength 100 instead of 50",
    "    ~ body field description: no maxLength, which was 2048",
    "    ~ body field password: pattern ^.{8}",
  ]);
});

test("parameters that come, go, change their type or become required are told", () => {
  const lines = changesOf((description) => {
    const operation = operationIn(description, "get", "/groups");
    operation.parameters = operation.parameters.filter(({ name }) => name !== "shouldMatchFullName");
    operation.parameters.push({ name: "ids", in: "query", schema: { type: "array", items: { type: "string" } } });
    Object.assign(parameterOf(description, "/groups", "name"), { required: true });
    Object.assign(parameterOf(description, "/groups", "shared").schema, { type: "string" });
  });
  expect(lines).toEqual([
    "  GET /groups (listGroups)",
    "    + query parameter ids: array",
    "    + query parameter ids[]: string",
    "    ~ query parameter name: required",
    "    ~ query parameter shared: string instead of boolean",
    "    - query parameter shouldMatchFullName",
  ]);
});

test("a field that may now be of several types is told, with what it can hold", () => {
  const lines = changesOf(({ components: { schemas } }) => {
    const owner = { type: "object", properties: { mail: { type: "string" } } };
    at(schemas, "DevicesPutParameters").properties.alias = { oneOf: [{ type: "string", enum: ["none"] }, owner] };
    at(schemas, "DevicesPutParameters").properties.groupid = {
      type: "object",
      additionalProperties: {
        anyOf: [
          { type: "integer", enum: [1] },
          { type: "string", enum: ["a"] },
        ],
      },
    };
  });
  expect(lines).toEqual([
    "  PUT /devices/{id} (updateDevice)",
    "    ~ body field alias: object or string instead of string; no minLength, which was 0; no maxLength, which was 50",
    "    + body field alias.mail: string",
    "    ~ body field groupid: object instead of string",
    "    + body field groupid.*: integer or string, one of 1, a",
  ]);
});

test("a body that is no longer JSON is told by its media type", () => {
  const lines = changesOf((description) => {
    const { requestBody } = operationIn(description, "put", "/devices/{id}");
    requestBody.content = { "application/octet-stream": { schema: { type: "string", format: "binary" } } };
  });
  expect(lines).toContain("    ~ body: string (binary) as application/octet-stream instead of object");
  expect(lines).toContain("    - body field alias");
});

test("fields of an answer that come and go are told, also in the entries of a list", () => {
  const lines = changesOf(({ components: { schemas } }) => {
    const list = at(schemas, "GetAllContactsResponse");
    list.properties.contacts = { type: "array", items: { type: "object", properties: { mail: { type: "string" } } } };
  });
  expect(lines).toContain("    + answer field contacts[].mail: string");
  expect(lines).toContain("    - answer field contacts[].contact_id");
});

test("an operation that the vendor now advises against is told", () => {
  const lines = changesOf((description) => {
    operationIn(description, "get", "/groups").deprecated = true;
  });
  expect(lines).toEqual(["  GET /groups (listGroups)", "    ~ deprecated"]);
});
