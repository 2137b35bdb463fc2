import { type ConnectionReport, type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { freshForEveryTest } from "../support/sandbox";
import { type Ask, client, firstOf } from "./client";

const now = new Date("2026-03-02T08:00:00Z");
const guid = (last: number) => `3fa85f64-5717-4562-b3fc-${String(last).padStart(12, "0")}`;

describe("Connection reports, audit events and alarms of the sandbox", () => {
  let sandbox: Sandbox;
  let ask: Ask;
  beforeAll(async () => {
    sandbox = await startSandbox({ now: () => now });
    ask = client(sandbox);
  });
  freshForEveryTest(() => sandbox);

  describe("connection reports", () => {
    const list = async (query: string): Promise<ConnectionReport[]> =>
      (await ask("GET", `/reports/connections?${query}`)).data.records;
    const hour = (number: number) => `2026-03-01T${String(number).padStart(2, "0")}:00:00Z`;
    const put = (number: number, fields: Partial<ConnectionReport> = {}) => {
      const { userId } = sandbox.store.account;
      const dates = { start_date: hour(number), end_date: hour(number + 1) };
      sandbox.store.reports.set(guid(number), { id: guid(number), userid: userId, ...dates, ...fields });
    };
    const numbers = async (query: string) => (await list(query)).map(({ id }) => Number(id.slice(-12)));

    it("take from_date as an inclusive and to_date as an exclusive bound, in any time zone", async () => {
      sandbox.store.reports.clear();
      for (const number of [1, 2, 3, 4]) put(number);
      expect(await numbers(`from_date=${hour(2)}`)).toEqual([4, 3, 2]);
      expect(await numbers(`to_date=${hour(3)}`)).toEqual([1]);
      expect(await numbers(`from_date=${hour(2)}&to_date=${hour(5)}`)).toEqual([3, 2]);
      expect(await numbers("from_date=2026-03-01T05:00:00%2B02:00")).toEqual([4, 3]);
      expect((await ask("GET", "/reports/connections?from_date=yesterday")).status).toBe(400);
    });

    it("sort equal end dates by id, so that pages neither lose nor repeat one", async () => {
      sandbox.store.reports.clear();
      for (const number of [2, 4, 1, 3]) put(number, { end_date: hour(9) });
      expect(await numbers("")).toEqual([4, 3, 2, 1]);
      expect(await numbers(`offset_id=${guid(3)}`)).toEqual([2, 1]);
    });

    it("are filtered by user, device, group and code", async () => {
      sandbox.store.reports.clear();
      put(1, { username: "Ann", deviceid: "111", devicename: "Till", groupid: "g1", session_code: "s1" });
      put(2, { username: "Bea", userid: "u2", deviceid: "222", devicename: "Desk" });
      for (const query of [
        "username=Ann",
        "deviceid=111",
        "devicename=Till",
        "groupid=g1",
        "has_code=true",
        "session_code=s1",
      ]) {
        expect(await numbers(query)).toEqual([1]);
      }
      for (const query of ["userid=u2", "groupid=0", "has_code=false", "username=Bea&devicename=Desk"]) {
        expect(await numbers(query)).toEqual([2]);
      }
      put(3, { support_session_type: 3 });
      expect(await numbers("support_session_type=RemoteSupportActiveSdk")).toEqual([3]);
      expect(await numbers("support_session_type=3")).toEqual([3]);
    });

    it("take notes and a billing state, and are deleted", async () => {
      const { id } = firstOf(sandbox.store.reports.values());
      const path = `/reports/connections/${id}`;
      const data = { billing_state: "DoNotBill", notes: "Goodwill" };
      expect((await ask("PUT", path, { data })).status).toBe(204);
      expect((await ask("GET", path)).data).toMatchObject(data);
      expect((await ask("PUT", path, { data: { billing_state: "Free" } })).status).toBe(400);
      expect((await ask("DELETE", path)).status).toBe(204);
      expect((await ask("GET", path)).status).toBe(404);
    });

    it("of colleagues are shown only to users who may view all connections", async () => {
      const { users, account } = sandbox.store;
      const owner = users.get(account.userId);
      if (owner) owner.permissions = "ViewOwnConnections";
      expect(new Set((await list("")).map(({ userid }) => userid))).toEqual(new Set([account.userId]));
      const company = await client(sandbox, sandbox.credentials.companyToken)("GET", "/reports/connections");
      expect(company.data.records).toHaveLength(sandbox.store.reports.size);
    });
  });

  describe("audit events", () => {
    const window = { StartDate: "2026-03-01T00:00:00Z", EndDate: "2026-03-02T00:00:00Z" };
    const list = async (fields: object = {}) =>
      (await ask("POST", "/EventLogging", { data: { ...window, ...fields } })).data.AuditEvents.map(
        ({ AffectedItem }: { AffectedItem: string }) => AffectedItem,
      );
    const session = { EventName: "StartedSession", EventType: "Session" };
    const change = { EventName: "UserCreated", EventType: "CompanyAdministration" };

    beforeEach(() => {
      sandbox.store.events = [
        { ...change, Timestamp: "2026-03-01T00:00:00Z", AffectedItem: "first", AuthorEmail: "ann@example.com" },
        {
          ...session,
          Timestamp: "2026-03-01T12:00:00Z",
          AffectedItem: "second",
          AuthorEmail: "bea@example.com",
          EventDetails: [{ PropertyName: "RCSessionGuid", NewValue: guid(7) }],
        },
        { ...change, Timestamp: "2026-03-02T00:00:00Z", AffectedItem: "third" },
      ];
    });

    it("come newest first, from the start up to but not including the end", async () => {
      expect(await list()).toEqual(["second", "first"]);
    });

    it("are filtered by name, type and author", async () => {
      expect(await list({ EventNames: ["UserCreated", "UserDeleted"] })).toEqual(["first"]);
      expect(await list({ EventTypes: ["Session"] })).toEqual(["second"]);
      expect(await list({ AccountEmails: ["ann@example.com"] })).toEqual(["first"]);
    });

    it("drop session events for an affected item, and all others for a session's GUID", async () => {
      expect(await list({ AffectedItem: "first" })).toEqual(["first"]);
      expect(await list({ AffectedItem: "second" })).toEqual([]);
      expect(await list({ RCSessionGuid: guid(7) })).toEqual(["second"]);
    });

    it("refuse a window that ends before it starts", async () => {
      const { StartDate: EndDate, EndDate: StartDate } = window;
      expect((await ask("POST", "/EventLogging", { data: { StartDate, EndDate } })).status).toBe(400);
    });

    it("end with a null token", async () => {
      expect((await ask("POST", "/EventLogging", { data: window })).data.ContinuationToken).toBeNull();
    });
  });

  describe("alarms", () => {
    const ids = async (query: string) =>
      (await ask("GET", `/monitoring/alarms?${query}`)).data.Alarms.map(({ AlarmId }: { AlarmId: string }) => AlarmId);
    const found = (number: number, FoundAt: string, Status: 0 | 1 | 2 = 0) =>
      sandbox.store.alarms.set(guid(number), {
        AlarmId: guid(number),
        Status,
        DeviceId: number,
        TimeFrame: { FoundAt },
      });

    beforeEach(() => {
      sandbox.store.alarms.clear();
      found(1, "2026-03-01T10:00:00Z");
      found(2, "2026-03-01T11:00:00Z", 1);
    });

    it("are filtered by status, device and time", async () => {
      expect(await ids("status=1")).toEqual([guid(2)]);
      expect(await ids("deviceId=1")).toEqual([guid(1)]);
      expect(await ids("startDate=2026-03-01T10:30:00Z")).toEqual([guid(2)]);
      expect(await ids("endDate=2026-03-01T10:30:00Z")).toEqual([guid(1)]);
      expect((await ask("GET", "/monitoring/alarms?startDate=2026-03-01")).status).toBe(400);
    });

    it("are the same by POST", async () => {
      const { Alarms } = (await ask("POST", "/monitoring/alarms", { data: { Status: 0 } })).data;
      expect(Alarms).toMatchObject([{ AlarmId: guid(1) }]);
    });
  });
});
