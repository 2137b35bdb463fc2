import { run } from "../../../support/component";
import { useTeamViewer } from "../../../support/teamviewer";

const tv = useTeamViewer();

const lastRequest = () => {
  const { method, path } = tv.sandbox.requests.at(-1) ?? {};
  return `${method} ${path}`;
};

const productId = "agent/2";

test.each([
  ["listIotSoftwareConfigurations", { deviceId: "d38463274" }, "GET devices/38463274/iot/software-configurations"],
  [
    "getIotSoftwareConfigurationState",
    { deviceId: "38463274", productId },
    "GET devices/38463274/iot/software-configurations/agent%2F2/state",
  ],
  [
    "updateIotSoftwareConfigurationOfDevice",
    { deviceId: "d38463274", productId },
    "PUT devices/38463274/iot/software-configurations/agent%2F2",
  ],
  [
    "updateIotSoftwareConfigurationOfGroup",
    { groupId: "g12345678", productId },
    "PUT groups/12345678/iot/software-configurations/agent%2F2",
  ],
])("%s reaches its device or group by number, and the product by its ID", async (key, inputs, request) => {
  await run(key, tv.user, inputs);
  expect(lastRequest().replace("/api/v1/", "")).toBe(request);
});

test("an ID of another kind is refused before anything is sent", async () => {
  await expect(run("listIotSoftwareConfigurations", tv.user, { deviceId: "g12345678" })).rejects.toThrow(
    'Device ID: "g12345678" is a group ID; a device ID starts with d, for example d12345678.',
  );
  expect(tv.sandbox.requests).toEqual([]);
});
