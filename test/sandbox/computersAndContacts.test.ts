import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { freshForEveryTest } from "../support/sandbox";
import { type Ask, client, firstOf, vendorError } from "./client";

const now = new Date("2026-03-02T08:00:00Z");

describe("Computers & Contacts and managed devices of the sandbox", () => {
  let sandbox: Sandbox;
  let ask: Ask;
  beforeAll(async () => {
    sandbox = await startSandbox({ now: () => now });
    ask = client(sandbox);
  });
  freshForEveryTest(() => sandbox);

  const ownGroup = () => firstOf(sandbox.store.groups.values());

  describe("devices", () => {
    it("are created, read, changed and deleted", async () => {
      const { id: groupid, policy_id } = ownGroup();
      const data = {
        remotecontrol_id: "r123456789",
        groupid,
        alias: "Till 07",
        description: "Left",
        password: "S3cret",
      };
      const { data: device } = await ask("POST", "/devices", { data });
      expect(device).toMatchObject({ device_id: expect.stringMatching(/^d\d+$/), alias: "Till 07", policy_id });
      expect(device).not.toHaveProperty("password");
      expect((await ask("PUT", `/devices/${device.device_id}`, { data: { alias: "Till 08" } })).status).toBe(204);
      const { devices } = (await ask("GET", `/devices/${device.device_id}`)).data;
      expect(devices).toEqual([{ ...device, alias: "Till 08" }]);
      expect((await ask("DELETE", `/devices/${device.device_id}`)).status).toBe(204);
      expect((await ask("GET", `/devices/${device.device_id}`)).status).toBe(404);
    });

    it("need a remote control id and a known group", async () => {
      const groupid = ownGroup().id;
      for (const data of [{ groupid }, { remotecontrol_id: "r1" }, { groupid, remotecontrol_id: "123" }]) {
        expect((await ask("POST", "/devices", { data })).status).toBe(400);
      }
      expect((await ask("POST", "/devices", { data: { groupid: "g1", remotecontrol_id: "r1" } })).status).toBe(404);
    });

    it("move to another group, but not to one that is shared for reading only", async () => {
      const { store } = sandbox;
      const device = firstOf([...store.devices.values()].filter(({ groupid }) => groupid === ownGroup().id));
      const readOnly = firstOf(
        [...store.groups.values()].filter(({ ownerId, sharedWith }) =>
          sharedWith.some(
            ({ userid, permissions }) => userid === store.account.userId && ownerId && permissions === "read",
          ),
        ),
      );
      const refused = await ask("PUT", `/devices/${device.device_id}`, {
        data: { groupid: readOnly.id, alias: "Moved" },
      });
      expect(refused.status).toBe(403);
      expect(device.alias).not.toBe("Moved");
    });

    it("are filtered by a part of the alias, state, group and remote control id", async () => {
      const count = async (query: string) => (await ask("GET", `/devices?${query}`)).data.devices.length;
      const all = [...sandbox.store.devices.values()];
      const [first] = all;
      expect(await count("name=front%20desk")).toBe(all.filter(({ alias }) => alias.startsWith("Front Desk")).length);
      expect(await count("online_state=offline")).toBe(all.filter((one) => one.online_state === "Offline").length);
      expect(await count(`groupid=${first?.groupid}`)).toBe(all.filter((one) => one.groupid === first?.groupid).length);
      expect(await count(`remotecontrol_id=${first?.remotecontrol_id}`)).toBe(1);
      expect(await count("online_state=offline&name=nobody")).toBe(0);
    });

    it("say their state in words, and when they were last seen only while offline", async () => {
      const { devices } = (await ask("GET", "/devices")).data;
      for (const device of devices) {
        expect(["Online", "Busy", "Away", "Offline"]).toContain(device.online_state);
        expect("last_seen" in device).toBe(device.online_state === "Offline");
      }
    });

    it("are assigned with the device's password", async () => {
      const device = firstOf([...sandbox.store.devices.values()].filter((one) => !one.assigned_to));
      device.password = "S3cret";
      const assign = (fields: object) =>
        ask("POST", "/devices/assign", {
          data: { device_id: device.device_id, current_device_password: "S3cret", ...fields },
        });
      expect((await assign({ current_device_password: "wrong" })).status).toBe(400);
      expect((await assign({ assign_mode: "magic" })).status).toBe(400);
      expect(device.assigned_to).toBe(false);
      expect((await assign({ assign_mode: "easyrollout", enable_easy_access: true })).status).toBe(204);
      expect(device.assigned_to).toBe(true);
    });
  });

  describe("contacts", () => {
    const list = async (query = "") => (await ask("GET", `/contacts${query}`)).data;

    it("are created, read and deleted", async () => {
      const data = { email: "new.customer@example.org", name: "New Customer", groupid: ownGroup().id };
      const { data: contact } = await ask("POST", "/contacts", { data });
      expect(contact).toMatchObject({ contact_id: expect.stringMatching(/^c\d+$/), ...data });
      expect((await ask("GET", `/contacts/${contact.contact_id}`)).data.contacts).toEqual([contact]);
      expect((await ask("DELETE", `/contacts/${contact.contact_id}`)).status).toBe(204);
      expect((await ask("DELETE", `/contacts/${contact.contact_id}`)).status).toBe(404);
    });

    it("make a group that is unknown, and use the one that is known", async () => {
      const create = (groupname: string) => ask("POST", "/contacts", { data: { email: "a@example.org", groupname } });
      const first = (await create("Walk-ins")).data;
      expect(sandbox.store.groups.get(first.groupid)?.name).toBe("Walk-ins");
      expect((await create("Walk-ins")).data.groupid).toBe(first.groupid);
    });

    it("take group id and name together only if they agree", async () => {
      const { id: groupid, name } = ownGroup();
      const create = (groupname: string) =>
        ask("POST", "/contacts", { data: { email: "a@example.org", groupid, groupname } });
      expect((await create(name)).data.groupid).toBe(groupid);
      expect((await create("Another")).data).toEqual(
        vendorError("invalid_request", expect.stringMatching("two different")),
      );
    });

    it("need an e-mail address and a group", async () => {
      expect((await ask("POST", "/contacts", { data: { groupname: "New" } })).status).toBe(400);
      expect((await ask("POST", "/contacts", { data: { email: "a@example.org" } })).status).toBe(400);
      expect(
        (await ask("POST", "/contacts", { data: { email: "a@example.org", groupname: "N", name: "Abc" } })).status,
      ).toBe(400);
    });

    it("are filtered by several e-mail addresses, and list pending invitations when asked", async () => {
      const [one, other] = [...sandbox.store.contacts.values()];
      expect((await list(`?email=${one?.email},%20${other?.email}`)).contacts).toHaveLength(2);
      expect(await list()).not.toHaveProperty("invitations");
      expect((await list("?include_invitations=true")).invitations).toHaveLength(1);
    });

    it("invite a person without an account", async () => {
      const data = { email: "invited@example.org", groupid: ownGroup().id, invite: true };
      await ask("POST", "/contacts", { data });
      const { invitations } = await list("?include_invitations=true");
      expect(invitations).toContainEqual({ email: "invited@example.org", groupid: ownGroup().id });
    });
  });

  describe("managed devices", () => {
    const device = () => firstOf(sandbox.store.managedDevices.values());

    it("are read, changed and deleted", async () => {
      const { id } = device();
      const policy = firstOf(sandbox.store.policies.keys());
      const group = [...sandbox.store.managedGroups.values()].at(-1);
      const data = { name: "Renamed", teamviewerPolicyId: policy, managedGroupId: group?.id };
      expect((await ask("PUT", `/managed/devices/${id}`, { data })).status).toBe(204);
      expect((await ask("GET", `/managed/devices/${id}`)).data).toMatchObject({
        id,
        name: "Renamed",
        teamviewerPolicyId: policy,
      });
      expect(group?.deviceIds.has(id)).toBe(true);
      expect((await ask("DELETE", `/managed/devices/${id}`)).status).toBe(204);
      expect((await ask("GET", `/managed/devices/${id}`)).status).toBe(404);
      expect(group?.deviceIds.has(id)).toBe(false);
    });

    it("refuse a change that changes nothing, and unknown policies and groups", async () => {
      const unknown = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
      for (const data of [{}, { teamviewerPolicyId: unknown }, { managedGroupId: unknown }, { name: "" }]) {
        expect((await ask("PUT", `/managed/devices/${device().id}`, { data })).status).toBe(400);
      }
    });

    it("say when they were last seen only while offline", async () => {
      const { resources } = (await ask("GET", "/managed/devices")).data;
      for (const one of resources) expect("last_seen" in one).toBe(!one.isOnline);
    });

    it("of the company leave out those that only the account manages", async () => {
      const { resources } = (await ask("GET", "/managed/devices/company")).data;
      expect(resources).toHaveLength([...sandbox.store.managedDevices.values()].filter((one) => one.company).length);
    });

    it("have groups that answer with their policy, and take another", async () => {
      const { resources } = (await ask("GET", "/managed/groups")).data;
      const [one = "", other = ""] = [...sandbox.store.policies.keys()];
      expect(resources.map((group: { policy_id?: string }) => group.policy_id)).toEqual([
        one,
        undefined,
        one,
        undefined,
      ]);
      const path = `/managed/groups/${resources[0].id}`;
      const put = (policy: object) => ask("PUT", path, { data: { policy } });
      expect((await put({ policy_id: other, policy_type: 1 })).data.policy_id).toBe(other);
      expect((await put({ policy_id: one, policy_type: 4 })).data.policy_id).toBe(other);
      expect((await put({ policy_id: "3fa85f64-5717-4562-b3fc-2c963f66afa6", policy_type: 1 })).status).toBe(400);
      expect((await ask("GET", path)).data).toEqual({ ...resources[0], policy_id: other });
    });

    it("join and leave managed groups", async () => {
      const { data: group, status } = await ask("POST", "/managed/groups", { data: { name: "Night shift" } });
      expect(status).toBe(201);
      const { id } = device();
      expect((await ask("POST", `/managed/groups/${group.id}/devices`, { data: { id } })).status).toBe(201);
      expect((await ask("GET", `/managed/groups/${group.id}/devices`)).data.resources).toMatchObject([{ id }]);
      expect((await ask("DELETE", `/managed/groups/${group.id}/devices/${id}`)).status).toBe(204);
      expect((await ask("GET", `/managed/groups/${group.id}/devices`)).data.resources).toEqual([]);
    });
  });
});
