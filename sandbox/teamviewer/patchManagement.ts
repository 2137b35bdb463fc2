import { ok } from "../core/answers";
import { collection } from "../core/collection";
import type { Seeding } from "../core/families";
import { products } from "../core/names";
import { pageOf } from "../core/paging";
import { random } from "../core/random";
import { inTurn, keyed, times } from "../core/seed";
import { day, isoDate } from "../core/time";
import type { AnyCall, Handlers, Schema } from "./calls";
import type { Assignable } from "./devicePolicies";
import { teamviewerIdOf } from "./ids";

export interface PatchDevice extends Assignable {
  teamviewer_id: number;
  activation_time: string;
  missing: Schema<"MissingPatchData">[];
}

export interface PatchDeviceState {
  patchDevices: Map<number, PatchDevice>;
}

export const counts = { patchDevices: 20 };

export const pageSizes = { patchDevices: 100, scanResultCounts: 100 };

type Reach = AnyCall<PatchDeviceState, typeof pageSizes>;

const seedPatchDevices = (count: number, now: number): PatchDevice[] => {
  const chance = random("patches");
  return times(count, (index) => ({
    teamviewer_id: teamviewerIdOf(index),
    activation_time: isoDate(now - 90 * day - index * day),
    missing: times(chance.integer(6), (number) => {
      const product = inTurn(products, index + number) as (typeof products)[number];
      return {
        patch_id: chance.uuid(),
        patch_region_id: 1033,
        severity: chance.pick([1, 2, 3, 4] as const),
        product_name: product.name,
        bulletin_name: product.kb,
        bulletin_title: product.bulletin,
        bulletin_url: `https://example.com/bulletins/${product.kb}`,
        type: 1 as const,
        kb: product.kb,
        cve: [`CVE-2024-${1000 + chance.integer(9000)}`],
        release_date: isoDate(now - chance.integer(60 * day)),
        patch_size: 1_000_000 + chance.integer(90_000_000),
        installable: true,
        is_service_pack: false,
      };
    }),
  }));
};

export const seed = ({ count, now }: Seeding<typeof counts>): PatchDeviceState => ({
  patchDevices: keyed(seedPatchDevices(count.patchDevices, now), (device) => device.teamviewer_id),
});

const patchDevices = collection({
  name: "Patch management device",
  records: ({ store }: Reach) => store.patchDevices,
  key: (device) => device.teamviewer_id,
  read: Number,
});

const noError = 0;
const deviceNotFound = 1;

export const handlers = {
  PatchManagement_GetActiveDevices: (call) => {
    const all = patchDevices.list(call);
    const { items, next } = pageOf("patch devices", all, call.pageSizes.patchDevices, call.query.continuationToken);
    return ok({
      devices: items.map(({ teamviewer_id, activation_time }) => ({ teamviewer_id, activation_time })),
      continuation_token: next,
    });
  },

  /** The asked devices, or all of them when none is named. */
  PatchManagement_GetPatchScanResultCounts: ({ store, body, pageSizes }) => {
    const { device_id_list = [], continuation_token } = body;
    const ids = device_id_list.length > 0 ? device_id_list : [...store.patchDevices.keys()];
    const { items, next } = pageOf("scan result counts", ids, pageSizes.scanResultCounts, continuation_token);
    return ok({
      DeviceMissingPatchesCountInfoList: items.map((id) => {
        const device = store.patchDevices.get(id);
        return {
          DeviceId: id,
          ErrorCode: device ? noError : deviceNotFound,
          ScanResultCount: device?.missing.length ?? 0,
        };
      }),
      ContinuationToken: next,
    });
  },

  PatchManagement_GetMissingPatchScanResult: (call) => {
    const { teamviewer_id, missing } = patchDevices.find(call, call.path.deviceId);
    return ok({ device_id: teamviewer_id, patches: missing });
  },
} satisfies Handlers<Reach>;
