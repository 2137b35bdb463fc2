import { isoDate as iso } from "../../../sandbox/core/time";
import type { AuditEvent } from "../../../sandbox/teamviewer";
import { readDescription } from "../../../spec/description";
import { closeServers, connectionFor, serve } from "../../support/client";
import { json } from "../../support/server";
import { useTeamViewer } from "../../support/teamviewer";
import { flowWith, keepsThePromises } from "../../support/triggers";

type Events = { events: AuditEvent[] };
type Body = Record<string, unknown> & { StartDate: string; EndDate: string };

const tv = useTeamViewer({ seed: { events: 300 } });

afterAll(closeServers);

const watch = (inputs: object = {}) => flowWith<Events>(tv, "newEventLogEntries", inputs);

const minute = 60_000;
const call = "POST /EventLogging";

/** The newest event is logged seven minutes before the sandbox starts; these are logged after it. */
const newest = () => Math.max(...tv.sandbox.store.events.map(({ Timestamp }) => Date.parse(Timestamp)));

const log = (time: number, fields: Partial<AuditEvent> = {}): AuditEvent => {
  const event: AuditEvent = {
    EventName: "UserCreated",
    EventType: "UserProfile",
    Timestamp: iso(time),
    Author: "Maria Keller",
    AuthorEmail: "maria.keller@example.com",
    AffectedItem: "Alex Morgan",
    EventDetails: [{ PropertyName: "Name", NewValue: "Alex" }],
    ...fields,
  };
  tv.sandbox.store.events.push(event);
  return event;
};

const bodies = () => tv.sandbox.requests.map(({ body }) => body as Body);

let logged = 0;

describe("as every trigger", () => {
  keepsThePromises(tv, {
    key: "newEventLogEntries",
    otherInputs: { EventTypes: "Policy" },
    calls: [call],
    makeNews: () => {
      logged += 1;
      log(newest() + minute, { AffectedItem: `Item ${logged}` });
    },
  });
});

test("events come oldest first, as the vendor gives them", async () => {
  const { poll } = watch();
  await poll();
  const at = newest();
  const later = log(at + 2 * minute);
  const sooner = log(at + minute, { EventName: "UserDeleted" });
  expect((await poll()).data).toEqual({ events: [sooner, later] });
});

describe("equal events", () => {
  test("of one second are as many as they are", async () => {
    const { poll } = watch();
    await poll();
    const at = newest() + minute;
    const event = log(at);
    log(at);
    expect((await poll()).data.events).toEqual([event, event]);
    log(at);
    expect((await poll()).data.events).toEqual([event]);
    expect((await poll()).polledNoChanges).toBe(true);
  });

  test("whose details come in another order are known", async () => {
    const { poll } = watch();
    await poll();
    const details = [
      { PropertyName: "Name", NewValue: "A" },
      { PropertyName: "Email", NewValue: "B" },
    ];
    const event = log(newest() + minute, { EventDetails: details });
    expect((await poll()).data.events).toHaveLength(1);
    event.EventDetails = [...details].reverse();
    expect((await poll()).polledNoChanges).toBe(true);
  });
});

test("a late event is delivered within the overlap", async () => {
  const { poll } = watch({ overlapMinutes: "30" });
  await poll();
  const at = newest();
  for (let index = 1; index <= 20; index += 1) log(at + index * minute, { AffectedItem: `Item ${index}` });
  await poll();
  const late = log(at + 20 * minute - 25 * minute, { AffectedItem: "Late" });
  expect((await poll()).data.events).toEqual([late]);
});

test("many events are read over all pages", async () => {
  const { poll } = watch();
  await poll();
  const at = newest();
  const added = Array.from({ length: 180 }, (_, index) => log(at + index * 1000, { AffectedItem: `Item ${index}` }));
  const { data, calls } = await poll();
  expect(data.events).toEqual(added);
  expect(calls).toHaveLength(4);
});

test("an event that is logged while pages are read does not repeat one", async () => {
  const { poll } = watch();
  await poll();
  const at = newest();
  for (let index = 0; index < 80; index += 1) log(at + index * 1000, { AffectedItem: `Item ${index}` });
  const { requests } = tv.sandbox;
  const before = requests.length;
  tv.sandbox.fault({ kind: "latency", milliseconds: 50, times: 2 });
  const polled = poll();
  while (requests.length < before + 2) await new Promise((resolve) => setTimeout(resolve, 1));
  log(at + 100_000, { AffectedItem: "In between" });
  const items = (await polled).data.events.map(({ AffectedItem }) => AffectedItem);
  expect(items).toHaveLength(80);
  expect(new Set(items).size).toBe(80);
  expect((await poll()).data.events.map(({ AffectedItem }) => AffectedItem)).toEqual(["In between"]);
});

test("with Since, the first poll delivers what is newer", async () => {
  const since = newest() - 60 * 7 * minute;
  const { poll } = watch({ since: iso(since) });
  const { data } = await poll();
  expect(data.events).toHaveLength(60);
  expect(bodies()[0]?.StartDate).toBe(iso(since));
  expect((await poll()).polledNoChanges).toBe(true);
});

test("a quiet company's events are found after any time", async () => {
  tv.sandbox.store.events.length = 0;
  const { poll } = watch();
  await poll();
  const later = jest.spyOn(Date, "now").mockReturnValue(Date.now() + 90 * 24 * 60 * minute);
  const event = log(Date.now() - 80 * 24 * 60 * minute);
  const { data } = await poll();
  later.mockRestore();
  expect(data.events).toEqual([event]);
});

describe("the window", () => {
  test("is written as the vendor wants it, and ends a day from now", async () => {
    const { poll } = watch();
    await poll();
    await poll();
    for (const { StartDate, EndDate } of bodies()) {
      expect([StartDate, EndDate]).toEqual([
        expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      ]);
      expect(Date.parse(EndDate) - Date.now()).toBeGreaterThan(23 * 60 * minute);
    }
  });

  test("moves with the events' own times", async () => {
    const { poll } = watch({ overlapMinutes: "30" });
    await poll();
    const at = newest();
    for (let index = 0; index < 10; index += 1) log(at + (100 + index) * minute, { AffectedItem: `Item ${index}` });
    await poll();
    await poll();
    expect(bodies().at(-1)?.StartDate).toBe(iso(at + 70 * minute));
  });

  test.each([
    ["50 minutes fast", 50],
    ["20 hours slow", -20 * 60],
  ])("a clock that is %s misses nothing", async (_, skew) => {
    const real = Date.now();
    const clock = jest.spyOn(Date, "now").mockReturnValue(real + skew * minute);
    const { poll } = watch();
    await poll();
    const event = log(real);
    const { data } = await poll();
    clock.mockRestore();
    expect(data.events).toEqual([event]);
  });
});

describe("filters", () => {
  test("are sent on every page, in the vendor's spelling", async () => {
    const names = "startedsession, UserCreated";
    await watch({
      EventTypes: "session;UserProfile",
      EventNames: names,
      AccountEmails: "a@example.com",
      since: "2020-01-01T00:00:00Z",
    }).poll();
    expect(bodies().length).toBeGreaterThan(0);
    for (const body of bodies()) {
      expect(body).toMatchObject({
        EventTypes: ["Session", "UserProfile"],
        EventNames: ["StartedSession", "UserCreated"],
        AccountEmails: ["a@example.com"],
      });
    }
  });

  test("that are blank are left out", async () => {
    await watch().poll();
    expect(Object.keys(bodies()[0] ?? {}).sort()).toEqual(["EndDate", "StartDate"]);
  });

  test("let through what they name only", async () => {
    const { poll } = watch({ EventNames: "PolicyUpdated" });
    await poll();
    log(newest() + minute);
    const wanted = log(newest() + minute, { EventName: "PolicyUpdated", EventType: "Policy" });
    expect((await poll()).data.events).toEqual([wanted]);
  });

  test.each([
    [{ EventTypes: "Sessions" }, 'Event Types: "Sessions" is none of UserProfile, Session'],
    [{ EventNames: "UserMade" }, 'Event Names: "UserMade" is none of EditTFAUsage'],
    [{ AccountEmails: "maria" }, "Account Emails: must be e-mail addresses"],
    [{ AffectedItem: "Till", EventTypes: "Session" }, "Affected Item: it leaves out all session events"],
    [{ overlapMinutes: "1441" }, "Overlap Minutes: must be 1440 or less"],
  ])("%j is refused before anything is sent", async (inputs, message) => {
    await expect(watch(inputs).poll()).rejects.toThrow(message);
    expect(tv.sandbox.requests).toHaveLength(0);
  });

  test("offer what the vendor's description knows", async () => {
    const { components } = readDescription("teamviewer") as unknown as {
      components: { schemas: Record<string, { properties: Record<string, { "x-values": string[] }> }> };
    };
    const { EventNames, EventTypes } = components.schemas.AuditLogParameters?.properties ?? {};
    for (const [input, known] of [
      ["EventNames", EventNames],
      ["EventTypes", EventTypes],
    ] as const) {
      const all = known?.["x-values"].join(", ");
      await expect(watch({ [input]: "NoSuchEvent" }).poll()).rejects.toThrow(`"NoSuchEvent" is none of ${all}.`);
    }
  });
});

test("a request that the vendor could not read fails the poll with the vendor's words", async () => {
  const server = await serve(json(200, { AuditEvents: [], ParsingError: "EndDate is not a date" }));
  const flow = flowWith<Events>(tv, "newEventLogEntries", {}, connectionFor(server));
  await expect(flow.poll()).rejects.toThrow("EndDate is not a date");
});

test("a question is asked again when the server failed: its POST only reads", async () => {
  const { poll } = watch();
  tv.sandbox.fault({ kind: "unavailable" });
  await poll();
  expect(tv.sandbox.requests).toHaveLength(2);
});

describe("a backlog of more than one poll delivers", () => {
  const large = useTeamViewer({ seed: { events: 0 }, pageSizes: { events: 2000 } });
  const more = expect.stringContaining("the rest by the next polls");

  test("comes in parts, the oldest first, each event once", async () => {
    const { poll } = flowWith<Events>(large, "newEventLogEntries");
    const start = Date.now() - 86_400_000 * 3;
    await poll({ inputs: { since: iso(start - 1000) } });
    const { events } = large.sandbox.store;
    // A day and a half of an event every ten seconds, and as many in the three hours after it.
    for (let index = 0; index < 26_000; index += 1) {
      const seconds = index < 13_000 ? index * 10 : 130_000 + (index - 13_000);
      events.push({
        EventName: "UserCreated",
        EventType: "UserProfile",
        Timestamp: iso(start + seconds * 1000),
        AffectedItem: `Item ${index}`,
      });
    }
    const lists: string[][] = [];
    let warnings: string[] = [];
    do {
      const polled = await poll();
      lists.push(polled.data.events.map(({ AffectedItem }) => `${AffectedItem}`));
      ({ warnings } = polled);
      expect(warnings).toEqual(warnings.length > 0 ? [more] : []);
    } while (warnings.length > 0);
    expect(lists.length).toBeGreaterThan(1);
    expect(lists.flat()).toEqual(Array.from({ length: 26_000 }, (_, index) => `Item ${index}`));
    expect((await poll()).polledNoChanges).toBe(true);
  }, 120_000);
});
