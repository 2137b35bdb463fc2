import { type Sandbox, startSandbox, type User } from "../../sandbox/teamviewer";
import { freshForEveryTest } from "../support/sandbox";
import { type Ask, client, firstOf, vendorError } from "./client";

const newUser = { email: "new.user@example.com", name: "New User", language: "en" };

describe("Account, users and company of the sandbox", () => {
  let sandbox: Sandbox;
  let ask: Ask;
  let askCompany: Ask;
  beforeAll(async () => {
    sandbox = await startSandbox();
    ask = client(sandbox);
    askCompany = client(sandbox, sandbox.credentials.companyToken);
  });
  freshForEveryTest(() => sandbox);

  const owner = () => sandbox.store.users.get(sandbox.store.account.userId) as User;
  const colleague = () => [...sandbox.store.users.values()][1] as User;

  describe("account", () => {
    const put = (data: object) => ask("PUT", "/account", { data });

    it("changes its name, and its e-mail address after a confirmation", async () => {
      expect((await put({ name: "Renamed Owner", email: "renamed@example.com" })).status).toBe(204);
      const { name, email } = (await ask("GET", "/account")).data;
      expect([name, email]).toEqual(["Renamed Owner", owner().email]);
      expect(sandbox.store.account.pendingEmail).toBe("renamed@example.com");
    });

    it("changes its password only with the old one", async () => {
      expect((await put({ password: "N3w-password" })).data).toEqual(
        vendorError("invalid_request", expect.stringMatching("oldpassword")),
      );
      expect((await put({ password: "N3w-password", oldpassword: "wrong" })).status).toBe(400);
      const oldpassword = sandbox.credentials.accountPassword;
      expect((await put({ password: "N3w-password", oldpassword })).status).toBe(204);
      expect(owner().password).toBe("N3w-password");
    });

    it("refuses an address that is in use", async () => {
      expect((await put({ email: colleague().email })).data).toEqual(vendorError("email_in_use"));
    });

    it("is created for a free address", async () => {
      const data = { email: "fresh@example.com", name: "Fresh Account", password: "S3cret-1", language: "en" };
      const fields = { ...data, client_id: sandbox.credentials.clientId };
      expect((await ask("POST", "/account", { data: fields })).data).toMatchObject({
        email: data.email,
        name: data.name,
      });
      expect((await ask("POST", "/account", { data: { ...fields, email: owner().email } })).data.error).toBe(
        "email_in_use",
      );
    });

    it("knows its tenants", async () => {
      expect((await ask("GET", "/account/TenantIds")).data).toEqual({ TenantIds: [...sandbox.store.tenants.keys()] });
    });
  });

  describe("users", () => {
    const list = async (query: string) => (await askCompany("GET", `/users?${query}`)).data.users;

    it("are created, read, changed and deleted", async () => {
      const { status, data: user, headers } = await askCompany("POST", "/users", { data: newUser });
      expect(status).toBe(200);
      expect(headers.location).toBe(`${sandbox.baseUrl}/users/${user.id}`);
      expect(user).toMatchObject({ id: expect.stringMatching(/^u\d+$/), email: newUser.email, active: true });
      expect(user).not.toHaveProperty("password");
      const data = { name: "Renamed User", active: false, tfa_enforcement: true };
      expect((await askCompany("PUT", `/users/${user.id}`, { data })).status).toBe(204);
      expect((await askCompany("GET", `/users/${user.id}`)).data).toEqual({ ...user, ...data });
      expect((await askCompany("DELETE", `/users/${user.id}?isPermanentDelete=true`)).status).toBe(204);
      expect((await askCompany("GET", `/users/${user.id}`)).status).toBe(404);
    });

    it("are active from the start unless told otherwise", async () => {
      const create = async (fields: object) =>
        (await askCompany("POST", "/users", { data: { ...newUser, ...fields } })).data;
      const { id, active } = await create({ active: false });
      expect(active).toBe(false);
      expect((await askCompany("GET", `/users/${id}`)).data.active).toBe(false);
      expect((await create({ email: "another.user@example.com" })).active).toBe(true);
    });

    it("are filtered by the exact e-mail address and a part of the name", async () => {
      expect(await list(`email=${colleague().email}`)).toHaveLength(1);
      expect(await list(`email=${colleague().email.slice(1)}`)).toHaveLength(0);
      expect(await list(`name=${colleague().name.slice(2, 6)}`)).toContainEqual(
        expect.objectContaining({ id: colleague().id }),
      );
    });

    it("are filtered by permissions that must all match", async () => {
      expect(await list("permissions=ManageUsers")).toHaveLength(1);
      expect((await list("permissions=EditFullProfile,ViewOwnConnections")).length).toBeGreaterThan(1);
      expect(await list("permissions=EditFullProfile,ManageAdmins")).toHaveLength(1);
    });

    it("are listed with all details only with full_list", async () => {
      expect((await list(""))[0]).toEqual({ id: owner().id, name: owner().name });
      expect((await list("full_list=true"))[0]).toMatchObject({ email: owner().email, active: true });
    });

    it("refuse an address that is in use or is none, and unknown roles", async () => {
      const create = (fields: object) => askCompany("POST", "/users", { data: { ...newUser, ...fields } });
      expect((await create({ email: owner().email.toUpperCase() })).data).toEqual(vendorError("email_in_use"));
      expect((await create({ email: "not-an-address" })).status).toBe(400);
      expect((await create({ userRoleId: "3fa85f64-5717-4562-b3fc-2c963f66afa6" })).status).toBe(400);
    });

    it("need every permission that a classic permission requires", async () => {
      const create = (permissions: string) => askCompany("POST", "/users", { data: { ...newUser, permissions } });
      const refused = await create("ManagePolicies,AssignPolicies");
      expect(refused.data).toEqual(
        vendorError("invalid_request", expect.stringContaining("AcknowledgeAllAlerts, AcknowledgeOwnAlerts")),
      );
      expect((await create("Everything")).status).toBe(400);
      const all = "ManagePolicies, AssignPolicies, AcknowledgeAllAlerts, AcknowledgeOwnAlerts";
      expect((await create(all)).data.permissions).toBe(all.replaceAll(" ", ""));
    });

    it("get and lose roles", async () => {
      const { id } = colleague();
      const [first = "", second = ""] = [...sandbox.store.userRoles.keys()];
      colleague().userRoleIds = [first];
      const data = { AssignUserRoleIds: [second], UnassignUserRoleIds: [first] };
      expect((await askCompany("PUT", `/users/${id}`, { data })).status).toBe(204);
      expect((await askCompany("GET", `/users/${id}/userroles`)).data.assignedRoleIds).toEqual([second]);
    });

    it("who are administrators need their own scope to be changed", async () => {
      const limited = client(sandbox, sandbox.addToken(["Users.ModifyUsers"], "company"));
      const rename = (user: User) => limited("PUT", `/users/${user.id}`, { data: { name: "Renamed" } });
      expect((await rename(colleague())).status).toBe(204);
      expect((await rename(owner())).data.error).toBe("insufficient_scope");
    });

    it("are gone with the company, which ends the user functions", async () => {
      expect((await askCompany("DELETE", "/users")).status).toBe(204);
      expect([...sandbox.store.users.keys()]).toEqual([owner().id]);
      expect((await askCompany("GET", "/users")).status).toBe(403);
    });
  });

  it("has policies, one of them in the same envelope as all", async () => {
    const { policies } = (await ask("GET", "/TeamViewerPolicies")).data;
    const [policy] = policies;
    expect((await ask("GET", `/TeamViewerPolicies/${policy.policy_id}`)).data).toEqual({ policies: [policy] });
  });

  it("has user roles", async () => {
    const { Roles } = (await ask("GET", "/userroles")).data;
    expect(Roles).toContainEqual(expect.objectContaining({ Name: "Technician", Id: expect.any(String) }));
  });

  it("has user groups, which are created, renamed and deleted", async () => {
    const { status, data } = await ask("POST", "/usergroups", { data: { name: "Night shift" } });
    expect(status).toBe(201);
    expect((await ask("POST", "/usergroups", { data: { name: "Night shift" } })).status).toBe(409);
    expect((await ask("PUT", `/usergroups/${data.id}`, { data: { name: "Late shift" } })).data.name).toBe("Late shift");
    const accountId = Number(owner().id.slice(1));
    expect((await ask("POST", `/usergroups/${data.id}/members`, { data: [accountId] })).status).toBe(201);
    const members = (await ask("GET", `/usergroups/${data.id}/members`)).data.resources;
    expect(members).toEqual([{ accountId, name: owner().name }]);
    expect((await ask("DELETE", `/usergroups/${data.id}`)).status).toBe(204);
    expect((await ask("GET", `/usergroups/${data.id}`)).status).toBe(404);
  });

  it("counts missing patches, also of devices that it does not know", async () => {
    const device = firstOf([...sandbox.store.patchDevices.values()].filter(({ missing }) => missing.length > 0));
    const data = { device_id_list: [device.teamviewer_id, 17] };
    const counts = (await ask("POST", "/patchmanagement/scanresultcounts", { data })).data;
    expect(counts.DeviceMissingPatchesCountInfoList).toEqual([
      { DeviceId: device.teamviewer_id, ErrorCode: 0, ScanResultCount: device.missing.length },
      { DeviceId: 17, ErrorCode: 1, ScanResultCount: 0 },
    ]);
    const { patches } = (await ask("GET", `/patchmanagement/devices/${device.teamviewer_id}/patches/missing`)).data;
    expect(patches).toHaveLength(device.missing.length);
  });
});
