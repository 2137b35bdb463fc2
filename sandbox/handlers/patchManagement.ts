import { ok } from "../answers";
import type { Handlers } from "../calls";
import { notFound } from "../errors";
import { pageOf } from "../paging";

const noError = 0;
const deviceNotFound = 1;

export const patchManagement: Handlers = {
  PatchManagement_GetActiveDevices: ({ store, query, pageSizes }) => {
    const all = [...store.patchDevices.values()];
    const { items, next } = pageOf("patch devices", all, pageSizes.patchDevices, query.continuationToken);
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

  PatchManagement_GetMissingPatchScanResult: ({ store, path }) => {
    const device = store.patchDevices.get(Number(path.deviceId));
    if (!device) throw notFound("Patch management device", path.deviceId);
    return ok({ device_id: device.teamviewer_id, patches: device.missing });
  },
};
