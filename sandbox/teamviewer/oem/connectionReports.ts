import { ok } from "../../core/answers";
import { badRequest } from "../../core/errors";
import type { Seeding } from "../../core/families";
import { equals } from "../../core/filters";
import { pageOf } from "../../core/paging";
import { random } from "../../core/random";
import { inTurn, keyed, times } from "../../core/seed";
import { hour, isoDate, minute } from "../../core/time";
import type { AnyCall, Handlers, Schema } from "../calls";
import { timeOf } from "../dates";
import { numberIn } from "../ids";
import type { User, UserState } from "../users";
import type { TenantDevice, TenantState } from "./tenants";

export type TenantReport = Schema<"GetReachReportResponse"> & { id: string; start_date: string; end_date: string };

export interface TenantReportState {
  tenantReports: Map<string, TenantReport>;
}

export const counts = { tenantReports: 12 };

export const pageSizes = { tenantReports: 100 };

type Reach = AnyCall<TenantReportState & TenantState, typeof pageSizes>;

/** Newest first, one every six hours: the company's users connect to the devices of its tenants, each in turn. */
const seedReports = (count: number, devices: TenantDevice[], users: User[], { tenants }: TenantState, now: number) => {
  const chance = random("tenant reports");
  return times(devices.length > 0 ? count : 0, (index): TenantReport => {
    const device = inTurn(devices, index);
    const tenant = tenants.get(device?.tenantId ?? "");
    const end = now - (index + 1) * 6 * hour;
    return {
      id: chance.uuid(),
      vendor_id: tenant?.vendor_id,
      tenant_id: tenant?.tenant_id,
      timestamp: isoDate(end),
      client_id: 512_000_000 + chance.integer(1_000_000),
      server_id: device?.teamviewerId,
      client_account_id: numberIn(inTurn(users, index)?.id ?? ""),
      server_account_id: numberIn(tenant?.tenant_userid ?? ""),
      session_type: 1,
      control_type: 1,
      start_date: isoDate(end - (5 + chance.integer(40)) * minute),
      end_date: isoDate(end),
    };
  });
};

export const seed = ({ count, now, users, ...earlier }: Seeding<typeof counts, TenantState & UserState>) => {
  const devices = [...earlier.tenantDevices.values()];
  const reports = seedReports(count.tenantReports, devices, [...users.values()], earlier, now);
  return { tenantReports: keyed(reports, ({ id }) => id) };
};

export const handlers = {
  /** Bounded as the reports of connections are that no tenant has a part in. */
  OemConnections_Get: (call) => {
    const { from_date, to_date, tenant_id, continuation_token } = call.query;
    const [from, to] = [timeOf("from_date", from_date), timeOf("to_date", to_date)];
    if (from > to) throw badRequest("from_date lies after to_date.");
    const found = [...call.store.tenantReports.values()].filter(
      (report) =>
        Date.parse(report.start_date) >= from &&
        Date.parse(report.end_date) < to &&
        equals(report.tenant_id, tenant_id),
    );
    const { items, next } = pageOf("tenant reports", found, call.pageSizes.tenantReports, continuation_token);
    return ok({ ReachReports: items, ContinuationToken: next });
  },
} satisfies Handlers<Reach>;
