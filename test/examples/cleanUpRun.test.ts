/** The clean-ups of computers and devices: from what is there at the vendors to what is left, and to what is reported. */
import { useRealVnc } from "../support/realvnc";
import { startServer, type TestServer } from "../support/server";
import { firstOf, useTeamViewer } from "../support/teamviewer";
import { deployExample } from "./example";

const realvnc = useRealVnc();
const teamviewer = useTeamViewer();

let chat: TestServer;

beforeEach(async () => {
  chat = await startServer();
});

afterEach(() => chat.close());

interface Message {
  text: string;
  [field: string]: unknown;
}

const messages = (): Message[] => chat.received.map(({ body }) => JSON.parse(body));

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000).toISOString();

describe("the nightly clean-up of RealVNC computers", () => {
  const night = (configVars: object = {}) =>
    deployExample("realvnc-clean-up", {
      "RealVNC Connection": realvnc.connection,
      "Report URL": chat.url,
      ...configVars,
    }).poll("Clean Up Computers");

  const names = () => [...realvnc.sandbox.store.entries.values()].map(({ name }) => name);

  test("reports, and changes nothing, as long as nobody switches Dry Run off", async () => {
    const before = names();
    await night();
    expect(names()).toEqual(before);
    expect(messages()).toEqual([
      {
        text: "RealVNC Connect: 3 changes for duplicates, 2 stale computers. Nothing is changed, because Dry Run is on.",
        duplicates: expect.arrayContaining(["rename TILL-7 (2) to TILL-7"]),
        stale: expect.arrayContaining([expect.stringMatching(/^remove LAB-OLD-1, seen last \d{4}-/)]),
      },
    ]);
  });

  test("reports an old duplicate once, and a working entry that is stale as what is removed", async () => {
    realvnc.entry("TILL-7").serverLastSeenTime = daysAgo(120);
    realvnc.entry("TILL-7 (2)").serverLastSeenTime = daysAgo(100);
    await night({ "Dry Run": false });
    expect(names().filter((name) => name.startsWith("TILL-7"))).not.toContain("TILL-7");
    const [report] = messages();
    expect(report?.duplicates).toContainEqual(expect.stringMatching(/^remove TILL-7,/));
    expect(report?.stale).toContainEqual(expect.stringMatching(/^remove TILL-7 \(2\),/));
    expect(report?.stale).not.toContainEqual(expect.stringMatching(/^remove TILL-7,/));
  });

  test("removes what it has reported once Dry Run is off, and tells of it", async () => {
    await night({ "Dry Run": false });
    expect(names().filter((name) => /^(TILL-7( \(2\)| #3)?|LAB-OLD-\d)$/.test(name))).toEqual(["TILL-7"]);
    const [report, outcome] = messages();
    expect(report?.text).toMatch(/The changes are made now\.$/);
    expect(outcome?.text).toBe("RealVNC Connect: 5 changes made, 0 failed.");
    expect(outcome?.notDone).toContainEqual(
      expect.stringMatching(/^remove SPARE-1: skipped\. It has no last-seen time/),
    );
  });

  test.each([4, undefined])(
    "changes nothing when there is more to change than the maximum (%p), and says so",
    async (most) => {
      const before = names();
      await night({ "Dry Run": false, "Maximum Changes": most });
      expect(names()).toEqual(before);
      expect(messages().map(({ text }) => text)).toEqual([expect.stringContaining("more than the maximum of")]);
    },
  );

  test("changes nothing when the report cannot be sent", async () => {
    const before = names();
    await expect(night({ "Dry Run": false, "Report URL": "http://127.0.0.1:1" })).rejects.toThrow();
    expect(names()).toEqual(before);
  });
});

describe("the clean-up of stale TeamViewer devices", () => {
  const { devices, group } = {
    devices: () => [...teamviewer.sandbox.store.devices.values()],
    group: () => [...teamviewer.sandbox.store.groups.keys()][0] ?? "",
  };

  const deployed = () =>
    deployExample("stale-devices", {
      "TeamViewer Connection": teamviewer.user,
      "Device Group": group(),
      "Days Not Seen": 180,
      "Report URL": chat.url,
    });

  /** Makes devices of the group offline, seen last so many days ago each, and all others online. */
  const lastSeen = (...days: number[]) => {
    for (const device of devices()) device.online_state = "Online";
    const ofGroup = devices().filter(({ groupid }) => groupid === group());
    return days.map((count, index) => {
      const device = ofGroup[index];
      if (!device) throw new Error("The sandbox has too few devices.");
      return Object.assign(device, { online_state: "Offline", last_seen: daysAgo(count) });
    });
  };

  const isThere = (device: { device_id: string } | undefined) =>
    teamviewer.sandbox.store.devices.has(device?.device_id ?? "");

  const reported = async () => {
    await deployed().poll("Report Stale Devices");
    const { approval, ...report } = messages().at(-1) as Message & { approval: { url: string; body: object } };
    return { report, approval };
  };

  test("reports the stale devices of the group alone, with what approves it, and removes nothing", async () => {
    const [stale, fresh] = lastSeen(200, 100);
    const other = firstOf(devices(), ({ groupid }) => groupid !== group());
    Object.assign(other, { online_state: "Offline", last_seen: daysAgo(200) });
    const { report, approval } = await reported();
    expect(report).toEqual({
      text: "TeamViewer: 1 devices were not seen for 180 days. They are removed when that is approved within 31 days.",
      devices: [`${stale?.alias}, seen last ${stale?.last_seen}`],
    });
    expect(approval).toEqual({
      url: "https://hooks.example.com/Remove%20Approved%20Devices",
      body: { reportedAt: expect.stringMatching(/^\d{4}-.*Z$/), deviceIds: [stale?.device_id] },
    });
    expect([stale, fresh, other].map(isThere)).toEqual([true, true, true]);
  });

  test("removes what was approved and is still stale, and neither what was seen since nor what nobody approved", async () => {
    const [removed, seen] = lastSeen(200, 300);
    const { approval } = await reported();
    const [, , late] = lastSeen(200, 1, 400);
    await deployed().call("Remove Approved Devices", { approvedBy: "Maria Keller", ...approval.body });
    expect([removed, seen, late].map(isThere)).toEqual([false, true, true]);
    expect(messages().at(-1)).toEqual({
      text: "TeamViewer: 1 devices were removed, as Maria Keller approved. 0 could not be removed. 1 are not stale any more.",
      removed: [removed?.alias],
      failed: [],
    });
  });

  test("goes on after a device that cannot be removed, and names it", async () => {
    const [kept, removed] = lastSeen(200, 300);
    const { approval } = await reported();
    const refusal = { kind: "serverError", status: 403, match: { method: "DELETE" } } as const;
    for (let count = 0; count < 3; count++) teamviewer.sandbox.fault(refusal);
    await deployed().call("Remove Approved Devices", { approvedBy: "Maria Keller", ...approval.body });
    expect([kept, removed].map(isThere)).toEqual([true, false]);
    expect(messages().at(-1)).toMatchObject({ removed: [removed?.alias], failed: [kept?.alias] });
  });

  test.each([
    ["that names nobody", { approvedBy: "" }, "does not say who approves"],
    ["of an old report", { reportedAt: daysAgo(32) }, "not of a report of the last 31 days"],
    ["of no report", { reportedAt: undefined }, "not of a report of the last 31 days"],
    ["without devices", { deviceIds: [] }, "names no devices"],
  ])("refuses an approval %s, says why, and removes nothing", async (_what, change, reason) => {
    const [stale] = lastSeen(200);
    const approval = { approvedBy: "Maria Keller", reportedAt: daysAgo(1), deviceIds: [stale?.device_id], ...change };
    await deployed().call("Remove Approved Devices", approval);
    expect(isThere(stale)).toBe(true);
    expect(messages().map(({ text }) => text)).toEqual([expect.stringContaining(reason)]);
  });

  test("reports also that nothing is stale, and asks for no approval", async () => {
    lastSeen(10);
    const { report, approval } = await reported();
    expect(report.text).toBe("TeamViewer: 0 devices were not seen for 180 days.");
    expect(approval).toBeUndefined();
  });
});
