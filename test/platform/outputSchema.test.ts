import { action, component } from "@prismatic-io/spectral";
import {
  anySchema,
  attachOutputSchema,
  outputSchemaOf,
  partSchemaOf,
  succeededSchema,
  withOutputSchema,
} from "../../src/platform/outputSchema";

const schemas = {
  components: {
    Device: '{"type":"object","properties":{"id":{"type":"string"},"owner":{"$ref":"User"},"user":{"$ref":"User"}}}',
    User: '{"type":"object","properties":{"name":{"type":"string"}}}',
    Folder: '{"type":"object","properties":{"folders":{"type":"array","items":{"$ref":"Folder"}}}}',
  },
  operations: {
    "GET /devices": '{"type":"array","items":{"$ref":"Device"}}',
    "GET /devices/{id}": "Device",
    "GET /folders": "Folder",
    "DELETE /devices/{id}": "",
  },
};

const user = { type: "object", properties: { name: { type: "string" } } };
const device = { type: "object", properties: { id: { type: "string" }, owner: user, user } };

describe("the output schema of an operation", () => {
  it("has the referenced schemas in place, each time that one is referred to", () => {
    expect(JSON.parse(outputSchemaOf(schemas, "GET /devices/{id}"))).toEqual(device);
    expect(JSON.parse(outputSchemaOf(schemas, "GET /devices"))).toEqual({ type: "array", items: device });
  });

  it("ends where a schema holds itself", () => {
    const folders = { type: "array", items: {} };
    expect(JSON.parse(outputSchemaOf(schemas, "GET /folders"))).toEqual({ type: "object", properties: { folders } });
  });

  it("is the text of success where the vendor answers no body", () => {
    expect(outputSchemaOf(schemas, "DELETE /devices/{id}")).toBe(succeededSchema);
  });

  it("can be asked for a part of an answer", () => {
    expect(JSON.parse(partSchemaOf(schemas, "User"))).toEqual(user);
    expect(JSON.parse(partSchemaOf(schemas, '{"type":"array","items":{"$ref":"User"}}')).items).toEqual(user);
  });

  it("does not exist for an operation that the description does not have", () => {
    // @ts-expect-error
    expect(() => outputSchemaOf(schemas, "GET /printers")).toThrow(
      "The API description has no operation GET /printers.",
    );
    // @ts-expect-error
    expect(() => outputSchemaOf(schemas, "toString")).toThrow("no operation toString");
  });
});

it("the schemas of what is no operation's answer are JSON Schemas", () => {
  expect(JSON.parse(succeededSchema)).toEqual({ type: "string", const: "ACTION SUCCEEDED" });
  expect(JSON.parse(anySchema)).toEqual({});
});

describe("attached output schemas", () => {
  const definition = {};

  const attached = (text = () => outputSchemaOf(schemas, "GET /devices/{id}")) =>
    attachOutputSchema({ key: "getDevice" }, withOutputSchema({ ...definition }, text));

  it("read like one that spectral converts", () => {
    const { own } = component({
      key: "example",
      public: false,
      display: { label: "Example", description: "Example", iconPath: "icon.png" },
      connections: [],
      actions: {
        own: action({
          display: { label: "Get Device", description: "Get one device." },
          inputs: {},
          perform: async () => ({ data: {} }),
          outputSchema: { type: "actionOutput", schema: device },
        }),
      },
    }).actions;
    expect(attached().outputSchema).toEqual(own?.outputSchema);
  });

  it("are missed where an action was declared without one", () => {
    expect(() => attachOutputSchema({ key: "getPrinter" }, definition)).toThrow(
      "The action getPrinter has no output schema.",
    );
  });
});
