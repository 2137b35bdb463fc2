import path from "node:path";
import ts from "typescript";

const root = path.join(__dirname, "../..");

type Case = [promise: string, code: string];

/** Every case is one file below `src`. A line that must not compile ends in `// wrong`; a case without one must compile. */
const ofTheClient: Case[] = [
  [
    "a request as the description has it compiles",
    `const { id } = await client.request("POST /groups", { body: { name: "Warsaw Office" } });
     await client.request("PUT /groups/{id}", { path: { id: String(id) }, body: { name: "Front Desk" } });
     const { devices } = await client.request("GET /devices", { query: { groupid: "g1" } });
     const name: string | undefined = devices?.[0]?.alias;
     await client.request("GET /ping");
     await client.request("DELETE /contacts/{id}", { path: { id: name ?? "c1" } });`,
  ],
  [
    "a body field and its nested object compile",
    `await client.request("POST /sessions", { body: { end_customer: { name: "Jan", email: "jan@example.com" } } });`,
  ],
  [
    "a body in a variable compiles",
    `const body = { name: "Jan" }; await client.request("PUT /groups/{id}", { path: { id: "g1" }, body });`,
  ],
  [
    "the rest of an action's inputs compiles as a body",
    `const inputs = { groupId: "g1", name: "Jan", policy_id: undefined as string | undefined };
     const { groupId, ...body } = inputs;
     await client.request("PUT /groups/{id}", { path: { id: groupId }, body });`,
  ],
  ["extra query parameters compile", `await client.request("GET /contacts", { extraQuery: { anything: "goes" } });`],
  [
    "the objects of a list compile",
    `await client.request("POST /groups/{id}/share_group", { path: { id: "g1" }, body: { users: [{ userid: "u1", permissions: "read" }] } });`,
  ],
  ["a wrong path does not compile", `await client.request("GET /kontacts"); // wrong`],
  ["a path with its ID filled in does not compile", `await client.request("GET /contacts/c1"); // wrong`],
  ["a method that the path lacks does not compile", `await client.request("PATCH /ping"); // wrong`],
  ["a missing path parameter does not compile", `await client.request("GET /contacts/{id}", { path: {} }); // wrong`],
  ["a missing path does not compile", `await client.request("GET /contacts/{id}"); // wrong`],
  [
    "a misspelt path parameter does not compile",
    `await client.request("GET /contacts/{id}", { path: { ID: "c1" } }); // wrong`,
  ],
  [
    "a path parameter too many does not compile",
    `await client.request("GET /contacts/{id}", { path: { id: "c1", gid: "g1" } }); // wrong`,
  ],
  [
    "a path parameter that may be missing does not compile",
    `await client.request("GET /contacts/{id}", { path: { id: undefined as string | undefined } }); // wrong`,
  ],
  [
    "an unknown query parameter does not compile",
    `await client.request("GET /contacts", { query: { groupId: "g1" } }); // wrong`,
  ],
  [
    "an unknown query parameter in a variable does not compile",
    `const query = { groupId: "g1" };\nawait client.request("GET /contacts", { query }); // wrong`,
  ],
  [
    "a query where there is none does not compile",
    `await client.request("GET /ping", { query: { a: "b" } }); // wrong`,
  ],
  ["a body where there is none does not compile", `await client.request("GET /ping", { body: { a: "b" } }); // wrong`],
  ["a missing body does not compile", `await client.request("PUT /groups/{id}", { path: { id: "g1" } }); // wrong`],
  [
    "a misspelt body field does not compile",
    `await client.request("PUT /groups/{id}", { path: { id: "g1" }, body: { nam: "Jan" } }); // wrong`,
  ],
  [
    "a misspelt body field beside a right one does not compile",
    `await client.request("PUT /groups/{id}", { path: { id: "g1" }, body: { name: "Jan", policyId: "x" } }); // wrong`,
  ],
  [
    "a misspelt body field in a variable does not compile",
    `const body = { name: "Jan", policyId: "x" };\nawait client.request("PUT /groups/{id}", { path: { id: "g1" }, body }); // wrong`,
  ],
  [
    "a misspelt body field in the rest of an action's inputs does not compile",
    `const { groupId, ...body } = { groupId: "g1", name: "Jan", policyId: "x" };\nawait client.request("PUT /groups/{id}", { path: { id: groupId }, body }); // wrong`,
  ],
  [
    "a misspelt nested field does not compile",
    `await client.request("POST /sessions", { body: { end_customer: { nam: "Jan" } } }); // wrong`,
  ],
  [
    "a misspelt nested field in a variable does not compile",
    `const end_customer = { name: "Jan", mail: "x" };\nawait client.request("POST /sessions", { body: { end_customer } }); // wrong`,
  ],
  [
    "a misspelt field in an object of a list does not compile",
    `await client.request("POST /groups/{id}/share_group", { path: { id: "g1" }, body: { users: [{ userid: "u1", permission: "read" }] } }); // wrong`,
  ],
  [
    "a misspelt field in a list in a variable does not compile",
    `const users = [{ userid: "u1", permissions: "read" as const, permission: "read" }];\nawait client.request("POST /groups/{id}/share_group", { path: { id: "g1" }, body: { users } }); // wrong`,
  ],
  [
    "a body field of the wrong type does not compile",
    `await client.request("PUT /groups/{id}", { path: { id: "g1" }, body: { name: 5 } }); // wrong`,
  ],
  [
    "a query parameter of the wrong type does not compile",
    `await client.request("GET /contacts", { query: { groupid: true } }); // wrong`,
  ],
  [
    "a part of the request that does not exist does not compile",
    `await client.request("GET /contacts", { params: { groupid: "g1" } }); // wrong`,
  ],
  [
    "a field that the answer lacks does not compile",
    `const answer = await client.request("GET /ping");\nanswer.tokenValid; // wrong`,
  ],
  [
    "a file compiles when it is asked for as one, and is bytes",
    `const path = { outgoingSessionReportId: "1", screenshotId: "2" };
     const bytes: Buffer = await client.request("GET /reports/connections/{outgoingSessionReportId}/{screenshotId}/screenshot", { path, as: "file" });`,
  ],
  [
    "a file that is not asked for as one does not compile",
    `const path = { outgoingSessionReportId: "1", screenshotId: "2" };\nawait client.request("GET /reports/connections/{outgoingSessionReportId}/{screenshotId}/screenshot", { path }); // wrong`,
  ],
  [
    "an answer that is no file does not compile as one",
    `await client.request("GET /contacts", { as: "file" }); // wrong`,
  ],
  [
    "a header where the operation has none does not compile",
    `await client.request("GET /contacts", { headers: { "If-Match": "1" } }); // wrong`,
  ],
  [
    "a header that an operation needs or may have compiles",
    `const member = { path: { userId: "u1" }, body: { roles: ["USER" as const] } };
     const entry = { path: { entryId: "e1" }, body: { name: "Desk" } };
     await realvnc.request("PATCH /1.0/members/{userId}", { ...member, headers: { "If-Match": "1" } });
     await realvnc.request("PATCH /1.0/entries/{entryId}", { ...entry, headers: { "If-Match": "1" } });
     await realvnc.request("PATCH /1.0/entries/{entryId}", entry);`,
  ],
  [
    "a missing header that the operation needs does not compile",
    `const member = { path: { userId: "u1" }, body: { roles: ["USER" as const] } };\nawait realvnc.request("PATCH /1.0/members/{userId}", member); // wrong`,
  ],
  [
    "a misspelt header does not compile",
    `const entry = { path: { entryId: "e1" }, body: { name: "Desk" } };\nawait realvnc.request("PATCH /1.0/entries/{entryId}", { ...entry, headers: { "if-match": "1" } }); // wrong`,
  ],
];

const ofTheDeclarations: Case[] = [
  [
    "an action with its request and its example compiles",
    `read({ ...text, operation: "GET /contacts/{id}", inputs: { contactId }, request: ({ contactId: id }) => ({ path: { id } }), example: { contacts: [{ contact_id: "c1" }] } });
     read({ ...text, operation: "GET /ping", example: { token_valid: true } });
     change({ ...text, operation: "PUT /groups/{id}", inputs: { groupId, name }, request: ({ groupId: id, ...body }) => ({ path: { id }, body }) });
     change({ ...text, operation: "POST /groups", inputs: { name }, request: ({ name = "New" }) => ({ body: { name } }), example: { id: "g1", name: "New" } });
     change({ ...text, operation: "DELETE /users", irreversible: true });`,
  ],
  [
    "an action that chooses between requests compiles",
    `read({ ...text, operation: "GET /groups", inputs: { name }, send: (tv, { name: uid }) => (uid ? tv.request("GET /users/{uid}/groups", { path: { uid } }) : tv.request("GET /groups")), example: { groups: [] } });`,
  ],
  [
    "an action that gives a part of the answer compiles",
    `readAs({ ...text, operation: "GET /contacts", answer: ({ contacts = [] }) => contacts.map(({ email }) => email ?? ""), output: '{"type":"array"}', example: ["jan@example.com"] });`,
  ],
  [
    "a list, the action that reads it and its dropdown compile",
    `const devices = list("GET /managed/devices", { items: "resources", next: "nextPaginationToken", token: "paginationToken" });
     readList({ ...text, list: devices, inputs: { name, fetchAll, queryParams }, request: ({ name: paginationToken, queryParams: extraQuery }) => ({ query: { paginationToken }, extraQuery }), example: { resources: [{ id: "1" }] } });
     picklist({ ...text, records: (tv) => devices.all(tv), key: (device) => device.id, name: (device) => [device.name], example: { key: "1", label: "Desk" } });`,
  ],
  [
    "an update with its fields, of which some can be emptied, compiles",
    `update({ ...text, operation: "PUT /groups/{id}", inputs: { groupId }, fields: { name, policy_id: name }, clearable: ["name"], unconfirmed: ["policy_id"], request: ({ groupId: id }, body) => ({ path: { id }, body }) });`,
  ],
  [
    "an action of an operation that does not exist does not compile",
    `read({\n...text,\noperation: "GET /kontacts", // wrong\nexample: { contacts: [] },\n});`,
  ],
  [
    "a misspelt path parameter of an action does not compile",
    `change({\n...text, operation: "DELETE /contacts/{id}", inputs: { contactId },\nrequest: ({ contactId: ID }) => ({ path: { ID } }), // wrong\n});`,
  ],
  [
    "a missing path parameter of an action does not compile",
    `change({\n...text, operation: "DELETE /contacts/{id}", inputs: { contactId },\nrequest: () => ({ path: {} }), // wrong\n});`,
  ],
  [
    "an optional input as a path parameter does not compile",
    `change({\n...text, operation: "DELETE /contacts/{id}", inputs: { name },\nrequest: ({ name: id }) => ({ path: { id } }), // wrong\n});`,
  ],
  [
    "an input that the body does not have does not compile",
    `change({\n...text, operation: "PUT /groups/{id}", inputs: { groupId, name, alias: name },\nrequest: ({ groupId: id, ...body }) => ({ path: { id }, body }), // wrong\n});`,
  ],
  [
    "an action without the request that its operation needs does not compile",
    `read({ ...text, operation: "GET /contacts/{id}", inputs: { contactId }, example: {} }); // wrong\nchange({ ...text, operation: "DELETE /groups/{id}", inputs: { groupId } }); // wrong`,
  ],
  [
    "a misspelt input in a request does not compile",
    `change({\n...text, operation: "DELETE /contacts/{id}", inputs: { contactId },\nrequest: ({ contactID: id }) => ({ path: { id } }), // wrong\n});`,
  ],
  [
    "an example with a field of the wrong type does not compile",
    `read({\n...text, operation: "GET /ping",\nexample: { token_valid: "yes" }, // wrong\n});`,
  ],
  [
    "an example with a misspelt field does not compile",
    `change({\n...text, operation: "POST /groups", inputs: { name }, request: ({ name = "New" }) => ({ body: { name } }),\nexample: { id: "g1", nam: "New" }, // wrong\n});`,
  ],
  [
    "an example with a field too many does not compile",
    `read({\n...text, operation: "GET /ping",\nexample: { token_valid: true, expires: "never" }, // wrong\n});`,
  ],
  ["an action that reads and has no example does not compile", `read({ ...text, operation: "GET /ping" }); // wrong`],
  [
    "an unknown query parameter of a list does not compile",
    `const devices = list("GET /managed/devices", { items: "resources" });\nreadList({\n...text, list: devices, inputs: { name, fetchAll },\nrequest: ({ name }) => ({ query: { name } }), // wrong\nexample: { resources: [] },\n});`,
  ],
  [
    "an example that is not the list's answer does not compile",
    `const devices = list("GET /managed/devices", { items: "resources" });\nreadList({\n...text, list: devices, inputs: { fetchAll }, request: () => ({}),\nexample: { devices: [] }, // wrong\n});`,
  ],
  [
    "a dropdown of a field that the records lack does not compile",
    `const contacts = list("GET /contacts", { items: "contacts" });\npicklist({\n...text, records: (tv) => contacts.all(tv), example: { key: "1", label: "Jan" },\nkey: (contact) => contact.id, // wrong\nname: (contact) => [contact.alias], // wrong\n});`,
  ],
  [
    "another operation's answer does not compile",
    `read({\n...text, operation: "GET /groups",\nsend: (tv) => tv.request("GET /ping"), // wrong\nexample: { groups: [] },\n});`,
  ],
  [
    "an example that is not the part of the answer that the action gives does not compile",
    `readAs({\n...text, operation: "GET /contacts", answer: ({ contacts = [] }) => contacts.length,\nexample: ["jan@example.com"], // wrong\n});`,
  ],
  ["a list that its answer does not have does not compile", `list("GET /contacts", { items: "kontacts" }); // wrong`],
  [
    "a token that an answer or a request does not have does not compile",
    `list("GET /managed/devices", { items: "resources", next: "nextToken" }); // wrong\nlist("GET /managed/devices", { items: "resources", token: "page" }); // wrong`,
  ],
];

const cases = [...ofTheClient, ...ofTheDeclarations];

const fileOf = (index: number) => path.join(root, `src/case${index}.ts`);

/** What a case finds declared. */
const preamble = `
import type { Operations as RealVncOperations } from "../generated/realvnc.operations";
import type { ApiClient } from "./http/client";
import { fetchAll, onOffInput, textInput } from "./platform/inputs";
import { queryParams } from "./platform/keyValueInput";
import { change, list, picklist, read, readAs, readList, type TeamViewerClient, update } from "./teamviewer/client";
import { ids } from "./teamviewer/vocabulary";
const text = { label: "Label", description: "Description." };
const contactId = ids.contact.required("The contact.");
const groupId = ids.group.required("The group.");
const name = textInput({ label: "Name", comments: "The name." });
const onOff = onOffInput({ label: "Active", comments: "Yes or no." });
`;

const textOf = (code: string) =>
  `${preamble}export const check = async (client: TeamViewerClient, realvnc: ApiClient<RealVncOperations>) => {\n${code}\n};\n`;

/** One program for all cases: nearly all of its time goes into the generated types. */
const compile = (): ts.Program => {
  const config = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const checked = { ...options, skipLibCheck: true, noEmit: true, noUnusedLocals: false, noUnusedParameters: false };
  const texts = new Map(cases.map(([, code], index) => [fileOf(index), textOf(code)]));
  const host = ts.createCompilerHost(checked);
  const { readFile, fileExists } = host;
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  const program = ts.createProgram([...texts.keys()], checked, host);
  return program;
};

const program = compile();

const diagnosticsOf = (file: string) => {
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`${file} was not compiled.`);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ start = 0, messageText }) => ({
      line: source.text.split("\n")[source.getLineAndCharacterOfPosition(start).line],
      message: ts.flattenDiagnosticMessageText(messageText, "\n"),
    }),
  );
};

const caseOf = ([promise, code]: Case) => ({ promise, code });

const holds = ({ code }: { code: string }) => {
  const diagnostics = diagnosticsOf(fileOf(cases.findIndex((each) => each[1] === code)));
  const wrongLines = code.split("\n").filter((line) => line.endsWith("// wrong"));
  if (wrongLines.length === 0) expect(diagnostics).toEqual([]);
  else expect([...new Set(diagnostics.map(({ line }) => line))]).toEqual(wrongLines);
};

describe("with the typed client", () => {
  it.each(ofTheClient.map(caseOf))("$promise", holds);
});

describe("with the helpers that declare actions, lists and dropdowns", () => {
  it.each(ofTheDeclarations.map(caseOf))("$promise", holds);
});
