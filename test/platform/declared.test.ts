import { declaredOf } from "../../src/platform/declared";
import { textInput } from "../../src/platform/inputs";
import { change, readList, update } from "../../src/teamviewer/client";
import { groups } from "../../src/teamviewer/resources/groups";

const id = textInput({ label: "Group ID", comments: "The group.", required: true });

const removal = {
  label: "Delete Group",
  description: "Delete a group.",
  operation: "DELETE /groups/{id}",
  inputs: { id },
  request: (path: { id: string }) => ({ path }),
} as const;

test("an action that always destroys is remembered as such, with its operation", () => {
  const action = change({ ...removal, irreversible: true });
  expect(declaredOf(action)).toEqual({ operations: ["DELETE /groups/{id}"], irreversible: true });
});

test("the case in which an action destroys is remembered in its own words", () => {
  const action = change({ ...removal, irreversible: "for one's own group" });
  expect(declaredOf(action)).toMatchObject({ irreversible: "for one's own group" });
});

test("an update is remembered with all that it may call, its own operation first", () => {
  const action = update({
    label: "Rename Group",
    description: "Rename a group.",
    operation: "PUT /groups/{id}",
    alsoCalls: ["GET /groups/{id}"],
    inputs: { id },
    fields: { name: textInput({ label: "Name", comments: "The name." }) },
    request: (path, body) => ({ path, body }),
  });
  expect(declaredOf(action)).toEqual({
    operations: ["PUT /groups/{id}", "GET /groups/{id}"],
    irreversible: undefined,
  });
});

test("an action for a list is remembered with the operation of the list", () => {
  const action = readList({
    label: "List Groups",
    description: "List the groups.",
    list: groups,
    inputs: {},
    request: () => ({}),
    example: { groups: [] },
  });
  expect(declaredOf(action)?.operations).toEqual(["GET /groups"]);
});

test("nothing of what is remembered gets into the definition that is published", () => {
  expect(Object.keys(change({ ...removal, irreversible: true }))).toEqual(Object.keys(change(removal)));
  expect(Object.keys(change(removal))).not.toContain("operations");
});
