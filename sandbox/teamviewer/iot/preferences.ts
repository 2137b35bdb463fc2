import { done, noContent, ok } from "../../core/answers";
import type { Seeding } from "../../core/families";
import { day, isoDate } from "../../core/time";
import type { AnyCall, Handlers, Schema } from "../calls";
import type { CompanyState } from "../company";
import { numberIn } from "../ids";
import { outcomeOf } from "./outcome";

export interface IotPreferenceState {
  iot: { preferences: Schema<"IoTAccountPreferences">; licence: Schema<"GetLicenseResponse"> };
}

type Reach = AnyCall<IotPreferenceState>;

const licence = (account: CompanyState["account"], now: number): Schema<"GetLicenseResponse"> => ({
  licenseId: "a94c7e12-8b3f-4d60-9e25-6f1a0d8c4b37",
  hasLicense: true,
  licenseState: 1,
  validUntil: isoDate(now + 365 * day),
  totalEndpoints: 50,
  accountId: numberIn(account.userId),
});

export const seed = ({ account, now }: Seeding<unknown, CompanyState>): IotPreferenceState => ({
  iot: {
    preferences: { userLanguage: "en", inventoryView: "table", edgeModuleEnable: true, showIoTDevices: true },
    licence: licence(account, now),
  },
});

export const handlers = {
  Account_GetIoTPreferences: ({ store }) => ok(store.iot.preferences),

  Account_AddOrUpdateIotPreferences: ({ store, body }) => done(Object.assign(store.iot.preferences, body)),

  Account_DeleteIoTPreferences: ({ store }) => {
    store.iot.preferences = {};
    return noContent();
  },

  Account_GetLicense: ({ store }) => outcomeOf(() => store.iot.licence),
} satisfies Handlers<Reach>;
