import fc from "fast-check";
import type { AuditEvent } from "../../../sandbox/realvnc";
import { flowWith, keepsThePromises } from "../../support/triggers";
import { eventAt, useTriggers } from "./support";

type Delivered = { events: AuditEvent[] };

const minute = 60_000;
const hour = 60 * minute;

const idsOf = (events: AuditEvent[]) => events.map(({ id }) => id);

describe.each([
  ["counts the bounds of a range in", true],
  ["does not count them in", false],
])("where the vendor %s", (_, boundsIncluded) => {
  const { rv, test: of } = useTriggers({ pageSizes: { audit: 10 }, habits: { boundsIncluded } });
  const watch = (inputs: object = {}) => flowWith<Delivered>(of, "newAuditEvents", inputs);
  const events = () => rv.sandbox.store.events;
  const add = (id: string, timestamp: number, category?: string) => {
    const event = eventAt(id, timestamp, category);
    events().push(event);
    return event;
  };

  let made = 0;
  describe("as every trigger", () => {
    keepsThePromises(of, {
      key: "newAuditEvents",
      otherInputs: { sessionEventsOnly: true },
      calls: ["GET /1.0/audit"],
      makeNews: () => {
        made += 1;
        add(`made ${made}`, Date.now());
      },
    });
  });

  test("events are delivered oldest first, as the vendor has them", async () => {
    const { poll } = watch();
    await poll();
    const now = Date.now();
    const later = add("b", now - 1000);
    const earlier = add("a", now - 2000);
    expect((await poll()).data.events).toEqual([earlier, later]);
  });

  test("events of one millisecond that come in two polls are delivered once each", async () => {
    const { poll } = watch();
    await poll();
    const now = Date.now() - 1000;
    add("a", now);
    add("b", now);
    expect(idsOf((await poll()).data.events)).toEqual(["a", "b"]);
    add("c", now);
    expect(idsOf((await poll()).data.events)).toEqual(["c"]);
    expect((await poll()).polledNoChanges).toBe(true);
  });

  test("an event that is listed up to the overlap late is delivered", async () => {
    const { poll } = watch({ overlapMinutes: "5" });
    await poll();
    const now = Date.now();
    for (let number = 0; number < 30; number += 1) add(`busy ${number}`, now - 1000 - number);
    expect((await poll()).data.events).toHaveLength(30);
    add("late", now - 1000 - 4.9 * minute);
    expect(idsOf((await poll()).data.events)).toEqual(["late"]);
    expect((await poll()).polledNoChanges).toBe(true);
  });

  test("with Since, the first poll delivers what is later, to the millisecond", async () => {
    const now = Date.now() - hour;
    events().length = 0;
    for (const [id, time] of [
      ["before", -1],
      ["at", 0],
      ["after", 1],
    ] as const)
      add(id, now + time);
    const { poll } = watch({ since: new Date(now).toISOString() });
    expect(idsOf((await poll()).data.events)).toEqual(["after"]);
    expect((await poll()).polledNoChanges).toBe(true);
  });

  test("all pages of a backlog are read", async () => {
    const { poll } = watch();
    await poll();
    const now = Date.now();
    const expected = Array.from({ length: 35 }, (_, number) => `n ${String(number).padStart(2, "0")}`);
    expected.forEach((id, number) => void add(id, now - 10_000 + number));
    const { data, calls } = await poll();
    expect(idsOf(data.events)).toEqual(expected);
    expect(calls).toHaveLength(4);
  });

  test("a quiet night loses nothing", async () => {
    const { poll } = watch();
    await poll();
    const [first] = events();
    add("in the night", Date.now() - 5000);
    expect(first).toBeDefined();
    for (let round = 0; round < 5; round += 1) await poll({ lost: true });
    expect(idsOf((await poll()).data.events)).toEqual(["in the night"]);
  });

  test("only session events are delivered where that is asked for", async () => {
    const { poll } = watch({ sessionEventsOnly: true });
    await poll();
    add("session", Date.now() - 10);
    add("team", Date.now() - 10, "TEAM_MANAGEMENT");
    expect(idsOf((await poll()).data.events)).toEqual(["session"]);
  });

  test("an initial sync delivers all that the vendor keeps, and the polls go on from there", async () => {
    const flow = watch();
    const count = events().length;
    const { items } = await flow.deploy();
    expect(items).toHaveLength(count);
    expect(items[0]).toMatchObject({ change: "created" });
    expect((await flow.poll()).polledNoChanges).toBe(true);
    add("new", Date.now());
    expect(idsOf((await flow.poll()).data.events)).toEqual(["new"]);
  });

  test("the range is asked for in milliseconds, and goes on every page", async () => {
    const { poll } = watch({ since: "2026-03-31T14:00:00.123Z" });
    rv.sandbox.requests.length = 0;
    await poll().catch(() => undefined);
    const asked = rv.sandbox.requests.filter(({ operationId }) => operationId === "getTeamEvents");
    expect(asked.length).toBeGreaterThan(0);
    for (const { query } of asked) {
      expect(query).toMatchObject({ from: String(Date.parse("2026-03-31T14:00:00.123Z")), order: "ASC" });
      expect(query.to).toMatch(/^\d{13}$/);
    }
  });

  test("events without an ID, which the description allows, are told by what they say", async () => {
    const { poll } = watch();
    await poll();
    const now = Date.now() - 1000;
    for (const [id, time] of [
      ["x", 0],
      ["y", 1],
    ] as const)
      delete (add(id, now + time) as Partial<AuditEvent>).id;
    expect((await poll()).data.events).toHaveLength(2);
    expect(await poll()).toMatchObject({ polledNoChanges: true, warnings: [] });
  });

  test("what is no event is not delivered, and is told of in the log", async () => {
    const { poll } = watch();
    await poll();
    rv.sandbox.fault({
      kind: "oddBody",
      body: { events: [null, 7, "x", []] },
      match: { operationId: "getTeamEvents" },
    });
    expect(await poll()).toMatchObject({
      polledNoChanges: true,
      warnings: ["4 records without an ID were skipped: they cannot be told apart."],
    });
  });

  test("whatever the order in which events come up to the overlap late, each is delivered once", async () => {
    const step = fc.array(fc.record({ late: fc.nat({ max: 4 * minute }), failing: fc.boolean() }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        rv.sandbox.reset();
        const { poll } = watch({ overlapMinutes: "5" });
        await poll();
        const delivered: string[] = [];
        const expected: string[] = [];
        for (const news of steps) {
          for (const { late } of news) {
            expected.push(`e${expected.length}`);
            add(String(expected.at(-1)), Date.now() - late);
          }
          if (news.some(({ failing }) => failing)) {
            rv.sandbox.fault({ kind: "serverError", status: 400 });
            await expect(poll()).rejects.toThrow();
          }
          rv.sandbox.clearFaults();
          delivered.push(...idsOf((await poll()).data.events));
        }
        expect(delivered.sort()).toEqual(expected.sort());
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
