import { ConnectionError, SpectralError } from "@prismatic-io/spectral";
import {
  type Bounds,
  bounds,
  type ChangePlan,
  carryOut,
  failedOf,
  NoLongerDue,
  planFrom,
  reportSchema,
} from "../../src/platform/carryOut";

interface Change {
  id: number;
}

const changes = (count: number): Change[] => Array.from({ length: count }, (_, index) => ({ id: index + 1 }));

const real: Bounds = { dryRun: false, maximumChanges: 100, timeLimit: 10 };

const run = async (
  plan: ChangePlan<Change>,
  given: Partial<Bounds> = {},
  { carry = async (_: Change): Promise<unknown> => undefined, now = (): number => 0 } = {},
) => {
  const carried: number[] = [];
  const report = await carryOut<Change>(
    { ...real, ...given },
    async () => plan,
    async (change) => {
      carried.push(change.id);
      await carry(change);
    },
    now,
  );
  return { report, carried };
};

describe("dry run", () => {
  const { clean } = bounds.dryRun;

  test.each(["", undefined, null, "true", true, "no", "off", 0, "0", {}, []])("%p is a dry run", (value) => {
    expect(clean(value)).toBe(true);
  });

  test.each([false, "false", " False "])("%p is a real one", (value) => {
    expect(clean(value)).toBe(false);
  });

  test("is what an untouched input says", () => {
    expect(bounds.dryRun).toMatchObject({ type: "boolean", default: "true" });
  });

  test("lists what a real run does, and does nothing", async () => {
    const dry = await run({ due: changes(3) }, { dryRun: true });
    expect(dry.carried).toEqual([]);
    expect(dry.report).toMatchObject({ dryRun: true, planned: 3, done: 0 });
    const { carried } = await run({ due: changes(3) });
    expect(carried).toEqual(dry.report.items.map(({ id }) => id));
  });

  test("shows a plan that is too large for a real one", async () => {
    expect((await run({ due: changes(101) }, { dryRun: true })).report.planned).toBe(101);
  });
});

test("a plan with more changes than allowed is refused before its first one", async () => {
  const carry = jest.fn(async () => undefined);
  await expect(run({ due: changes(4) }, { maximumChanges: 3 }, { carry })).rejects.toThrow(
    "Maximum Changes: the plan has 4 changes, more than 3. Nothing was changed.",
  );
  expect(carry).not.toHaveBeenCalled();
  expect((await run({ due: changes(3) }, { maximumChanges: 3 })).report.done).toBe(3);
});

test("without other words 100 changes are allowed, and 10 minutes", async () => {
  const blank = { maximumChanges: undefined, timeLimit: undefined };
  await expect(run({ due: changes(101) }, blank)).rejects.toThrow("more than 100");
  let minutes = 0;
  const now = () => minutes * 60_000;
  const carry = async () => {
    minutes += 6;
  };
  expect((await run({ due: changes(3) }, blank, { carry, now })).report).toMatchObject({ done: 2, skipped: 1 });
});

test("one failure does not stop the rest, and every change is told with its outcome", async () => {
  const carry = async ({ id }: Change) => {
    if (id === 2) throw new SpectralError("HTTP 403.");
    if (id === 3) throw new NoLongerDue("It was seen in the meantime.");
  };
  const { report } = await run({ due: changes(4) }, {}, { carry });
  expect(report).toEqual({
    ...{ dryRun: false, planned: 0, done: 2, failed: 1, skipped: 1 },
    items: [
      { id: 1, outcome: "done" },
      { id: 2, outcome: "failed", reason: "HTTP 403." },
      { id: 3, outcome: "skipped", reason: "It was seen in the meantime." },
      { id: 4, outcome: "done" },
    ],
  });
});

test("what has not begun by the time limit is skipped with that reason", async () => {
  let minutes = 0;
  const carry = async () => {
    minutes += 1;
  };
  const { report, carried } = await run({ due: changes(5) }, { timeLimit: 2 }, { carry, now: () => minutes * 60_000 });
  expect(carried).toEqual([1, 2]);
  expect(report.items[2]).toEqual({
    id: 3,
    outcome: "skipped",
    reason: "The time limit of 2 min was reached before it.",
  });
  expect(report).toMatchObject({ done: 2, skipped: 3 });
});

test("the time that the plan takes counts", async () => {
  let minutes = 0;
  const plan = async () => {
    minutes = 11;
    return { due: changes(1) };
  };
  const report = await carryOut(
    real,
    plan,
    async () => undefined,
    () => minutes * 60_000,
  );
  expect(report).toMatchObject({ done: 0, skipped: 1 });
});

test("what needs no change, or could not be read, is told too and not counted against the maximum", async () => {
  const settled = [
    { id: 8, outcome: "skipped" as const, reason: "It has this policy already." },
    failedOf({ id: 9 }, new SpectralError("HTTP 404.")),
  ];
  const { report } = await run({ due: changes(1), settled }, { maximumChanges: 1 });
  expect(report).toMatchObject({ done: 1, skipped: 1, failed: 1 });
  expect(report.items.map(({ id }) => id)).toEqual([1, 8, 9]);
});

describe("refused credentials", () => {
  const refused = new ConnectionError({ key: "k", configVarKey: "c", fields: {} }, "HTTP 401.");

  test("at the first change mark the connection", async () => {
    await expect(run({ due: changes(2) }, {}, { carry: () => Promise.reject(refused) })).rejects.toBe(refused);
  });

  test("mark the connection also where the changes before it were no longer due", async () => {
    const carry = ({ id }: Change) => Promise.reject(id === 1 ? new NoLongerDue("It is gone.") : refused);
    await expect(run({ due: changes(3) }, {}, { carry })).rejects.toBe(refused);
  });

  test("later are told with what was done, or may have been done, before", async () => {
    const lost = new SpectralError("It may have been done.");
    const carry = ({ id }: Change) => Promise.reject(id === 1 ? lost : refused);
    expect((await run({ due: changes(3) }, {}, { carry })).report).toMatchObject({ done: 0, failed: 3 });
  });

  test("later are told with what was done before", async () => {
    const carry = ({ id }: Change) => (id === 1 ? Promise.resolve() : Promise.reject(refused));
    expect((await run({ due: changes(3) }, {}, { carry })).report).toMatchObject({ done: 1, failed: 2 });
  });
});

test("the schema of a report has the fields of its changes", () => {
  expect(JSON.parse(reportSchema({ id: { type: "integer" } })).properties.items.items.properties).toEqual({
    id: { type: "integer" },
    outcome: { type: "string", enum: ["planned", "done", "failed", "skipped"] },
    reason: { type: "string" },
  });
});

test("what an action adds to its report has a place beside the counts", () => {
  const { properties } = JSON.parse(reportSchema({}, { warning: { type: "string" } }));
  expect(properties).toMatchObject({ dryRun: { type: "boolean" }, warning: { type: "string" } });
});

test("the plan of a list keeps its order, and sets apart what is told already", () => {
  const skipped = { id: 2, outcome: "skipped" as const, reason: "It has this policy already." };
  expect(planFrom<Change>([{ id: 3 }, skipped, { id: 1 }])).toEqual({
    due: [{ id: 3 }, { id: 1 }],
    settled: [skipped],
  });
});
