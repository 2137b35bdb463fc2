import { run, runLogged } from "../../../support/component";
import { useTeamViewer } from "../../../support/teamviewer";

const tv = useTeamViewer();

const preferences = () => tv.sandbox.store.iot.preferences;

test("preferences are set field by field, read back and deleted as a whole", async () => {
  await run("setIotPreferences", tv.user, { userLanguage: "pl", barChartEnabled: "true", edgeModuleEnable: "false" });
  expect(preferences()).toEqual({
    userLanguage: "pl",
    inventoryView: "table",
    barChartEnabled: true,
    edgeModuleEnable: false,
    showIoTDevices: true,
  });
  expect(await run("getIotPreferences", tv.user)).toEqual(preferences());
  expect(await run("deleteIotPreferences", tv.user)).toBe("ACTION SUCCEEDED");
  expect(preferences()).toEqual({});
});

test("nothing is sent while no preference is filled in", async () => {
  await expect(run("setIotPreferences", tv.user)).rejects.toThrow("nothing to change");
  expect(tv.sandbox.requests).toEqual([]);
});

test("the access token among them reaches TeamViewer and no log", async () => {
  const permanentAccessToken = "18204711-kT4mQ9xWb2Lr7sVd";
  const { lines } = await runLogged("setIotPreferences", tv.user, { permanentAccessToken }, true);
  expect(preferences()).toMatchObject({ permanentAccessToken });
  expect(lines.length).toBeGreaterThan(0);
  expect(JSON.stringify(lines)).not.toContain(permanentAccessToken);
});

test("the account's licence for IoT is told, and an answer without one is an error", async () => {
  expect(await run("getIotLicense", tv.user)).toMatchObject({ IsSuccess: true, Data: { hasLicense: true } });
  tv.sandbox.fault({ kind: "oddBody", body: { IsSuccess: true } });
  await expect(run("getIotLicense", tv.user)).rejects.toThrow(
    "TeamViewer GET /account/licenses/iot answered without its data",
  );
});

test("an account whose licence does not cover IoT is told so, and not that an ID is wrong", async () => {
  tv.sandbox.fault({ kind: "notCovered404" });
  await expect(run("getIotPreferences", tv.user)).rejects.toThrow(
    /HTTP 404.*licence does not cover this area.*It needs a licence for TeamViewer IoT\./,
  );
});
