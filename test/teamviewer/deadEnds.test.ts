/** What used to stop a user: each test is named after what the user sees now. */
import { names } from "../../generated/teamviewer.enums";
import type { Fault } from "../../sandbox/teamviewer";
import { type Choice, choicesOf, type Names } from "../../src/platform/inputs";
import { documentedPolicyTypes } from "../../src/teamviewer/policyTypes";
import { withoutBackoff } from "../support/chance";
import { component, connectionTo, pick, run, runLogged } from "../support/component";
import { loadDescriptionOfTeamViewer } from "../support/description";
import { exceptions, exceptionsOf } from "../support/exceptions";
import { withFields } from "../support/inputs";
import { useTeamViewer } from "../support/teamviewer";

const tv = useTeamViewer();
withoutBackoff();

const actions = Object.values(component.actions);
const updates = [
  "updateAccount",
  "updateConnectionReport",
  "updateDevice",
  "updateGroup",
  "updateManagedDevice",
  "updateManagedDeviceDescription",
  "updateManagedDeviceGroups",
  "updateManagedGroup",
  "updateSession",
  "updateUser",
];

const example = (action: string, key: string) =>
  component.actions[action]?.inputs.find((input) => input.key === key)?.example;

/** The inputs that say which record an update is about. */
const recordOf: Record<string, object> = {
  updateAccount: {},
  updateConnectionReport: { connectionReportId: "8d3f6b21-5e07-4c9a-b1d4-7a2e90c6f358" },
  updateDevice: { deviceId: "d12345678" },
  updateGroup: { groupId: "g12345678" },
  updateManagedDevice: { managedDeviceId: "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31" },
  updateManagedDeviceDescription: { managedDeviceId: "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31" },
  updateManagedDeviceGroups: { managedDeviceId: "6f1d9c1e-4a3b-4d8e-9b52-0c7f5e2a8d31" },
  updateManagedGroup: { managedGroupId: "c2a95d0b-71e8-4f36-a4b9-8d3e6f1c5a72" },
  updateSession: { sessionId: "s12-345-678" },
  updateUser: { userId: "u12345678" },
};

const lastBody = () => tv.sandbox.requests.at(-1)?.body;

describe("with a company-level token", () => {
  test("the dropdown of groups says what to fill in, and offers groups once it is filled in", async () => {
    await expect(pick("selectGroup", tv.company)).rejects.toThrow(/HTTP 400.*Fill in Owner User ID/);
    const { userId } = tv.sandbox.store.account;
    expect((await pick("selectGroup", tv.company, { userId })).length).toBeGreaterThan(0);
  });

  test("an input that only fills a dropdown says so and changes nothing", async () => {
    await run("listDevices", tv.user, { userId: "u99999999" });
    expect(tv.sandbox.requests.at(-1)?.query).toEqual({});
    const { comments } = component.actions.listDevices?.inputs.find(({ key }) => key === "userId") ?? {};
    expect(comments).toMatch(/Fills the dropdown.*does not change the request/);
  });

  test("the connection form says what the levels are and which one to take", () => {
    for (const [connection, key] of [
      ["teamviewer-oauth", "clientId"],
      ["teamviewer-script-token", "token"],
    ]) {
      const inputs = component.connections.find((each) => each.key === connection)?.inputs;
      const { comments } = inputs?.find((input) => input.key === key) ?? {};
      expect(comments).toMatch(/User level reaches.*Company level reaches.*Most flows take user level/);
    }
  });
});

test("a session is closed by the word for it", async () => {
  const session = [...tv.sandbox.store.sessions.values()].find(({ state }) => state === "open");
  await run("updateSession", tv.user, { sessionId: session?.code, state: "Closed" });
  expect(lastBody()).toEqual({ state: "closed" });
  expect(await run("getSession", tv.user, { sessionId: session?.code })).toMatchObject({ state: "closed" });
});

test("a number is offered by a name that the vendor publishes, or says that there is none", () => {
  const published = [
    ...Object.values(names).flatMap((fields) => Object.values<Names>(fields)),
    documentedPolicyTypes,
  ].flatMap(choicesOf);
  const isPublished = (choice: Choice<string>) =>
    published.some(({ label, value }) => label === choice.label && value === choice.value);
  const numbers = actions
    .flatMap(({ inputs }) => inputs.flatMap(({ model }) => model ?? []))
    .filter(({ value }) => /^\d/.test(value));
  const unnamed = numbers.filter((choice) => !isPublished(choice));
  expect(unnamed.length).toBeGreaterThan(0);
  expect(unnamed.map(({ label }) => label)).toEqual(unnamed.map(({ value }) => `${value} (no published name)`));
});

describe("an update", () => {
  test.each(updates)("%s with nothing filled in says what to fill in, and sends nothing", async (key) => {
    const { error } = await runLogged(key, tv.user, recordOf[key]);
    expect(error?.message).toMatch(/^[A-Z][\w ]+: nothing to change\. Fill in at least one of /);
    expect(tv.sandbox.requests).toEqual([]);
  });

  const clearing = actions.filter(({ inputs }) => inputs.some(({ key }) => key === "fieldsToClear"));

  test("of texts can empty them", () => {
    expect(clearing.map(({ key }) => key).sort()).toEqual([
      "updateConnectionReport",
      "updateDevice",
      "updateDeviceCustomField",
      "updateGroup",
      "updateManagedDeviceDescription",
      "updateMeeting",
      "updateSession",
      "updateTenant",
      "updateUser",
    ]);
  });

  test("empties a field that it names, and leaves the others", async () => {
    const device = [...tv.sandbox.store.devices.values()][0];
    await run("updateDevice", tv.user, { deviceId: device?.device_id, fieldsToClear: "description" });
    expect(lastBody()).toEqual({ description: "" });
    expect(tv.sandbox.store.devices.get(device?.device_id ?? "")).toMatchObject({
      alias: device?.alias,
      description: "",
    });
  });

  test("empties a field inside another one", async () => {
    const [code] = tv.sandbox.store.sessions.keys();
    await run("updateSession", tv.user, { sessionId: code, fieldsToClear: ["end_customer_email"] });
    expect(lastBody()).toEqual({ end_customer: { email: "" } });
  });

  test("refuses to empty what is also filled in, or what cannot be emptied", async () => {
    const inputs = { deviceId: "d1", alias: "Till 01" };
    await expect(run("updateDevice", tv.user, { ...inputs, fieldsToClear: "alias" })).rejects.toThrow(
      'Fields to Clear: "alias" is also filled in. Either fill it in or clear it.',
    );
    await expect(run("updateDevice", tv.user, { ...inputs, fieldsToClear: "groupid" })).rejects.toThrow(
      'Fields to Clear: "groupid" is none of alias, description, password, policy_id.',
    );
    expect(tv.sandbox.requests).toEqual([]);
  });

  test("says of which fields the vendor does not confirm that they may be empty", async () => {
    const { emptiable } = await loadDescriptionOfTeamViewer();
    const nested = (field: string) => field.replace(/^end_customer_/, "");
    for (const { key, inputs } of clearing) {
      const { comments = "" } = inputs.find((input) => input.key === "fieldsToClear") ?? {};
      const [, all = "", unconfirmed = ""] =
        /out of: ([\w, ]+)\.(?: Not confirmed by the vendor: ([\w, ]+)\.)?/.exec(comments) ?? [];
      const confirmed = all.split(", ").filter((field) => !unconfirmed.split(", ").includes(field));
      expect([key, confirmed.filter((field) => !emptiable.includes(nested(field)))]).toEqual([key, []]);
    }
  });
});

test("an input that is kept for drop-in is not sent, and a warning says so", async () => {
  const device = [...tv.sandbox.store.devices.values()][0];
  const inputs = { deviceId: device?.device_id, alias: "Till 01", remotecontrol_id: "r1" };
  const { lines } = await runLogged("updateDevice", tv.user, inputs);
  expect(lastBody()).toEqual({ alias: "Till 01" });
  expect(lines).toContainEqual({
    level: "warn",
    text: "Remote Control ID is not sent: the API does not know it in this operation.",
  });
});

test("an unknown input does not get into the body", async () => {
  const device = [...tv.sandbox.store.devices.values()][0];
  await run("updateDevice", tv.user, { deviceId: device?.device_id, alias: "Till 01", isAdmin: true });
  expect(lastBody()).toEqual({ alias: "Till 01" });
});

test("a create whose answer is lost says that it may have been done, and to look first", async () => {
  tv.sandbox.fault({ kind: "reset", after: true });
  const { error } = await runLogged("createGroup", tv.user, { name: "Warsaw Office" });
  expect(error?.message).toMatch(/may have been done.*not repeated/i);
});

describe("advice fits the cause:", () => {
  const failing = async (fault: Fault, action = "listGroups", inputs: object = {}) => {
    tv.sandbox.fault({ ...fault, times: Number.POSITIVE_INFINITY });
    return (await runLogged(action, tv.user, inputs)).error?.message;
  };

  test("a 404 behind a base URL without /api/v1 is about the URL", async () => {
    const fields = { ...tv.user.fields, baseUrl: tv.sandbox.url };
    await expect(run("listGroups", { ...tv.user, fields })).rejects.toThrow(
      /HTTP 404.*Check the connection's Base URL: that of TeamViewer's API ends in \/api\/v1\./,
    );
  });

  test("a script token that is not accepted is filled in anew", async () => {
    const { error } = await runLogged("listGroups", connectionTo(tv.sandbox, "no-such-token"));
    expect(error?.message).toMatch(/Fill in Script Token with a new token/);
    expect(error?.message).not.toMatch(/Connect again/);
  });

  test("an OAuth connection that is not accepted is connected again", async () => {
    const oauth = { ...tv.user, key: "teamviewer-oauth", token: { access_token: "no-such-token" } };
    const { error } = await runLogged("listGroups", oauth);
    expect(error?.message).toMatch(/Connect again to sign in/);
    expect(error?.message).not.toMatch(/Fill in Script Token/);
  });

  test("a group that is shared for reading is not about scopes", async () => {
    const { userId } = tv.sandbox.store.account;
    const group = [...tv.sandbox.store.groups.values()].find(({ ownerId }) => ownerId === userId);
    if (!group) throw new Error("The account has no group.");
    Object.assign(group, { ownerId: "u1", sharedWith: [{ userid: userId, permissions: "read" }] });
    const { error } = await runLogged("createDevice", tv.user, { remotecontrol_id: "r123456789", groupid: group.id });
    expect(error?.message).toMatch(/HTTP 403.*shared for reading only: its owner has to share it/);
    expect(error?.message).not.toMatch(/scope/);
  });

  test("an area that the licence does not cover is told as such, not as a wrong ID", async () => {
    expect(await failing({ kind: "notCovered404" })).toMatch(/HTTP 404.*licence does not cover this area/);
  });

  test("an internal error may be a licence or a scope, and is repeated twice at most", async () => {
    expect(await failing({ kind: "notCovered500" })).toMatch(
      /HTTP 500.*licence does not cover this area.*Groups\.Read/,
    );
    expect(tv.sandbox.requests).toHaveLength(3);
  });

  test("a token that lacks a scope is not called wrong", async () => {
    expect(await failing({ kind: "notCovered401" })).toMatch(
      /HTTP 401.*If other actions work with it, the token is right and lacks a scope.*Groups\.Read/,
    );
  });

  test("a redirect is told as one", async () => {
    const message = await failing(
      { kind: "redirect", status: 301, location: "https://example.com/login" } as Fault,
      "createGroup",
      {
        name: "Warsaw Office",
      },
    );
    expect(message).toMatch(/redirect/i);
  });

  test("the wrong kind of ID names what the input wants", async () => {
    await expect(run("getGroup", tv.user, { groupId: "u12345678" })).rejects.toThrow(
      'Group ID: "u12345678" is a user ID; a group ID starts with g, for example g12345678.',
    );
  });
});

describe("what the vendor would refuse is refused before anything is sent:", () => {
  const user = { email: "jan.nowak@example.com", name: "Jan Nowak", language: "en" };

  test.each([
    ["createUser", { ...user, email: "jan.nowak" }, /^User Email: must be an e-mail address/],
    ["createUser", { ...user, permissions: "ViewAll" }, /^User Permissions: "ViewAll" is none of .*ShareOwnGroups/],
    ["createUser", { ...user, language: "x" }, /^User Language: at least 2 characters/],
    ["updateUser", { userId: "u1", email: "jan.nowak" }, /^User Email: must be an e-mail address/],
  ])("%s %j", async (key, inputs, message) => {
    await expect(run(key, tv.company, inputs)).rejects.toThrow(message);
    expect(tv.sandbox.requests).toEqual([]);
  });

  test("the names of all permissions stand in the input", () => {
    const { comments } = component.actions.createUser?.inputs.find(({ key }) => key === "permissions") ?? {};
    expect(comments).toMatch(/ShareOwnGroups.*EditOwnCustomModuleConfigs/);
  });
});

test("a token that was pasted with the word Bearer is accepted", async () => {
  const connection = connectionTo(tv.sandbox, `Bearer ${tv.sandbox.credentials.userToken}`);
  expect(await run("getPing", connection)).toEqual({ token_valid: true });
});

test("Get Ping says that an invalid token is an answer and not an error", async () => {
  expect(component.actions.getPing?.display.description).toMatch(/token_valid false.*not an error/);
  expect(await run("getPing", connectionTo(tv.sandbox, "no-such-token"))).toEqual({ token_valid: false });
});

test("what deletes says in the first words of its description that it cannot be undone, but for what can", () => {
  const irreversible = actions
    .filter(({ display }) => display.description.startsWith("Irreversible"))
    .map(({ key }) => key);
  const deleting = actions
    .map(({ key }) => key)
    .filter((key) => /^(delete|remove|clean|offboard|revoke|unregister)/.test(key));
  expect(deleting.filter((key) => irreversible.includes(key) === exceptionsOf("reversible", key).length > 0)).toEqual(
    [],
  );
  expect(exceptions.reversible.flatMap((each) => each.actions).filter((key) => !deleting.includes(key))).toEqual([]);
  expect(component.actions.deleteUserCompany?.display.description).toMatch(/^Irreversible: delete the whole company/);
});

test("ten actions are lifted: those that most flows start with", () => {
  const lifted = actions.filter(({ display }) => (display as { important?: boolean }).important);
  expect(lifted).toHaveLength(10);
});

test("every text input shows in an empty field what it takes", () => {
  const texts = [...actions, ...Object.values(component.dataSources), ...Object.values(component.triggers)].flatMap(
    ({ key: of, inputs }) =>
      withFields(inputs)
        .filter(({ type, model }) => ["string", "password", "text", "timestamp"].includes(type) && !model)
        .map((input) => ({ of, ...input })),
  );
  const without = texts.filter((input) => !(input as { placeholder?: string }).placeholder && !input.collection);
  expect(without.map(({ of, key }) => `${of}.${key}`)).toEqual([]);
});

test("examples spell states and kinds as the server does, and do not contradict themselves", async () => {
  const [session] = tv.sandbox.store.sessions.values();
  const answer = (await run("getSession", tv.user, { sessionId: session?.code })) as Record<string, unknown>;
  const shown = component.actions.getSession?.examplePayload?.data as Record<string, unknown>;
  expect(shown.state).toBe("open");
  expect(shown).not.toHaveProperty("closed_at");
  expect(shown.support_session_type).toBe(answer.support_session_type);
  expect(Object.keys(shown).filter((field) => shown[field] === "")).toEqual([]);
});

test("every request says which component sent it, in which version", async () => {
  await run("listGroups", tv.user);
  expect(tv.sandbox.requests.at(-1)?.headers["user-agent"]).toMatch(/teamviewer\/\d+\.\d+\.\d+$/);
});

test("a user can be created inactive", async () => {
  await run("createUser", tv.company, {
    email: example("createUser", "email"),
    name: "Jan Nowak",
    language: "en",
    active: "false",
  });
  expect(lastBody()).toMatchObject({ active: false });
});
