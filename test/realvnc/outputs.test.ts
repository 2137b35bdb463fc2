/** What the designer shows of outputs: schemas that hold what actions really answer, and examples that the vendor could give. */
import type { ServerOutputSchema } from "@prismatic-io/spectral/dist/serverTypes";
import Ajv from "ajv";
import type { Action } from "../../engine/component";
import { createContext } from "../../engine/context";
import { recordingLogger } from "../support/logger";
import { component, run, useRealVnc } from "../support/realvnc";
import { casesOf, singleKeys } from "./cases";
import { description } from "./judge";

const rv = useRealVnc();
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, formats: { "date-time": true } });

const schemaOf = (key: string) => {
  const declared = (component.actions[key] as { outputSchema?: ServerOutputSchema }).outputSchema;
  if (declared?.type !== "actionOutput") throw new Error(`${key} declares no output.`);
  return JSON.parse(declared.schema);
};

const problemsOf = (key: string, data: unknown) => {
  const accepts = ajv.compile(schemaOf(key));
  accepts(JSON.parse(JSON.stringify(data)));
  return accepts.errors ?? [];
};

test.each(Object.keys(component.actions))("the output schema of %s accepts its example payload", (key) => {
  expect(problemsOf(key, component.actions[key]?.examplePayload?.data)).toEqual([]);
});

const changing = singleKeys.filter((key) => component.actions[key]?.performSafety === "NOT_ALLOWED");

test.each(changing)("the designer can show what %s answers without a request", async (key) => {
  const { examplePerform } = component.actions[key] as { examplePerform?: Action["perform"] };
  const { required } = casesOf(rv)[key] ?? { required: {} };
  const context = createContext({ logger: recordingLogger().logger, debug: false });
  const shown = await examplePerform?.(context, { ...required, connection: rv.connection });
  expect(problemsOf(key, shown?.data)).toEqual([]);
  expect(rv.sandbox.requests).toEqual([]);
});

test.each(singleKeys)("the output schema of %s accepts what the vendor answers", async (key) => {
  const { required, all } = casesOf(rv)[key] ?? { required: {}, all: [] };
  expect(problemsOf(key, await run(key, rv.connection, required))).toEqual([]);
  rv.sandbox.store.reset();
  expect(problemsOf(key, await run(key, rv.connection, all[0]))).toEqual([]);
});

test.each([
  ["listComputers", "listEntries", ["next", "groups"]],
  ["listUsers", "listMembers", ["next", "groups"]],
  ["listPresence", "listEntryPresence", ["next"]],
  ["listAuditEvents", "getTeamEvents", ["next"]],
  ["getComputer", "readEntry", ["etag"]],
  ["renameComputer", "updateEntry", ["etag"]],
  ["getUser", "readMember", []],
  ["inviteUser", "inviteMember", ["groups"]],
  ["listComputerGroups", "listEntryGroups", []],
  ["getComputerGroup", "readEntryGroup", []],
  ["listGroupsOfComputer", "listEntryGroups_1", []],
  ["removeComputerFromGroup", "removeEntryFromGroup", []],
  ["listUserGroups", "listUserGroups", []],
  ["getUserGroup", "readUserGroup", []],
  ["listGroupsOfUser", "listMemberGroups", []],
] as [string, string, string[]][])(
  "the example payload of %s is what %s could answer, but for what is added: %j",
  async (key, operationId, added) => {
    const text = JSON.stringify(component.actions[key]?.examplePayload?.data);
    const own = JSON.parse(text, (name, value) => (added.includes(name) ? undefined : value));
    const { errors } = (await description()).validateResponse(own, operationId, 200);
    expect(errors ?? []).toEqual([]);
  },
);
