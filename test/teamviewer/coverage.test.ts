/** Every operation and every field of the vendor is reached by an action, or stands in a table with its reason. */
import { type Coverage, coverageOf } from "../../scripts/apiCoverage/coverage";
import { measure, type ReachedOperations } from "../../scripts/apiCoverage/measure";
import { reasons } from "../../scripts/apiCoverage/reasons";
import { loadDescriptionOfTeamViewer } from "../support/description";
import { actionKeys } from "../support/inputs";

let measured: ReachedOperations;
let coverage: Coverage;

beforeAll(async () => {
  measured = await measure();
  coverage = coverageOf(await loadDescriptionOfTeamViewer(), measured, reasons);
}, 60_000);

test("every operation and every field is reached or has a reason, and no reason has outlived itself", () => {
  expect(coverage.problems).toEqual([]);
});

test("every action reaches an operation", () => {
  const reaching = new Set([...measured.values()].flatMap(({ actions }) => [...actions]));
  expect(actionKeys.filter((key) => !reaching.has(key))).toEqual([]);
});

test("an action that reaches several operations counts for each of them", () => {
  const reachedBy = (key: string) => coverage.reached.filter(({ actions }) => actions.includes(key));
  expect(reachedBy("updateGroup").map(({ operation }) => operation)).toEqual([
    "PUT /groups/{id}",
    "PUT /users/{uid}/groups/{gid}",
  ]);
});

test("of the vendor's 280 operations all are counted, with those beside the base URL", () => {
  expect(coverage.total).toBe(280);
  const listed = [...coverage.reached, ...coverage.unreached].map(({ operation }) => operation);
  expect(listed).toContain("GET /pushApi/v1/socketAuth/getToken");
  expect(new Set(listed).size).toBe(280);
});
