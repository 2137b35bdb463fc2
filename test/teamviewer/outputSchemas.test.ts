/** What the designer shows of an action's output before the action has run: the schemas of the built component. */
import type { ServerOutputSchema } from "@prismatic-io/spectral/dist/serverTypes";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { schemas } from "../../generated/teamviewer.schemas";
import { outputSchemaOf } from "../../src/platform/outputSchema";
import { component } from "../support/component";
import { exceptionsOf } from "../support/exceptions";
import { actionKeys } from "../support/inputs";
import { answerOf } from "../support/recording";
import { useRequests } from "../support/requests";

const api = useRequests();
const ajv = addFormats(new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }));

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
}

const declaredBy = (key: string) => (component.actions[key] as { outputSchema?: ServerOutputSchema }).outputSchema;

const schemaOf = (key: string): Schema => {
  const declared = declaredBy(key);
  if (declared?.type !== "actionOutput") throw new Error(`${key} declares no output.`);
  return JSON.parse(declared.schema);
};

const partOf = (schema: Schema | undefined, at: (string | 0)[]) =>
  at.reduce((part, step) => (step === 0 ? part?.items : part?.properties?.[step]), schema);

/** A file stands in JSON as base64. */
const inJson = (data: unknown): unknown =>
  Buffer.isBuffer(data) ? data.toString("base64") : JSON.parse(JSON.stringify(data));

test.each(Object.keys(component.actions))(
  "the output schema of %s is valid in draft 7 and accepts the example payload",
  (key) => {
    const schema = schemaOf(key);
    expect(declaredBy(key)).toEqual({ type: "actionOutput", schema: expect.any(String) });
    ajv.validateSchema({ $schema: "http://json-schema.org/draft-07/schema#", ...schema });
    expect(ajv.errors ?? []).toEqual([]);
    const accepts = ajv.compile(schema);
    accepts(inJson(component.actions[key]?.examplePayload?.data));
    expect(accepts.errors ?? []).toEqual([]);
  },
);

test.each(actionKeys.filter((key) => answerOf(key) !== undefined))(
  "the output schema of %s is that of its operation, or of the part of it that the action gives",
  async (key) => {
    const ofOperation = JSON.parse(outputSchemaOf<string>(schemas, await api.operationOf(key)));
    const at = exceptionsOf("partOfTheAnswer", key).flatMap((part) => part.at);
    expect(schemaOf(key)).toEqual(partOf(ofOperation, at));
  },
);

test.each(actionKeys.filter((key) => answerOf(key) === undefined))(
  "the output schema of %s is the text of success, for its operation answers no body",
  async (key) => {
    expect(schemaOf(key)).toEqual({ type: "string", const: "ACTION SUCCEEDED" });
    expect(outputSchemaOf<string>(schemas, await api.operationOf(key))).toBe(JSON.stringify(schemaOf(key)));
  },
);

test("the output of a raw request can be anything", () => {
  expect(schemaOf("rawRequest")).toEqual({});
});
