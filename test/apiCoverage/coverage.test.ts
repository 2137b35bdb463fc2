import { coverageOf, type Reasons } from "../../scripts/apiCoverage/coverage";
import type { ReachedOperations } from "../../scripts/apiCoverage/measure";
import { reportOf } from "../../scripts/apiCoverage/report";

/** A vendor with a few operations, and what two actions reach of them. */
const facts = {
  operations: ["POST /token", "POST /things", "GET /things/{id}", "GET /things", "GET /old", "GET /parts/{id}/bolts"],
  deprecated: ["GET /old"],
  fieldsOf: (operation: string) => (operation === "POST /things" ? ["name", "size", "owner.name", "stamp"] : []),
};

const reachedBy = (actions: string[], fields: string[] = []) => ({
  actions: new Set(actions),
  fields: new Set(fields),
});

const measured = (more: [string, ReturnType<typeof reachedBy>][] = []): ReachedOperations =>
  new Map([
    ["POST /things", reachedBy(["createThing"], ["name", "size.width", "owner.name"])],
    ["GET /things", reachedBy(["listThings", "findThing"])],
    ["GET /things/{id}", reachedBy(["getThing"])],
    ...more,
  ]);

const reasons: Reasons = {
  byTheConnection: ["POST /token"],
  notYet: ["/parts"],
  notForBuilders: [{ actions: ["createThing"], fields: ["stamp"], because: "The vendor writes it." }],
};

const problemsWith = (changed: Partial<Reasons>, more?: Parameters<typeof measured>[0]) =>
  coverageOf(facts, measured(more), { ...reasons, ...changed }).problems;

test("everything is reached or has its reason, and the report says which, sorted by path", () => {
  const coverage = coverageOf(facts, measured(), reasons);
  expect(reportOf(coverage).split("\n")).toEqual([
    "Reached, by which actions:",
    "  GET /things       findThing, listThings",
    "  POST /things      createThing",
    "  GET /things/{id}  getThing",
    "",
    "Not reached: deprecated by the vendor:",
    "  GET /old",
    "",
    "Not reached: not yet:",
    "  GET /parts/{id}/bolts",
    "",
    "Not reached: the connection does it:",
    "  POST /token",
    "",
    "Fields that no input reaches:",
    "  POST /things stamp  The vendor writes it.",
    "",
    "3 of 6 operations are reached.",
  ]);
});

test("an operation that is neither reached nor listed is a problem, and stands in the report", () => {
  const coverage = coverageOf(facts, measured(), { ...reasons, notYet: [] });
  expect(coverage.problems).toEqual(["GET /parts/{id}/bolts is reached by no action, and has no reason."]);
  expect(reportOf(coverage)).toContain("Not reached: no reason given:\n  GET /parts/{id}/bolts\n");
  expect(reportOf(coverage)).toContain(
    "To be put right:\n  GET /parts/{id}/bolts is reached by no action, and has no reason.\n",
  );
});

test("a path of not yet stands for itself and what is below it, not for what begins alike", () => {
  expect(problemsWith({ notYet: ["/part", "/parts/{id}/bolts"] })).toEqual([
    "/part is listed as not yet, but nothing below it is missing any more.",
  ]);
});

test("a path of not yet below which all is reached is a problem", () => {
  expect(problemsWith({}, [["GET /parts/{id}/bolts", reachedBy(["listBolts"])]])).toEqual([
    "/parts is listed as not yet, but nothing below it is missing any more.",
  ]);
});

test("what the connection asks for is a problem when an action reaches it, or the vendor does not have it", () => {
  expect(problemsWith({}, [["POST /token", reachedBy(["getToken"])]])).toEqual([
    "POST /token has a reason, but is reached by getToken.",
  ]);
  expect(problemsWith({ byTheConnection: ["POST /token", "POST /tokens"] })).toEqual([
    "POST /tokens has a reason, but the description does not have it.",
  ]);
});

test("a field that is neither reached nor listed is a problem", () => {
  expect(problemsWith({ notForBuilders: [] })).toEqual([
    "POST /things: no input of createThing reaches stamp, and it has no reason.",
  ]);
  const ofAnotherAction = { ...reasons.notForBuilders[0], actions: ["listThings"] };
  expect(problemsWith({ notForBuilders: [ofAnotherAction as Reasons["notForBuilders"][number]] })).toContain(
    "POST /things: no input of createThing reaches stamp, and it has no reason.",
  );
});

test("a listed field that is sent after all, or that the operation does not have, is a problem", () => {
  const fields = ["stamp", "name", "colour"];
  expect(problemsWith({ notForBuilders: [{ actions: ["createThing"], fields, because: "" }] })).toEqual([
    "createThing: the field name has a reason, but it is sent, or its operation has no such field.",
    "createThing: the field colour has a reason, but it is sent, or its operation has no such field.",
  ]);
});
