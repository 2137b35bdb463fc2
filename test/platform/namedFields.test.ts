/** Lists of objects in an editor for JSON, in which numbers have names. */
import { type BodyCheck, jsonItemsInput } from "../../src/platform/jsonInputs";
import { clean } from "../support/cleaning";

interface Entry {
  id: string;
  rights?: number[];
  level?: number;
}

const checkOfEntry: BodyCheck<Entry> = (value): value is Entry => {
  const { id, rights = [] } = value as Entry;
  checkOfEntry.errors =
    typeof id !== "string"
      ? [{ instancePath: "", keyword: "required", params: { missingProperty: "id" } }]
      : rights.some((right) => typeof right !== "number")
        ? [{ instancePath: "/rights/0", keyword: "type", params: { type: "integer" } }]
        : undefined;
  return !checkOfEntry.errors;
};

const rights = { 0: "ReadAll", 1: "WriteAll" };

const entries = jsonItemsInput(
  {
    label: "Entries",
    comments: "The entries.",
    example: [{ id: "a", rights: ["ReadAll"] }],
    named: { rights, level: { 3: "High" } },
  },
  checkOfEntry,
);

test("names stand for their numbers, in lists and by themselves, in any mix of upper and lower case", () => {
  const given = '[{"id": "a", "rights": ["readall", 1, "1"], "level": "HIGH"}, {"id": "b"}]';
  expect(clean(entries, given)).toEqual([{ id: "a", rights: [0, 1, 1], level: 3 }, { id: "b" }]);
});

test("texts of other fields are no names", () => {
  expect(clean(entries, [{ id: "ReadAll" }])).toEqual([{ id: "ReadAll" }]);
});

test("an unknown name is refused with its place and the names that there are", () => {
  expect(() => clean(entries, [{ id: "a" }, { id: "b", rights: [1, "Delete"] }])).toThrow(
    'Entries: at [1].rights[1]: "Delete" is none of ReadAll, WriteAll.',
  );
});

test("what is neither a number nor a name is left to the check, and so is what is no object", () => {
  expect(() => clean(entries, [{ id: "a", rights: [{}] }])).toThrow(
    "Entries: at [0].rights[0]: a whole number is expected.",
  );
  expect(() => clean(entries, [5])).toThrow('Entries: at [0]: "id" is missing.');
});
