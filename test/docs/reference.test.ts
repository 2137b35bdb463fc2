/** What the reference makes of a component that has every kind of thing in it. */
import { action, dataSource, input, pollingTrigger, structuredObjectInput } from "@prismatic-io/spectral";
import type { Component, Input } from "../../engine/component";
import { choicesOf, inputsOf } from "../../scripts/reference/inputs";
import { anchorOf, code, prose, table } from "../../scripts/reference/markdown";
import { fieldList, kindOf } from "../../scripts/reference/output";
import { pagesOf } from "../../scripts/reference/pages";
import { firstSentence, inKebabCase, inWords, withoutWarning } from "../../scripts/reference/words";
import { componentOf, type Family } from "../../src/platform/component";
import { declare } from "../../src/platform/declared";
import { withOutputSchema } from "../../src/platform/outputSchema";

test.each([
  ["groups", "Groups", "groups"],
  ["managedDevices", "Managed Devices", "managed-devices"],
  ["iotDashboards", "IoT Dashboards", "iot-dashboards"],
  ["ssoDomains", "SSO Domains", "sso-domains"],
  ["oemTenants", "OEM Tenants", "oem-tenants"],
  ["aiSummaries", "AI Summaries", "ai-summaries"],
  ["apiTokens", "API Tokens", "api-tokens"],
  ["tenantIds", "Tenant IDs", "tenant-ids"],
  ["customIDRules", "Custom ID Rules", "custom-id-rules"],
])("the family %s is called %s, on the page %s", (name, title, page) => {
  expect(inWords(name)).toBe(title);
  expect(inKebabCase(name)).toBe(page);
});

test("the first sentence of a description ends where the next one begins", () => {
  expect(firstSentence("List 1.5 of TeamViewer's 15.x, e.g. all. Needs Groups.Read.")).toBe(
    "List 1.5 of TeamViewer's 15.x, e.g. all.",
  );
  expect(firstSentence("Get one contact")).toBe("Get one contact.");
});

test.each([
  ["Irreversible: delete the company.", "Delete the company."],
  ["Irreversible for one's own group: delete a group: all of it.", "Delete a group: all of it."],
  ["Delete a group: all of it.", "Delete a group: all of it."],
])("%s tells what is lost: %s", (description, lost) => {
  expect(withoutWarning(description)).toBe(lost);
});

test.each([
  ["a < b", "a &lt; b"],
  ["*all* of `it`", "\\*all\\* of \\`it\\`"],
  ["_id and next_offset", "\\_id and next_offset"],
  ["C:\\|", "C:&#92;|"],
  ["[a](b) and [c]", "\\[a](b) and [c]"],
  ["&lt; and A & B", "&amp;lt; and A & B"],
])("the words %s are written so that they are shown as they are", (words, markdown) => {
  expect(prose(words)).toBe(markdown);
});

test("code with backticks in it stays one piece of code", () => {
  expect(code("a`b")).toBe("`` a`b ``");
});

test("a cell of a table is one line, and its bars are no borders", () => {
  expect(table(["key", "text"], [["`a|b`", "one\ntwo | three"]])).toEqual([
    "| key | text |",
    "| --- | --- |",
    "| `a\\|b` | one two \\| three |",
  ]);
});

test("a column without a word is left out of a table", () => {
  expect(
    table(
      ["key", "required", "default"],
      [
        ["a", "", "1"],
        ["b", "", ""],
      ],
    )[0],
  ).toBe("| key | default |");
  expect(table(["key"], [])).toEqual([]);
});

test.each([
  ["OAuth 2.0 (`teamviewer-oauth`)", "oauth-20-teamviewer-oauth"],
  ["What all of them promise", "what-all-of-them-promise"],
  ["Retry & Delay (ms)", "retry--delay-ms"],
  ["Größe_1", "größe_1"],
])("GitHub finds the heading %s as %s", (heading, anchor) => {
  expect(anchorOf(heading)).toBe(anchor);
});

const choices = (...labels: [label: string, value: string][]) => labels.map(([label, value]) => ({ label, value }));

test("choices are told by the labels that the form shows, with their values", () => {
  expect(choicesOf(choices(["Yes", "true"], ["GET", "GET"], ["A | B", "a|b"]))).toBe(
    "Choices: Yes (`true`), `GET`, A | B (`a|b`).",
  );
});

test("a remark that all choices share is told once", () => {
  const labels: [string, string][] = [
    ["0 (no published name)", "0"],
    ["1 (no published name)", "1"],
  ];
  expect(choicesOf(choices(...labels))).toBe("Choices: `0`, `1` (no published name).");
  expect(choicesOf(choices(...labels, ["2 (other)", "2"]))).toContain("1 (no published name) (`1`), 2 (other) (`2`)");
});

test("many choices are folded, with their number", () => {
  const many = choices(...Array.from({ length: 13 }, (_, index): [string, string] => [`Day ${index}`, `${index}`]));
  expect(choicesOf(many)).toMatch(/^<details><summary>13 choices<\/summary>Day 0 \(`0`\), .*`12`\)<\/details>$/);
  expect(choicesOf(many.slice(1))).not.toContain("details");
});

const rowOf = (field: Partial<Input>, places = new Map<string, string>()) =>
  inputsOf([{ key: "a", label: "A", type: "string", ...field }], places);

test.each<[Partial<Input>, string]>([
  [{ type: "string" }, "text"],
  [{ type: "string", collection: "valuelist" }, "list of texts"],
  [{ type: "string", collection: "keyvaluelist" }, "list of names and values"],
  [{ type: "structuredObject", collection: "valuelist" }, "list of groups of fields"],
  [{ type: "string", model: choices(["On", "1"]) }, "choice"],
  [{ type: "string", model: choices(["On", "1"]), collection: "valuelist" }, "list of choices"],
  [{ type: "code", language: "json" }, "JSON"],
  [{ type: "jsonForm" }, "jsonForm"],
])("an input %j is a %s", (field, kind) => {
  expect(rowOf(field)[2]).toMatch(`| \`a\` | A | ${kind} |`);
});

test("a required input says so, and a default is the value that the form begins with", () => {
  expect(rowOf({ required: true, default: "30" })).toEqual([
    "| key | label | type | required | default |",
    "| --- | --- | --- | --- | --- |",
    "| `a` | A | text | yes | `30` |",
    "",
  ]);
});

test("a dropdown leads to its data source, and one that the component does not have leads nowhere", () => {
  const places = new Map([["selectGroup", "groups.md#select-group-selectgroup"]]);
  expect(rowOf({ dataSource: "selectGroup" }, places)[2]).toContain(
    "text, dropdown [`selectGroup`](groups.md#select-group-selectgroup)",
  );
  expect(rowOf({ dataSource: "selectUser" }, places)[2]).toContain("text, dropdown `selectUser` |");
});

test("what is hidden or for the initial sync alone says so", () => {
  expect(rowOf({ shown: false, scope: "ON_DEPLOY", comments: "What it is." })[2]).toContain(
    "| Initial sync only. What it is. Hidden by default. |",
  );
});

test("the example of a JSON input is shown as JSON, folded; one that is no JSON is not", () => {
  const json = { type: "code", language: "json" };
  expect(rowOf({ ...json, example: '[{"a":1}]' }).join("\n")).toContain(
    '<details><summary>Example of <code>a</code></summary>\n\n```json\n[\n  {\n    "a": 1\n  }\n]\n```',
  );
  expect(rowOf({ ...json, example: "1, 2" })).toHaveLength(4);
});

test.each([
  [{ type: "integer" }, "whole number"],
  [{ type: ["integer", "string"] }, "whole number or text"],
  [{ type: ["string", "null"], format: "date-time" }, "date and time or null"],
  [{ type: "array", items: { type: "array", items: { type: ["string", "null"] } } }, "list of lists of texts or null"],
  [{ type: "array", items: {} }, "list of anything"],
  [{ type: "object", additionalProperties: { type: "number" } }, "object of numbers by name"],
  [{ type: "object", additionalProperties: true }, "object"],
  [{ anyOf: [{ type: "string" }, { type: "object" }, { type: "string" }] }, "text or object"],
  [{ enum: ["a", "b"] }, "`a` or `b`"],
  [{ const: "ACTION SUCCEEDED" }, "`ACTION SUCCEEDED`"],
  [{ type: "string", contentEncoding: "base64" }, "file"],
  [{}, "anything"],
])("a schema %j is a %s", (schema, words) => {
  expect(kindOf(schema)).toBe(words);
});

test("fields are a nested list, of which the third level and deeper ones are folded", () => {
  const deep = { type: "object", properties: { id: { type: "string" } } };
  const owner = { type: "object", properties: { deep } };
  const groups = { type: "array", items: { type: "object", properties: { owner, name: { type: "string" } } } };
  expect(fieldList({ type: "object", properties: { groups, next: { type: "string" } } })).toEqual([
    "- `groups`: list of objects",
    "  - `owner`: object",
    "    <details><summary>1 field</summary>",
    "",
    "    - `deep`: object",
    "      <details><summary>1 field</summary>",
    "",
    "      - `id`: text",
    "",
    "      </details>",
    "",
    "    </details>",
    "  - `name`: text",
    "- `next`: text",
  ]);
});

test("the fields of each form that a value can have are told", () => {
  const form = (name: string) => ({ type: "object", properties: { [name]: { type: "boolean" } } });
  expect(fieldList({ anyOf: [form("a"), form("b")] })).toEqual(["- `a`: boolean", "- `b`: boolean"]);
  expect(fieldList({ type: "object", additionalProperties: form("c") })).toEqual(["- `c`: boolean"]);
});

const connection = input({ label: "Connection", type: "connection", required: true });
const groupId = input({ label: "Group ID", type: "string", required: true, dataSource: "selectGroup" });

const defined = (label: string, description: string, example: unknown) =>
  withOutputSchema(
    action({
      display: { label, description },
      inputs: { groupId, widget: structuredObjectInput({ label: "Widget", inputs: { groupId } }), connection },
      perform: async () => ({ data: example }),
      performSafety: "notAllowed",
      examplePayload: { data: example },
    }),
    () => '{"type":"object"}',
  );

const wipe = declare(defined("Wipe IoT Widget", "Irreversible with Force: empty a widget. Needs it.", { id: 1 }), {
  operations: ["DELETE /widgets/{id}", "GET /widgets"],
  irreversible: "with Force",
});
const sendFile = defined("Send File", "Send a file.", Buffer.from("PNG"));

const selectGroup = dataSource({
  display: { label: "Select Group", description: "Pick a group." },
  dataSourceType: "picklist",
  inputs: { connection },
  perform: async () => ({ result: [] }),
  examplePayload: { result: [{ key: "g1", label: "Warsaw" }] },
});

const families = { iotWidgets: { actions: { wipe, sendFile } }, groups: { dataSources: { selectGroup } } };

const built = (modules: Record<string, object> = families, triggers = {}) =>
  componentOf({
    key: "test",
    display: { label: "Test", description: "A test", iconPath: "icon.png" },
    connections: [],
    families: modules as unknown as Record<string, Family>,
    triggers,
  }) as unknown as Component;

const requirementOf = (operation: string) =>
  ({
    "DELETE /widgets/{id}": { scope: "Widgets.Delete", licence: "Tensor" },
    "GET /widgets": { scope: "Widgets.Read", licence: "Tensor" },
  })[operation];

const pages = pagesOf(built(), { modules: families, requirementOf });
const page = (name: string) => pages.get(name) ?? "";

test("a component has an index, connections and a page per family, and one of triggers where it has any", () => {
  const newWidgets = pollingTrigger({
    display: { label: "New Widgets", description: "Starts with new widgets." },
    inputs: { connection },
    perform: async (_context, payload) => Promise.resolve({ payload }),
    examplePayload: { payload: { body: { data: { created: [] } } } } as never,
  });
  const pagesWith = (triggers: object) => [
    ...pagesOf(built(families, triggers), { modules: families, requirementOf }).keys(),
  ];
  expect(pagesWith({})).toEqual(["README.md", "connections.md", "groups.md", "iot-widgets.md"]);
  expect(pagesWith({ newWidgets })).toEqual([
    "README.md",
    "connections.md",
    "triggers.md",
    "groups.md",
    "iot-widgets.md",
  ]);
});

test("the fields of a group of fields stand under it, by its name, with their dropdowns", () => {
  expect(page("iot-widgets.md")).toContain("| `widget` | Widget | group of fields |  |\n");
  expect(page("iot-widgets.md")).toContain(
    "| `widget.groupId` | Group ID | text, dropdown [`selectGroup`](groups.md#select-group-selectgroup) | yes |",
  );
});

test("what an action needs is told of all that it calls, each thing once, and what it does", () => {
  expect(page("iot-widgets.md")).toContain(
    [
      "- Scope: Widgets.Delete; Widgets.Read",
      "- Licence: Tensor",
      "- Calls: `DELETE /widgets/{id}`; `GET /widgets`",
      "- Effect: **cannot be undone** with Force",
    ].join("\n"),
  );
});

test("of an action that is not known to call anything, it is not said what it needs", () => {
  expect(page("iot-widgets.md")).toMatch(/\*\*Output:\*\* object\n\n- Effect: may change data\n$/);
});

test("the index tells actions by family and by verb, and what an irreversible one destroys", () => {
  const place = "iot-widgets.md#wipe-iot-widget-wipe";
  expect(page("README.md")).toContain("**[IoT Widgets](iot-widgets.md)**");
  expect(page("README.md")).toContain(`| Wipe | [Wipe IoT Widget](${place}) |`);
  expect(page("README.md")).toContain(`| [Wipe IoT Widget](${place}) | with Force | Empty a widget. |`);
  expect(page("README.md")).not.toContain("**[Groups](groups.md)**");
});

test("a family's contents lead to its actions and data sources", () => {
  expect(page("groups.md")).toContain("- [Select Group](#select-group-selectgroup)");
  expect(page("groups.md")).toContain("An element: Warsaw (`g1`)");
});

test("a built component without an action of the sources is not described", () => {
  const older = built({ groups: families.groups });
  expect(() => pagesOf(older, { modules: families, requirementOf })).toThrow(
    'The built component has no wipe. Run "npm run build".',
  );
});

test("a family whose page would take the place of another page is refused", () => {
  const modules = { connections: families.groups };
  expect(() => pagesOf(built(modules), { modules, requirementOf })).toThrow(
    "Two pages of the reference would be connections.md.",
  );
});
