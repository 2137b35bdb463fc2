import { foundOf, foundSchema, matching, textIndex } from "../../src/platform/findOne";

const groups = [
  { id: 1, name: "Warsaw" },
  { id: 2, name: "warsaw" },
  { id: 3, name: "Warsaw Office" },
  { id: 4, name: undefined },
];

const named = (text: string) => matching(groups, text, ({ name }) => name).map(({ id }) => id);

test("a name matches as a whole, with white space around it and upper and lower case left aside", () => {
  expect([named("WARSAW OFFICE"), named(" Warsaw Office "), named("Office"), named("")]).toEqual([[3], [3], [], [4]]);
});

test("where names differ in case alone, the exact one counts", () => {
  expect([named("Warsaw"), named("warsaw"), named("WARSAW")]).toEqual([[1], [2], [1, 2]]);
});

test("an index finds what each text finds alone, also after a record has got another text", () => {
  const index = textIndex(groups, ({ name }) => name);
  for (const text of ["WARSAW OFFICE", " Warsaw Office ", "Office", "", "Warsaw", "warsaw", "WARSAW"]) {
    expect(index.find(text)).toEqual(matching(groups, text, ({ name }) => name));
  }
  const [first = { id: 0, name: "" }] = groups;
  index.replace(first, { id: 1, name: "Lodz" });
  expect([index.find("Warsaw"), index.find("lodz")]).toEqual([[groups[1]], [{ id: 1, name: "Lodz" }]]);
});

const sought = {
  kind: ["group", "groups"] as [string, string],
  has: "the name x",
  idOf: ({ id }: { id: number }) => id,
};
const of = (ids: number[], fail = false) =>
  foundOf(
    ids.map((id) => ({ id })),
    sought,
    { fail },
  );

test("one, none and several are told apart", () => {
  expect(of([1])).toEqual({ outcome: "one", record: { id: 1 }, candidates: [{ id: 1 }] });
  expect(of([])).toEqual({ outcome: "none", record: null, candidates: [] });
  expect(of([1, 2])).toEqual({ outcome: "several", record: null, candidates: [{ id: 1 }, { id: 2 }] });
});

test("none and several are errors where one is wanted, and name what matches", () => {
  expect(() => of([], true)).toThrow("No group has the name x.");
  expect(() => of([1, 2], true)).toThrow("2 groups have the name x: 1, 2. Use the ID of one of them.");
  expect(of([1], true).outcome).toBe("one");
});

test("the schema refers to the record's own", () => {
  expect(JSON.parse(foundSchema("GetGroupResponse")).properties.candidates.items).toEqual({ $ref: "GetGroupResponse" });
});
