/** What TeamViewer IoT keeps of the account: its preferences and its licence. */
import { onOffInput, passwordInput, textInput } from "../../../platform/inputs";
import { change, read, update } from "../../client";
import { ids } from "../../vocabulary";
import { exampleSuccess, withData } from "./answers";

const unpublished = "So far as its name tells; TeamViewer publishes no more of it. Blank: left as it is.";

const text = (label: string, what: string, example: string) =>
  textInput({ label, comments: `${what} ${unpublished}`, example });

const onOff = (label: string, whatYesMeans: string) =>
  onOffInput({ label, comments: `Yes: ${whatYesMeans} ${unpublished}` });

/** The views of the console and what was confirmed in it. */
const ofTheConsole = {
  acceptedMapSecurity: text("Accepted Map Security", "Whether the notice about maps was accepted.", "accepted"),
  agentUpdateTokenRemoval: onOff("Agent Update Token Removal", "an update of the agent removes its token."),
  userLanguage: text("User Language", "The language of the IoT console, as a code.", "en"),
  lastSelectedDashboardId: ids.dashboard.optional(
    "The dashboard that was selected last, by its GUID. Blank: left as it is.",
    { label: "Last Selected Dashboard ID" },
  ),
  inventoryView: text("Inventory View", "How the console shows the inventory.", "table"),
  deviceView: text("Device View", "How the console shows devices.", "list"),
  metricView: text("Metric View", "How the console shows metrics.", "chart"),
  understoodSystemUpdateRisk: text(
    "Understood System Update Risk",
    "Whether the warning about system updates was confirmed.",
    "understood",
  ),
  apiVersionChange: onOff("API Version Change", "a change of the API's version is known of."),
  configLossAlert: onOff("Configuration Loss Alert", "there is a warning before a configuration is lost."),
  firstStepsPopupDismissed: onOff("First Steps Popup Dismissed", "the introduction was dismissed."),
  showIoTDevices: onOff("Show IoT Devices", "IoT devices are shown."),
  barChartEnabled: onOff("Bar Chart Enabled", "metrics can be shown as bars."),
  showMyManagedDevices: onOff("Show My Managed Devices", "the account's own managed devices are shown."),
};

/** The parts of IoT that can be on or off. */
const ofTheAccount = {
  remoteConfigurationEnable: onOff("Remote Configuration Enable", "devices can be configured from afar."),
  edgeModuleEnable: onOff("Edge Module Enable", "edge modules can be used."),
  managedDeviceV2Enabled: onOff("Managed Device V2 Enabled", "the second version of managed devices is used."),
  systemUpdateEnable: onOff("System Update Enable", "systems can be updated from afar."),
  advancedRuleEnable: onOff("Advanced Rule Enable", "advanced rules can be used."),
  dashboardMigrated: onOff("Dashboard Migrated", "the dashboards were migrated."),
  permanentAccessToken: passwordInput({
    label: "Permanent Access Token",
    comments: "The access token that TeamViewer IoT keeps for the account. Blank: left as it is.",
  }),
};

const getIotPreferences = read({
  label: "Get IoT Preferences",
  description:
    "Get the account's preferences of TeamViewer IoT: views, confirmed notices and which parts are on. The answer holds the permanent access token in plain text.",
  operation: "GET /account/iot/preferences",
  example: {
    acceptedMapSecurity: "accepted",
    agentUpdateTokenRemoval: false,
    userLanguage: "en",
    lastSelectedDashboardId: "3e8a1c57-9d24-4b06-8f71-5c2d0e9b6a43",
    inventoryView: "table",
    deviceView: "list",
    metricView: "chart",
    understoodSystemUpdateRisk: "understood",
    remoteConfigurationEnable: true,
    edgeModuleEnable: true,
    apiVersionChange: true,
    configLossAlert: false,
    firstStepsPopupDismissed: true,
    managedDeviceV2Enabled: true,
    systemUpdateEnable: false,
    advancedRuleEnable: false,
    showIoTDevices: true,
    barChartEnabled: false,
    showMyManagedDevices: true,
    dashboardMigrated: true,
    permanentAccessToken: "18204711-kT4mQ9xWb2Lr7sVd",
  },
});

const setIotPreferences = update({
  label: "Set IoT Preferences",
  description:
    "Add or change preferences of TeamViewer IoT for the account: those that are filled in. The others are not sent.",
  operation: "POST /account/iot/preferences",
  fields: { ...ofTheConsole, ...ofTheAccount },
  request: (_, body) => ({ body }),
});

const deleteIotPreferences = change({
  label: "Delete IoT Preferences",
  description: "Delete all of the account's preferences of TeamViewer IoT, the permanent access token among them.",
  irreversible: true,
  operation: "DELETE /account/iot/preferences",
});

const license = "GET /account/licenses/iot";

const getIotLicense = read({
  label: "Get IoT License",
  description:
    "Get the account's licence for TeamViewer IoT: until when it is valid and for how many endpoints. No names are published for the numbers of its state.",
  operation: license,
  send: (tv) => withData(tv, license, tv.request(license)),
  example: {
    ...exampleSuccess,
    Data: {
      licenseId: "a94c7e12-8b3f-4d60-9e25-6f1a0d8c4b37",
      hasLicense: true,
      licenseState: 1 as const,
      validUntil: "2026-12-31T23:59:59Z",
      totalEndpoints: 50,
      licenseFeatures: { bitArray: [] },
      accountId: 12345678,
    },
  },
});

export const actions = { getIotPreferences, setIotPreferences, deleteIotPreferences, getIotLicense };
