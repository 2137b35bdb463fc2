import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { type Ask, client } from "./client";

const now = new Date("2026-03-02T08:00:00Z");
const day = { StartDate: "2020-01-01T00:00:00Z", EndDate: "2030-01-01T00:00:00Z" };

/** How each list of the vendor pages: where the token goes in, where it comes out, and what is on a page. */
const lists = [
  {
    list: "managed devices",
    size: 4,
    total: 10,
    path: "/managed/devices",
    asks: "paginationToken",
    gives: "nextPaginationToken",
    holds: "resources",
    id: "id",
  },
  {
    list: "company devices",
    size: 4,
    total: 8,
    path: "/managed/devices/company",
    asks: "paginationToken",
    gives: "nextPaginationToken",
    holds: "resources",
    id: "id",
  },
  {
    list: "managed groups",
    size: 2,
    total: 5,
    path: "/managed/groups",
    asks: "paginationToken",
    gives: "nextPaginationToken",
    holds: "resources",
    id: "id",
  },
  {
    list: "user groups",
    size: 2,
    total: 5,
    path: "/usergroups",
    asks: "paginationToken",
    gives: "nextPaginationToken",
    holds: "resources",
    id: "id",
  },
  {
    list: "sessions",
    size: 3,
    total: 8,
    path: "/sessions?state=open,closed",
    asks: "offset",
    gives: "next_offset",
    holds: "sessions",
    id: "code",
  },
  {
    list: "connection reports",
    size: 3,
    total: 8,
    path: "/reports/connections",
    asks: "offset_id",
    gives: "next_offset",
    holds: "records",
    id: "id",
  },
  {
    list: "device reports",
    size: 3,
    total: 8,
    path: "/reports/devices",
    asks: "offset_id",
    gives: "next_offset",
    holds: "records",
    id: "Id",
  },
  {
    list: "patch devices",
    size: 3,
    total: 7,
    path: "/patchmanagement/devices",
    asks: "continuationToken",
    gives: "continuation_token",
    holds: "devices",
    id: "teamviewer_id",
  },
  {
    list: "alarms",
    size: 3,
    total: 7,
    path: "/monitoring/alarms",
    asks: "continuationToken",
    gives: "ContinuationToken",
    holds: "Alarms",
    id: "AlarmId",
  },
  {
    list: "alarms by POST",
    size: 3,
    total: 7,
    path: "/monitoring/alarms",
    body: {},
    asks: "ContinuationToken",
    gives: "ContinuationToken",
    holds: "Alarms",
    id: "AlarmId",
  },
  {
    list: "scan result counts",
    size: 3,
    total: 7,
    path: "/patchmanagement/scanresultcounts",
    body: {},
    asks: "continuation_token",
    gives: "ContinuationToken",
    holds: "DeviceMissingPatchesCountInfoList",
    id: "DeviceId",
  },
  {
    list: "audit events",
    size: 50,
    total: 120,
    path: "/EventLogging",
    body: day,
    asks: "ContinuationToken",
    gives: "ContinuationToken",
    holds: "AuditEvents",
    id: "Timestamp",
  },
];

describe("Pages of the sandbox", () => {
  let sandbox: Sandbox;
  let ask: Ask;
  beforeAll(async () => {
    sandbox = await startSandbox({
      now: () => now,
      seed: {
        managedDevices: 10,
        managedGroups: 5,
        userGroups: 5,
        sessions: 8,
        connectionReports: 8,
        patchDevices: 7,
        alarms: 7,
        events: 120,
      },
      pageSizes: {
        managedDevices: 4,
        managedGroups: 2,
        userGroups: 2,
        sessions: 3,
        reports: 3,
        deviceReports: 3,
        patchDevices: 3,
        scanResultCounts: 3,
        alarms: 3,
      },
    });
    ask = client(sandbox);
  });
  afterAll(() => sandbox.close());

  const page = async ({ path, body, asks }: (typeof lists)[number], token?: string) => {
    const parameter = token === undefined ? {} : { [asks]: token };
    return body ? ask("POST", path, { data: { ...body, ...parameter } }) : ask("GET", path, { params: parameter });
  };

  it.each(lists)("$list come in pages, each record once, and the last page has no token", async (list) => {
    const sizes: number[] = [];
    const ids: unknown[] = [];
    let token: string | undefined;
    do {
      const { status, data } = await page(list, token);
      expect(status).toBe(200);
      sizes.push(data[list.holds].length);
      ids.push(...data[list.holds].map((record: Record<string, unknown>) => record[list.id]));
      token = data[list.gives] ?? undefined;
    } while (token !== undefined);
    const full = Math.ceil(list.total / list.size) - 1;
    expect(sizes).toEqual([...Array(full).fill(list.size), list.total - full * list.size]);
    expect(new Set(ids).size).toBe(list.total);
    expect(sandbox.violations).toEqual([]);
  });

  it.each(lists)("$list refuse a token that is not theirs with 400", async (list) => {
    const foreign = list.asks === "offset_id" ? "3fa85f64-5717-4562-b3fc-2c963f66afa6" : "Z2FyYmFnZQ==";
    const { status, data } = await page(list, foreign);
    expect([status, data.error]).toEqual([400, "invalid_request"]);
  });

  it("refuses a token of another list", async () => {
    const { data } = await ask("GET", "/managed/devices");
    const { status } = await ask("GET", "/managed/groups", { params: { paginationToken: data.nextPaginationToken } });
    expect(status).toBe(400);
  });

  it("says null where there is no token, and which token it was asked with", async () => {
    const first = (await ask("GET", "/managed/groups")).data;
    expect(first.currentPaginationToken).toBeNull();
    const params = { paginationToken: first.nextPaginationToken };
    const second = (await ask("GET", "/managed/groups", { params })).data;
    expect(second.currentPaginationToken).toBe(first.nextPaginationToken);
  });

  it("says how many sessions and reports remain", async () => {
    const sessions = (await ask("GET", "/sessions?state=open,closed")).data;
    expect(sessions.sessions_remaining).toBe(5);
    const reports = (await ask("GET", "/reports/connections")).data;
    expect(reports.records_remaining).toBe(5);
    const params = { offset_id: reports.next_offset };
    expect((await ask("GET", "/reports/connections", { params })).data.records_remaining).toBe(2);
  });

  it("lists sessions with the newest first and reports with the latest end first", async () => {
    const { sessions } = (await ask("GET", "/sessions?state=open,closed")).data;
    const made = sessions.map((session: { created_at: string }) => session.created_at);
    expect(made).toEqual([...made].sort().reverse());
    const { records } = (await ask("GET", "/reports/connections")).data;
    const ends = records.map((record: { end_date: string }) => record.end_date);
    expect(ends).toEqual([...ends].sort().reverse());
  });

  it("takes the limit of user groups", async () => {
    expect((await ask("GET", "/usergroups?limit=1")).data.resources).toHaveLength(1);
  });

  it("pages the devices of a managed group", async () => {
    const [group] = (await ask("GET", "/managed/groups")).data.resources;
    const { data } = await ask("GET", `/managed/groups/${group.id}/devices`);
    expect(data.resources.map(({ id }: { id: string }) => id)).toEqual([
      ...(sandbox.store.managedGroups.get(group.id)?.deviceIds ?? []),
    ]);
  });

  it("pages the groups of a managed device", async () => {
    const { managedDevices, managedGroups } = sandbox.store;
    const [device = ""] = managedDevices.keys();
    for (const { deviceIds } of managedGroups.values()) deviceIds.add(device);
    const pages: string[][] = [];
    let paginationToken: string | undefined;
    do {
      const { data } = await ask("GET", `/managed/devices/${device}/groups`, { params: { paginationToken } });
      pages.push(data.resources.map(({ id }: { id: string }) => id));
      paginationToken = data.nextPaginationToken ?? undefined;
    } while (paginationToken !== undefined);
    const [one, two, three, four, five] = [...managedGroups.keys()];
    expect(pages).toEqual([[one, two], [three, four], [five]]);
    expect(sandbox.violations).toEqual([]);
  });
});
