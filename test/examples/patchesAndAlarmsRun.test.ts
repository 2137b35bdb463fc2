/** Alarms and missing patches, run from what TeamViewer finds to the tickets that it comes to. */
import type { Instance } from "../../examples/integrations/runner";
import { json, type Reply, startServer, type TestServer } from "../support/server";
import { firstOf, useTeamViewer } from "../support/teamviewer";
import { deployExample } from "./example";
import { bodiesOf, keyOf } from "./foreignServer";

const teamviewer = useTeamViewer();

let tickets: TestServer;

afterEach(() => tickets.close());

const device = () => firstOf(teamviewer.sandbox.store.devices.values());

const instanceWith = async (...replies: Reply[]): Promise<Instance> => {
  tickets = await startServer(...replies);
  return deployExample("patches-and-alarms", {
    "TeamViewer Connection": teamviewer.user,
    "Ticket Connection": keyOf("key-of-the-tickets"),
    "Tickets URL": `${tickets.url}/tickets`,
    "Device Group": device().groupid,
    "Missing Patches": 5,
  });
};

const numberOf = (id: string) => Number(id.slice(1));
const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().replace(/\.\d+/, "");

const raise = (AlarmId: string, groupid = device().groupid) => {
  const alarm = {
    AlarmId,
    Type: 3 as const,
    AlarmConfiguration: "Free disk space below 10 %",
    AlarmDetails: "FRONT-DESK-03: 4 % free on C:",
    DeviceId: numberOf(device().device_id),
    GroupId: numberOf(groupid),
    GroupIds: [groupid],
    Status: 0 as 0 | 1 | 2,
    TimeFrame: { FoundAt: at(-3) } as Record<string, string>,
  };
  teamviewer.sandbox.store.alarms.set(AlarmId, alarm);
  return alarm;
};

describe("an alarm", () => {
  const alarmId = "4c7e2a90-8f16-4b3d-9a52-d01b6e7f3c84";

  test("opens a ticket, which its acknowledgement sets to pending and its end solves, each once", async () => {
    const instance = await instanceWith({});
    expect(await instance.poll("Alarms")).toEqual([]);
    const alarm = raise(alarmId);
    await instance.poll("Alarms");
    Object.assign(alarm, { Status: 2 });
    Object.assign(alarm.TimeFrame, { AcknowledgedAt: at(-2), AcknowledgedBy: "Jan Nowak" });
    await instance.poll("Alarms");
    Object.assign(alarm, { Status: 1 });
    Object.assign(alarm.TimeFrame, { ResolvedAt: at(-1) });
    await instance.poll("Alarms");
    expect(await instance.poll("Alarms")).toEqual([]);
    const { FoundAt, AcknowledgedAt, ResolvedAt } = alarm.TimeFrame;
    const ticket = {
      reference: `teamviewer-alarm-${alarmId}`,
      priority: "high",
      subject: "Free disk space below 10 %",
    };
    expect(bodiesOf(tickets)).toEqual([
      { ...ticket, status: "open", at: FoundAt, description: "FRONT-DESK-03: 4 % free on C:" },
      expect.objectContaining({ ...ticket, status: "pending", at: AcknowledgedAt }),
      expect.objectContaining({ ...ticket, status: "solved", at: ResolvedAt }),
    ]);
    expect(bodiesOf(tickets)[1].description).toContain("Acknowledged by Jan Nowak.");
    expect(tickets.received[0]).toMatchObject({ headers: { authorization: "Bearer key-of-the-tickets" } });
  });

  test("of another group opens none", async () => {
    const instance = await instanceWith({});
    const other = firstOf(teamviewer.sandbox.store.groups.values(), ({ id }) => id !== device().groupid);
    await instance.poll("Alarms");
    raise(alarmId, other.id);
    await instance.poll("Alarms");
    expect(tickets.received).toEqual([]);
  });

  test("that comes and goes between two polls opens a ticket and solves it, in that order", async () => {
    const instance = await instanceWith({});
    await instance.poll("Alarms");
    const alarm = raise(alarmId);
    Object.assign(alarm, { Status: 1 });
    Object.assign(alarm.TimeFrame, { ResolvedAt: at(-1) });
    expect(await instance.poll("Alarms")).toHaveLength(2);
    expect(bodiesOf(tickets).map(({ status }) => status)).toEqual(["open", "solved"]);
  });

  test("gets its ticket although the ticket system is busy for a moment", async () => {
    const instance = await instanceWith(json(503, {}), json(201, {}));
    await instance.poll("Alarms");
    raise(alarmId);
    await instance.poll("Alarms");
    expect(tickets.received).toHaveLength(2);
  });
});

describe("a device that misses patches", () => {
  const patchDevice = () =>
    firstOf(teamviewer.sandbox.store.patchDevices.values(), ({ missing }) => missing.length > 0);
  const listed = (teamviewerId: number) =>
    [...teamviewer.sandbox.store.devices.values()].find(
      ({ remotecontrol_id }) => remotecontrol_id === `r${teamviewerId}`,
    );

  const missing = (count: number) => {
    const found = patchDevice();
    const [patch] = found.missing;
    if (!patch) throw new Error("The device misses no patch.");
    found.missing = Array.from({ length: count }, (_, index) => ({
      ...patch,
      patch_id: `${String(patch.patch_id).slice(0, -2)}${10 + index}`,
      severity: ([4, 3, 1, 2, 0] as const)[index % 5],
    }));
    return found;
  };

  test("gets a ticket that lists them, the critical ones first, and has it solved when they are there", async () => {
    missing(1);
    const instance = await instanceWith({});
    await instance.poll("Missing Patches");
    const { teamviewer_id } = missing(6);
    await instance.poll("Missing Patches");
    expect(await instance.poll("Missing Patches")).toEqual([]);
    const [ticket] = bodiesOf(tickets);
    const name = listed(teamviewer_id)?.alias ?? `TeamViewer ID ${teamviewer_id}`;
    expect(ticket).toMatchObject({
      reference: `teamviewer-patches-${teamviewer_id}`,
      status: "open",
      priority: "high",
      subject: `${name} misses 6 patches`,
    });
    const words = ticket.description.split("\n").map((line: string) => line.slice(2, line.indexOf(":")));
    expect(words).toEqual(["critical", "important", "moderate", "low", "low", "not rated"]);
    missing(1);
    await instance.poll("Missing Patches");
    expect(bodiesOf(tickets)[1]).toMatchObject({ reference: ticket.reference, status: "solved" });
  });

  test("whose list cannot be read gets a ticket that says so, and the execution fails, so that it is run again", async () => {
    missing(1);
    const instance = await instanceWith({});
    await instance.poll("Missing Patches");
    const { teamviewer_id } = missing(6);
    const path = new RegExp(`${teamviewer_id}.*missing|missing.*${teamviewer_id}`, "i");
    teamviewer.sandbox.fault({ kind: "serverError", status: 403, times: 4, match: { path } });
    await expect(instance.poll("Missing Patches")).rejects.toThrow(`could not be read: ${teamviewer_id}.`);
    const [ticket] = bodiesOf(tickets);
    expect(ticket).toMatchObject({ reference: `teamviewer-patches-${teamviewer_id}`, status: "open" });
    expect(ticket.description).toBe("Which ones could not be read.");
  });

  test("so many that nobody reads them is told how many more there are", async () => {
    missing(1);
    const instance = await instanceWith({});
    await instance.poll("Missing Patches");
    missing(60);
    await instance.poll("Missing Patches");
    const lines = bodiesOf(tickets)[0].description.split("\n");
    expect(lines).toHaveLength(51);
    expect(lines.at(-1)).toBe("and 10 more");
  });

  test("fewer than the customer has said gets no ticket", async () => {
    missing(1);
    const instance = await instanceWith({});
    await instance.poll("Missing Patches");
    missing(4);
    await instance.poll("Missing Patches");
    expect(tickets.received).toEqual([]);
  });
});
