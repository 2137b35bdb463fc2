/** Finished sessions to worklog and billing: from what has ended at TeamViewer to what the worklog has and TeamViewer says. */
import type { ConnectionReport } from "../../sandbox/teamviewer/connectionReports";
import { json, type Reply, startServer, type TestServer } from "../support/server";
import { firstOf, useTeamViewer } from "../support/teamviewer";
import { deployExample } from "./example";

const teamviewer = useTeamViewer();

let worklog: TestServer;

afterEach(() => worklog.close());

const minute = 60_000;

const groups = () => {
  const [customers = "", own = "", nobodys = ""] = teamviewer.sandbox.store.groups.keys();
  return { customers, own, nobodys };
};

const instanceWith = async (configVars: object = {}, ...replies: Reply[]) => {
  worklog = await startServer(...replies);
  const instance = deployExample("session-billing", {
    "TeamViewer Connection": teamviewer.company,
    "Customers By Group": [{ key: groups().customers.toUpperCase(), value: "C-17" }],
    "Own Devices": groups().own,
    "Minimum Minutes": 5,
    "Worklog URL": `${worklog.url}/entries`,
    "Worklog Connection": { key: "apiKey", configVarKey: "", fields: { apiKey: "key-of-the-worklog" } },
    ...configVars,
  });
  await instance.poll("Bill Finished Sessions");
  return { ...instance, bill: () => instance.poll("Bill Finished Sessions") };
};

/** A session that has just ended. */
const finish = (minutes: number, more: Partial<ConnectionReport>): ConnectionReport => {
  const { store } = teamviewer.sandbox;
  const report: ConnectionReport = {
    ...firstOf(store.reports.values()),
    id: store.newGuid(),
    start_date: new Date(Date.now() - minutes * minute).toISOString(),
    end_date: new Date().toISOString(),
    billing_state: "Bill",
    ...more,
  };
  store.reports.set(report.id, report);
  return report;
};

const stateOf = ({ id }: ConnectionReport) => teamviewer.sandbox.store.reports.get(id)?.billing_state;

const entries = (): Record<string, unknown>[] => worklog.received.map(({ body }) => JSON.parse(body));

test("a session with a customer's device is an entry of the worklog, once, and is billed at TeamViewer", async () => {
  const instance = await instanceWith();
  const report = finish(12.5, { groupid: groups().customers, custom_api: '{"ticket":"4711"}' });
  expect(await instance.bill()).toHaveLength(1);
  expect(entries()).toEqual([
    {
      reportId: report.id,
      customer: "C-17",
      minutes: 13,
      ticket: "4711",
      technician: report.username,
      device: report.devicename,
      start: report.start_date,
      end: report.end_date,
      notes: report.notes,
      fee: report.fee,
      currency: "EUR",
    },
  ]);
  expect(worklog.received[0]?.headers).toMatchObject({
    authorization: "Bearer key-of-the-worklog",
    "idempotency-key": report.id,
  });
  expect(stateOf(report)).toBe("Billed");
  expect(await instance.bill()).toEqual([]);
});

test("a session that was too short, or with an own device, is free; one that nobody pays for stays to be billed and is told of", async () => {
  const instance = await instanceWith();
  const short = finish(4, { groupid: groups().customers });
  const own = finish(60, { groupid: groups().own });
  const unclear = finish(60, { groupid: groups().nobodys, groupname: "Nobody's" });
  const billed = finish(60, { groupid: groups().customers, billing_state: "Billed" });
  await expect(instance.bill()).rejects.toThrow(`stay to be billed: ${unclear.id} of the group "Nobody's".`);
  expect(entries()).toEqual([]);
  expect([short, own, unclear, billed].map(stateOf)).toEqual(["DoNotBill", "DoNotBill", "Bill", "Billed"]);
});

test("a session without a group is not taken for one with an own device, when the customer has named none", async () => {
  const instance = await instanceWith({ "Own Devices": "" });
  const report = finish(60, { groupid: "", groupname: "" });
  await expect(instance.bill()).rejects.toThrow(report.id);
  expect(stateOf(report)).toBe("Bill");
});

test("a session that somebody bills by hand meanwhile is not billed twice", async () => {
  const sessions: ConnectionReport[] = [];
  const instance = await instanceWith({}, (_request, response) => {
    for (const session of sessions) session.billing_state = "Billed";
    response.end("{}");
  });
  for (const minutes of [20, 30]) sessions.push(finish(minutes, { groupid: groups().customers }));
  await instance.bill();
  expect(entries()).toHaveLength(1);
  expect(teamviewer.sandbox.requests.filter(({ method }) => method === "PUT")).toHaveLength(1);
});

test("a session that the worklog does not take stays to be billed, and the execution fails", async () => {
  const instance = await instanceWith({}, json(500, {}));
  const report = finish(30, { groupid: groups().customers });
  await expect(instance.bill()).rejects.toThrow("HTTP 500");
  expect(stateOf(report)).toBe("Bill");
});
