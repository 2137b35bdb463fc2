import path from "node:path";
import ts from "typescript";

const root = path.join(__dirname, "../..");

/** Every case is one file below `src`. A line that must not compile ends in `// wrong`; a case without one must compile. */
const cases: [promise: string, code: string][] = [
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
];

const fileOf = (index: number) => path.join(root, `src/case${index}.ts`);

const textOf = (code: string) =>
  `import type { TeamViewerClient } from "./teamviewer/client";\nexport const check = async (client: TeamViewerClient) => {\n${code}\n};\n`;

/** One program for all cases: nearly all of its time goes into the generated types. */
const compile = (): ts.Program => {
  const config = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const checked = { ...options, skipLibCheck: true, noEmit: true, noUnusedLocals: false };
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

describe("the typed client", () => {
  it.each(cases.map(([promise, code], index) => ({ promise, code, file: fileOf(index) })))(
    "$promise",
    ({ code, file }) => {
      const diagnostics = diagnosticsOf(file);
      const wrongLines = code.split("\n").filter((line) => line.endsWith("// wrong"));
      if (wrongLines.length === 0) expect(diagnostics).toEqual([]);
      else expect([...new Set(diagnostics.map(({ line }) => line))]).toEqual(wrongLines);
    },
  );
});
