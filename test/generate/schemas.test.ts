import { runInNewContext } from "node:vm";
import Ajv, { type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { type Document, OpenAPIBackend } from "openapi-backend";
import * as realvnc from "../../generated/realvnc.schemas";
import * as teamviewer from "../../generated/teamviewer.schemas";
import * as tsmanage from "../../generated/tsmanage.schemas";
import { schemasModule } from "../../scripts/generate/schemas";
import type { Description, Vendor } from "../../spec/description";
import { anySchema, outputSchemaOf, succeededSchema } from "../../src/platform/outputSchema";
import { loadDescriptions, operationsIn, vendors } from "./descriptions";

const generated = { teamviewer: teamviewer.schemas, realvnc: realvnc.schemas, tsmanage: tsmanage.schemas };

type TeamViewerOperation = keyof typeof teamviewer.schemas.operations;

const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));

let descriptions: Record<Vendor, Description>;

beforeAll(async () => {
  descriptions = await loadDescriptions();
});

const textsOf = (vendor: Vendor): [operation: string, text: string][] =>
  Object.keys(generated[vendor].operations).map((operation) => [
    operation,
    outputSchemaOf<string>(generated[vendor], operation),
  ]);

const problems = (validate: ValidateFunction, answer: unknown) => (validate(answer) ? [] : validate.errors);

/** What is wrong with an answer of TeamViewer by the output schema of its operation. */
const problemsOf = (operation: TeamViewerOperation, answer: unknown) =>
  problems(ajv.compile(JSON.parse(outputSchemaOf(teamviewer.schemas, operation))), answer);

type Schema = Record<string, unknown>;

/** The schemas directly below one: of its fields, its entries and its alternatives. */
const below = ({ properties = {}, items, additionalProperties, anyOf = [] }: Schema): Schema[] =>
  [...Object.values(properties as Schema), items, additionalProperties, ...(anyOf as Schema[])].filter(
    (schema): schema is Schema => schema !== undefined,
  );

const keywordsOf = (schema: Schema): string[] => [...Object.keys(schema), ...below(schema).flatMap(keywordsOf)];

const tokensOf = ({ properties = {} }: Schema): string[] =>
  Object.keys(properties as object).filter((field) => /(pagination|continuation)_?token/i.test(field));

const keywords = "additionalProperties anyOf const contentEncoding enum format items properties required type";

/** An example of the answer, made by the description alone. */
const exampleMaker = async (vendor: Vendor) => {
  const definition = descriptions[vendor] as unknown as Document;
  const backend = new OpenAPIBackend({ definition, quick: true });
  await backend.init();
  return (operationId: string) => backend.mockResponseForOperation(operationId).mock;
};

const statuses = (vendor: Vendor, operation: string) =>
  Object.entries(operationsIn(descriptions[vendor])[operation]?.responses ?? {});

const hasBody = (vendor: Vendor, operation: string) =>
  statuses(vendor, operation).some(([status, { content }]) => /^20[012]$/.test(status) && content);

describe.each(vendors)("the output schemas of %s", (vendor) => {
  it("are there for every operation of the description, and for nothing else", () => {
    const operations = textsOf(vendor).map(([operation]) => operation);
    expect(operations.sort()).toEqual(Object.keys(operationsIn(descriptions[vendor])).sort());
  });

  it("are valid in draft 7, hold no reference and no keyword that only OpenAPI has", () => {
    for (const [operation, text] of textsOf(vendor)) {
      const schema = JSON.parse(text);
      expect([operation, ajv.validateSchema(schema), ajv.errors]).toEqual([operation, true, null]);
      expect(keywords.split(" ")).toEqual(expect.arrayContaining(keywordsOf(schema)));
    }
  });

  it("refer only to components that are there, and have no component that nothing needs", () => {
    const { components, operations } = generated[vendor];
    const named = [...Object.values(components), ...Object.values(operations)].flatMap((text) => [
      ...[...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, name]) => name),
      ...(/^\w+$/.test(text) ? [text] : []),
    ]);
    expect([...new Set(named)].sort()).toEqual(Object.keys(components).sort());
  });

  it("accept what the description gives as an answer", async () => {
    const exampleOf = await exampleMaker(vendor);
    const operations = operationsIn(descriptions[vendor]);
    for (const [operation, text] of textsOf(vendor)) {
      const { operationId = "" } = operations[operation] ?? {};
      if (!hasBody(vendor, operation)) continue;
      const example = exampleOf(operationId);
      expect([operation, problems(ajv.compile(JSON.parse(text)), example)]).toEqual([operation, []]);
    }
  });

  it("are the text of success where the vendor answers 204 alone or beside an empty 200", () => {
    const bodyless = textsOf(vendor).filter(
      ([operation]) => !hasBody(vendor, operation) && statuses(vendor, operation).some(([status]) => status === "204"),
    );
    expect(bodyless.filter(([, text]) => text !== succeededSchema)).toEqual([]);
    const successes = textsOf(vendor).filter(([, text]) => text === succeededSchema);
    expect(successes).toEqual(bodyless);
  });
});

describe("an output schema of TeamViewer", () => {
  it.each<[TeamViewerOperation, (state: unknown) => unknown]>([
    ["GET /devices", (online_state) => ({ devices: [{ online_state }] })],
    ["GET /contacts", (online_state) => ({ contacts: [{ online_state }] })],
    ["POST /sessions", (state) => ({ state, support_session_type: state })],
    ["GET /reports/connections", (support_session_type) => ({ records: [{ support_session_type }] })],
    ["GET /managed/devices/{id}/managers", (type) => ({ resources: [{ type, permissions: [type] }] })],
    ["PUT /managed/devices/{id}/managers", (type) => [{ type, permissions: [type] }]],
  ])("of %s accepts a state, type or permission as a word and as a number", (operation, answer) => {
    expect(problemsOf(operation, answer("Online"))).toEqual([]);
    expect(problemsOf(operation, answer(1))).toEqual([]);
    expect(problemsOf(operation, answer(99))).toEqual([]);
    expect(problemsOf(operation, answer(true))).not.toEqual([]);
  });

  it("accepts a point in time as a date-time, in its wrapper and as null", () => {
    const operation = "GET /patchmanagement/devices";
    const moment = "2026-03-01T08:30:00Z";
    for (const time of [moment, { _underlyingValue: moment }, null]) {
      expect(problemsOf(operation, { devices: [{ activation_time: time }] })).toEqual([]);
    }
    expect(problemsOf(operation, { devices: [{ activation_time: 5 }] })).not.toEqual([]);
  });

  it("accepts null as the token of the last page, or of the first", () => {
    const paged = textsOf("teamviewer").filter(([, text]) => tokensOf(JSON.parse(text)).length > 0);
    expect(paged.length).toBeGreaterThan(30);
    for (const [operation, text] of paged) {
      const { properties, type } = JSON.parse(text);
      const validate = ajv.compile({ type, properties });
      const lastPage = Object.fromEntries(tokensOf({ properties }).map((field) => [field, null]));
      expect([operation, problems(validate, lastPage)]).toEqual([operation, []]);
    }
  });

  it("accepts null where a note says that there may be none", () => {
    expect(problemsOf("GET /userroles/predefined", { PredefinedUserRoleId: null })).toEqual([]);
    expect(problemsOf("GET /usergroups/{groupId}/userroles", { assignedRoleId: null })).toEqual([]);
    expect(problemsOf("POST /EventLogging", { AuditEvents: [], ContinuationToken: null })).toEqual([]);
  });

  it("accepts one record and the list with one where the vendor answers either", () => {
    const device = { device_id: "d38463274", alias: "Front desk" };
    expect(problemsOf("GET /devices/{id}", device)).toEqual([]);
    expect(problemsOf("GET /devices/{id}", { devices: [device] })).toEqual([]);
    expect(problemsOf("GET /ssoDomain/{id}", { domains: [{ DomainName: "example.com" }] })).toEqual([]);
  });

  it("accepts fields that the description does not have, and misses none that it does not require", () => {
    expect(problemsOf("GET /company/license", { licenses: [{ licenseId: 1, aiCredits: { used: 3 } }] })).toEqual([]);
    expect(problemsOf("GET /account", {})).toEqual([]);
  });

  it("still tells the type of a field", () => {
    expect(problemsOf("GET /account", { userid: 7 })).toMatchObject([{ instancePath: "/userid" }]);
    expect(problemsOf("GET /devices", { devices: "none" })).toMatchObject([{ instancePath: "/devices" }]);
  });

  it("leaves open what the description leaves open", () => {
    expect(outputSchemaOf(teamviewer.schemas, "DELETE /iot/dashboards/{id}")).toBe(anySchema);
  });

  it("is that of a file for a screenshot", () => {
    const screenshot = "GET /reports/connections/{outgoingSessionReportId}/{screenshotId}/screenshot";
    expect(outputSchemaOf(teamviewer.schemas, screenshot)).toBe('{"type":"string","contentEncoding":"base64"}');
  });
});

describe("a field of a description", () => {
  const reference = { $ref: "#/components/schemas/Part" };
  const part = { type: "object", properties: {} };

  /** The output schema that a description with this field in an answer gives it. */
  const schemaOf = (field: object) => {
    const whole = { type: "object", properties: { field } };
    const responses = { 200: { content: { "application/json": { schema: whole } } } };
    const description = {
      openapi: "3.0.3",
      info: {},
      paths: { "/whole": { get: { responses } } },
      components: { schemas: { Part: part } },
    };
    const written = schemasModule("tsmanage", description).replace("export const schemas =", "");
    const schemas = runInNewContext(`(${written.replace(/;\s*$/, "")})`);
    return JSON.parse(outputSchemaOf(schemas, "GET /whole")).properties.field;
  };

  it.each<[string, object, object]>([
    ["a text that can be null", { type: "string", nullable: true }, { type: ["string", "null"] }],
    ["a text that is null by its note", { type: "string", "x-note": "null at first" }, { type: ["string", "null"] }],
    ["a record", reference, part],
    ["a record that can be null", { oneOf: [reference], nullable: true }, { anyOf: [part, { type: "null" }] }],
    ["a word of a list", { type: "string", enum: ["a", "it's \\"] }, { type: "string", enum: ["a", "it's \\"] }],
    [
      "a word of a list, or null",
      { type: "string", enum: ["a", "b"], nullable: true },
      { type: ["string", "null"], enum: ["a", "b", null] },
    ],
    ["a number of a list", { type: "integer", enum: [1, 2] }, { type: ["integer", "string"] }],
    ["a value of any kind", { type: "object", nullable: true }, {}],
    ["a text with limits", { type: "string", minLength: 1, maxLength: 3, pattern: "a" }, { type: "string" }],
    ["a number with bounds", { type: "integer", format: "int32", minimum: 1, example: 2 }, { type: "integer" }],
    ["bytes", { type: "string", format: "byte" }, { type: "string", contentEncoding: "base64" }],
    [
      "values by any name",
      { type: "object", additionalProperties: { type: "integer", format: "int64" } },
      { type: "object", additionalProperties: { type: "integer" } },
    ],
  ])("that is %s is described as JSON Schema does", (_, field, expected) => {
    expect(schemaOf(field)).toEqual(expected);
  });
});
