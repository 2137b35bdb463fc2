/** Audit events to a SIEM: from what happens at the vendors to what the SIEM has received. */
import { inspect } from "node:util";
import auditToSiem from "../../examples/integrations/audit-to-siem/code-native";
import { deploy, type Instance } from "../../examples/integrations/runner";
import { recordingLogger } from "../support/logger";
import { useRealVnc } from "../support/realvnc";
import { json, type Reply, startServer, type TestServer } from "../support/server";
import { useTeamViewer } from "../support/teamviewer";
import { deployExample, dist } from "./example";

const teamviewer = useTeamViewer();
const realvnc = useRealVnc();

let siem: TestServer;

afterEach(() => siem.close());

const { logger } = recordingLogger();

const forms = {
  "as code": (configVars: object) => deploy(auditToSiem, { dist, logger, configVars: { ...configVars } }),
  "as YAML": (configVars: object) => deployExample("audit-to-siem", { ...configVars }),
};

const instanceWith = async (form: keyof typeof forms, configVars: object, ...replies: Reply[]): Promise<Instance> => {
  siem = await startServer(...replies);
  const url = `${siem.url}/events`;
  return forms[form]({
    "TeamViewer Connection": teamviewer.company,
    "RealVNC Connection": realvnc.connection,
    "SIEM URL": url,
    "SIEM Connection": { key: "siem", configVarKey: "", fields: { url, apiKey: "key-of-the-siem" } },
    "Only RealVNC Sessions": false,
    ...configVars,
  });
};

const bodies = (): Record<string, unknown>[][] => siem.received.map(({ body }) => JSON.parse(body));

/** So many events of different items, one in each of the last seconds; gives the items. */
const happenAtTeamViewer = (count: number): string[] => {
  const { events } = teamviewer.sandbox.store;
  const [example] = events;
  if (!example) throw new Error("The sandbox has no events.");
  return Array.from({ length: count }, (_, index) => {
    const AffectedItem = `Item ${index}`;
    const Timestamp = new Date(Date.now() - (count - index) * 1000).toISOString();
    events.push({ ...example, AffectedItem, Timestamp });
    return AffectedItem;
  });
};

describe.each([
  ["as code" as const, 1],
  ["as YAML" as const, 5],
])("%s", (form, tries) => {
  test("an event at TeamViewer is sent once, with the key, in the common form", async () => {
    const instance = await instanceWith(form, {});
    expect(await instance.poll("TeamViewer Audit Events")).toEqual([]);
    expect(siem.received).toEqual([]);
    teamviewer.sandbox.simulateActivity();
    await instance.poll("TeamViewer Audit Events");
    expect(await instance.poll("TeamViewer Audit Events")).toEqual([]);
    const event = teamviewer.sandbox.store.events.at(-1);
    expect(siem.received).toMatchObject([
      { method: "POST", url: "/events", headers: { authorization: "Bearer key-of-the-siem" } },
    ]);
    expect(bodies()).toEqual([
      [
        {
          source: "teamviewer",
          time: event?.Timestamp,
          category: "CompanyAdministration",
          action: "EditUserProperties",
          actor: { name: event?.Author, email: event?.AuthorEmail },
          target: event?.AffectedItem,
          details: event?.EventDetails,
        },
      ],
    ]);
  });

  test("events at RealVNC are sent once, each with its ID", async () => {
    const instance = await instanceWith(form, {});
    await instance.poll("RealVNC Audit Events");
    const before = realvnc.sandbox.store.events.length;
    realvnc.sandbox.simulateActivity();
    await instance.poll("RealVNC Audit Events");
    expect(await instance.poll("RealVNC Audit Events")).toEqual([]);
    const events = realvnc.sandbox.store.events.slice(before);
    expect(events).toHaveLength(2);
    const [sent] = bodies();
    expect(sent).toHaveLength(2);
    for (const { id, timestamp, eventType, email, serverName, description } of events) {
      expect(sent).toContainEqual({
        source: "realvnc",
        id,
        time: new Date(timestamp).toISOString(),
        category: "SESSION_LOG",
        action: eventType,
        actor: { name: "", email },
        target: serverName,
        details: { description, serverIp: "10.100.2.4", viewerIp: "10.100.11.121" },
      });
    }
  });

  test("an event whose time is missing does not keep the others", async () => {
    const instance = await instanceWith(form, {});
    await instance.poll("RealVNC Audit Events");
    const before = realvnc.sandbox.store.events.length;
    realvnc.sandbox.simulateActivity();
    const [odd, other] = realvnc.sandbox.store.events.slice(before);
    // The sandbox looks for events by their time, and tells of this one without it.
    Object.defineProperty(odd, "toJSON", { value: () => ({ ...odd, timestamp: undefined }) });
    await instance.poll("RealVNC Audit Events");
    const [sent] = bodies();
    expect(sent?.map(({ id, time }) => [id, time === ""])).toEqual(
      expect.arrayContaining([
        [odd?.id, true],
        [other?.id, false],
      ]),
    );
  });

  test("what the customer has chosen reaches the trigger: of the team's changes nothing is sent", async () => {
    const instance = await instanceWith(form, { "Only RealVNC Sessions": true });
    await instance.poll("RealVNC Audit Events");
    realvnc.sandbox.simulateActivity();
    const [event] = realvnc.sandbox.store.events.slice(-1);
    if (!event) throw new Error("Nothing has happened.");
    realvnc.sandbox.store.events.push({ ...event, id: "OfTheTeam", eventCategory: "TEAM_MANAGEMENT" });
    await instance.poll("RealVNC Audit Events");
    const [sent] = bodies();
    expect(sent).toHaveLength(2);
    expect(sent?.every(({ category }) => category === "SESSION_LOG")).toBe(true);
  });

  test("more than a hundred events go in lists of at most a hundred, in the order of the log", async () => {
    const instance = await instanceWith(form, {});
    await instance.poll("TeamViewer Audit Events");
    const items = happenAtTeamViewer(120);
    await instance.poll("TeamViewer Audit Events");
    expect(bodies().map((events) => events.length)).toEqual([100, 20]);
    expect(
      bodies()
        .flat()
        .map(({ target }) => target),
    ).toEqual(items);
  });

  test("a SIEM that is busy for a moment gets the events all the same, and once", async () => {
    const instance = await instanceWith(form, {}, json(503, {}), json(200, {}));
    await instance.poll("TeamViewer Audit Events");
    teamviewer.sandbox.simulateActivity();
    expect(await instance.poll("TeamViewer Audit Events")).toHaveLength(1);
    const [first, second, ...others] = bodies();
    expect(second).toEqual(first);
    expect(others).toEqual([]);
  });

  test("a SIEM that refuses makes the execution fail, and the error has not the key", async () => {
    const instance = await instanceWith(form, {}, json(403, {}));
    await instance.poll("TeamViewer Audit Events");
    teamviewer.sandbox.simulateActivity();
    const error = await instance.poll("TeamViewer Audit Events").then(undefined, (reason: unknown) => reason);
    expect(error).toMatchObject({ message: expect.stringContaining("403") });
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain("key-of-the-siem");
    expect(siem.received).toHaveLength(tries);
  });
});
