import type { ComponentSummary, EntrySummary, InputField } from "../../workbench/api";
import { type Page, useWorkbench } from "./fixture";

const page = useWorkbench();

const entriesOf = async (key: string): Promise<Record<string, EntrySummary>> => {
  const components = await page.json<ComponentSummary[]>("/components");
  const { entries = [] } = components.find((each) => each.key === key) ?? {};
  return Object.fromEntries(entries.map((entry) => [entry.key, entry]));
};

const inputsOf = async (...[component, key]: Parameters<Page["detail"]>): Promise<Record<string, InputField>> =>
  Object.fromEntries((await page.detail(component, key)).inputs.map((input) => [input.key, input]));

describe("the components", () => {
  test("are all that are built, each with its sandbox and the faults of its vendor", async () => {
    const components = await page.json<ComponentSummary[]>("/components");
    expect(components.map(({ key }) => key)).toEqual(["realvnc", "teamviewer", "tsmanage"]);
    const [realvnc, teamviewer, tsmanage] = components.map(({ connection }) => connection);
    expect(teamviewer).toMatchObject({ key: "teamviewer-script-token", label: "Script Token", kind: "sandbox" });
    expect(teamviewer?.source).toMatch(/^the local TeamViewer sandbox at http:\/\/127\.0\.0\.1:\d+$/);
    expect(tsmanage?.faults.rateLimit).toBe("429 rate_limit_reached");
    expect(teamviewer?.faults.blocked).toBeTruthy();
    expect(realvnc?.faults.refusedSession).toContain("the session is refused");
    expect(tsmanage?.faults).not.toHaveProperty("refusedSession");
  });

  test("tell of each entry its family, what it needs, calls and changes, and what cannot be undone", async () => {
    const { getAccount, deleteGroup, createGroup, selectGroup, newDevices } = await entriesOf("teamviewer");
    expect(getAccount).toMatchObject({
      kind: "action",
      label: "Get Account",
      family: "Account",
      operations: ["GET /account"],
      changes: false,
    });
    expect(getAccount?.needs[0]?.[0]).toBe("Scope");
    expect(createGroup).toMatchObject({ changes: true });
    expect(createGroup?.irreversible).toBeFalsy();
    expect(deleteGroup?.irreversible).toBeTruthy();
    expect(selectGroup).toMatchObject({ kind: "data source", changes: false });
    expect(newDevices).toMatchObject({ kind: "trigger", family: "Triggers" });
    expect(newDevices).not.toHaveProperty("changes");
  });
});

describe("an entry", () => {
  test("has the inputs of its form, without the connection, with what the platform is told of them", async () => {
    const { connection, method, queryParams, debugRequest } = await inputsOf("teamviewer", "rawRequest");
    expect(connection).toBeUndefined();
    expect(method).toMatchObject({ label: "Method", required: true });
    expect(queryParams).toMatchObject({ collection: "keyvaluelist", required: false });
    expect(debugRequest).toBeUndefined();
    const { onlineState } = await inputsOf("teamviewer", "listContacts").then(({ online_state }) => ({
      onlineState: online_state,
    }));
    expect(onlineState?.choices?.[0]).toEqual({ label: expect.any(String), value: expect.any(String) });
  });

  test("has the fields of a structured object", async () => {
    const { conference_call_information: group } = await inputsOf("teamviewer", "createMeeting");
    expect(group?.type).toBe("structuredObject");
    expect(group?.fields?.map(({ key, type }) => [key, type])).toEqual([
      ["type", "string"],
      ["custom_data", "string"],
    ]);
    expect(group?.fields?.[0]?.choices).toHaveLength(3);
  });

  test("tells which data source fills an input, and on which inputs of the form that depends", async () => {
    const { groupid, userId } = await inputsOf("teamviewer", "listContacts");
    expect(groupid?.dataSource).toEqual({ key: "selectGroup", dependsOn: ["userId"] });
    expect(userId?.dataSource?.dependsOn).toEqual([]);
    const { sensorId } = await inputsOf("teamviewer", "selectIotMetric");
    expect(sensorId?.dataSource?.dependsOn).toEqual(["vaultId", "deviceId", "connectorId"]);
  });

  test("is shown with the schema and an example of its answer", async () => {
    const { outputSchema, example } = await page.detail("realvnc", "listComputers");
    expect(outputSchema).toMatchObject({ type: "object", properties: { entries: { type: "array" } } });
    expect(example).toHaveProperty("entries");
    expect((await page.detail("teamviewer", "selectGroup")).example).toEqual(expect.any(Array));
  });

  test("that is a trigger tells whether batches are left to the flow, and the inputs of its initial sync apart", async () => {
    const sync = await page.detail("teamviewer", "syncUsers");
    expect(sync.inputs.map(({ key }) => key)).toEqual(["mode"]);
    expect(sync.initialSync?.inputs.map(({ key }) => key)).toEqual(["since"]);
    expect(sync.batches).toBe(false);
    const devices = await page.detail("teamviewer", "newDevices");
    expect([devices.batches, devices.initialSync]).toEqual([true, { inputs: [] }]);
    const states = await page.detail("teamviewer", "deviceOnlineStateChanges");
    expect([states.batches, states.initialSync]).toEqual([false, undefined]);
    expect(states.example).toBeTruthy();
  });

  test.each([
    ["component", "/components/nothing/entries/getAccount"],
    ["entry", "/components/teamviewer/entries/nothing"],
    ["entry by a name that every object has", "/components/teamviewer/entries/constructor"],
    ["function", "/nothing"],
  ])("is not found where there is no such %s", async (_what, path) => {
    const { status, text } = await page.call("GET", path);
    expect(status).toBe(404);
    expect(JSON.parse(text).failure).toMatchObject({ kind: "usage", problems: {} });
  });
});
