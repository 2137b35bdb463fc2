import { pick, run } from "../../../support/component";
import { firstOf, useTeamViewer } from "../../../support/teamviewer";

const tv = useTeamViewer();

const modules = () => tv.sandbox.store.iotEdgeModules;
const policy = () => firstOf(tv.sandbox.store.iotDeviceConfigurations.keys());

const container = {
  Repository: { DockerImageName: "registry.example.com/opc:2" },
  ContainerOptions: { PortMapping: [{ HostPort: 4840, ContainerPort: 4840 }] },
};

const newModule = async (inputs: object = {}) => {
  const made = await run("createIotEdgeModule", tv.user, { Name: "OPC gateway", ...container, ...inputs });
  return (made as { Data: string }).Data;
};

test("an edge module is created, read back, changed and deleted", async () => {
  const edgeModuleId = await newModule({ PolicyIdsList: [policy()] });
  expect(await run("getIotEdgeModule", tv.user, { edgeModuleId })).toEqual({
    IsSuccess: true,
    Data: [{ Id: edgeModuleId, Name: "OPC gateway", ...container, PolicyIdsList: [policy()] }],
  });
  await run("updateIotEdgeModule", tv.user, { edgeModuleId, Name: "OPC gateway 2" });
  expect(modules().get(edgeModuleId)).toMatchObject({ Name: "OPC gateway 2", ...container });
  expect(await run("deleteIotEdgeModule", tv.user, { edgeModuleId })).toEqual({ IsSuccess: true });
  expect(modules().has(edgeModuleId)).toBe(false);
});

test("an edge module can be created under an ID of the builder's own", async () => {
  const Id = "c7d1e8f3-2b60-4945-a3c8-9f0d6e5b1a74";
  expect(await newModule({ Id })).toBe(Id);
  expect(modules().get(Id)?.Name).toBe("OPC gateway");
});

test("all edge modules are listed, and the dropdown offers them by name", async () => {
  expect(await run("listIotEdgeModules", tv.user)).toEqual({ IsSuccess: true, Data: [...modules().values()] });
  const offered = await pick("selectIotEdgeModule", tv.user);
  expect(offered.map(({ key }) => key).sort()).toEqual([...modules().keys()].sort());
});

test("what the vendor refuses with status 200 is an error in its words, and nothing is created", async () => {
  const before = modules().size;
  await expect(newModule({ PolicyIdsList: ["1f6b9d24-8c37-4e05-b2a9-7d0c5e3f8b61"] })).rejects.toThrow(
    /POST \/iot\/edge-modules failed: HTTP 200, invalid_request: PolicyIdsList: there is no device configuration/,
  );
  expect(modules().size).toBe(before);
});

test("a list that the vendor could not read is no empty list, for the dropdown neither", async () => {
  for (const body of [{ IsSuccess: false }, { IsSuccess: false, Data: [] }]) {
    tv.sandbox.fault({ kind: "oddBody", body, times: 2 });
    await expect(run("listIotEdgeModules", tv.user)).rejects.toThrow("HTTP 200, the answer says that it is no success");
    await expect(pick("selectIotEdgeModule", tv.user)).rejects.toThrow("the answer says that it is no success");
  }
});

test("an edge module that is not in its answer is an error", async () => {
  tv.sandbox.fault({ kind: "oddBody", body: { IsSuccess: true, Data: [] } });
  await expect(run("getIotEdgeModule", tv.user, { edgeModuleId: firstOf(modules().keys()) })).rejects.toThrow(
    "there is none with this ID",
  );
});
