import { type Group, type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { freshForEveryTest } from "../support/sandbox";
import { type Ask, client, firstOf, vendorError } from "./client";

describe("Groups of the sandbox", () => {
  let sandbox: Sandbox;
  let ask: Ask;
  let askCompany: Ask;
  beforeAll(async () => {
    sandbox = await startSandbox();
    ask = client(sandbox);
    askCompany = client(sandbox, sandbox.credentials.companyToken);
  });
  freshForEveryTest(() => sandbox);

  const owner = () => sandbox.store.account.userId;
  const colleague = () => firstOf([...sandbox.store.users.keys()].filter((id) => id !== owner()));
  const groupOf = (mine: boolean): Group =>
    firstOf([...sandbox.store.groups.values()].filter(({ ownerId }) => (ownerId === owner()) === mine));
  const names = async (query: string) =>
    (await ask("GET", `/groups${query}`)).data.groups.map(({ name }: Group) => name);

  it("are created, read, renamed and deleted", async () => {
    const { data: group } = await ask("POST", "/groups", { data: { name: "Customers" } });
    expect(group).toMatchObject({ id: expect.stringMatching(/^g\d+$/), name: "Customers", permissions: "owned" });
    expect((await ask("PUT", `/groups/${group.id}`, { data: { name: "Clients" } })).status).toBe(204);
    expect((await ask("GET", `/groups/${group.id}`)).data.name).toBe("Clients");
    const deleted = await ask("DELETE", `/groups/${group.id}`);
    expect([deleted.status, deleted.data]).toEqual([204, ""]);
    expect((await ask("GET", `/groups/${group.id}`)).status).toBe(404);
  });

  it("refuse a blank name and an unknown policy", async () => {
    expect((await ask("POST", "/groups", { data: { name: " " } })).status).toBe(400);
    const policy_id = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
    expect((await ask("POST", "/groups", { data: { name: "New", policy_id } })).status).toBe(400);
  });

  it("are filtered by owner: shared true lists those of others, false the own ones, absent both", async () => {
    const all = await names("");
    const others = await names("?shared=true");
    const own = await names("?shared=false");
    expect(others).toContain(groupOf(false).name);
    expect(own).toContain(groupOf(true).name);
    expect([...own, ...others].sort()).toEqual([...all].sort());
  });

  it("are filtered by a part of the name, or by the whole name", async () => {
    expect(await names("?name=HARBOUR")).toEqual(["Harbour Dental Clinic"]);
    expect(await names("?name=Harbour&shouldMatchFullName=true")).toEqual([]);
    expect(await names("?name=Harbour%20Dental%20Clinic&shouldMatchFullName=true")).toHaveLength(1);
  });

  it("are shared: given users get new permissions, others keep theirs", async () => {
    const { id } = groupOf(true);
    const [, one = "", other = ""] = [...sandbox.store.users.keys()];
    const share = (users: object[]) => ask("POST", `/groups/${id}/share_group`, { data: { users } });
    await share([
      { userid: one, permissions: "read" },
      { userid: other, permissions: "read" },
    ]);
    expect((await share([{ userid: one, permissions: "readwrite" }])).status).toBe(204);
    const shares = (await ask("GET", `/groups/${id}`)).data.shared_with;
    expect(shares).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ userid: one, permissions: "readwrite" }),
        expect.objectContaining({ userid: other, permissions: "read" }),
      ]),
    );
    await ask("POST", `/groups/${id}/unshare_group`, { data: { users: [one] } });
    const left = (await ask("GET", `/groups/${id}`)).data.shared_with;
    expect(left.map(({ userid }: { userid: string }) => userid)).toEqual([other]);
  });

  it("refuse to be shared with unknown users or unknown permissions", async () => {
    const share = (user: object) => ask("POST", `/groups/${groupOf(true).id}/share_group`, { data: { users: [user] } });
    expect((await share({ userid: "u1", permissions: "read" })).status).toBe(400);
    expect((await share({ userid: colleague(), permissions: "everything" })).status).toBe(400);
    expect((await share({ userid: "1234", permissions: "read" })).status).toBe(400);
  });

  it("of others are only unshared when they are deleted", async () => {
    const { id } = groupOf(false);
    expect((await ask("DELETE", `/groups/${id}`)).status).toBe(204);
    expect((await ask("GET", `/groups/${id}`)).status).toBe(404);
    expect(sandbox.store.groups.has(id)).toBe(true);
  });

  it("of others cannot be changed or shared on", async () => {
    const { id } = groupOf(false);
    expect((await ask("PUT", `/groups/${id}`, { data: { name: "Mine" } })).status).toBe(403);
    expect((await ask("POST", `/groups/${id}/share_group`, { data: { users: [] } })).status).toBe(403);
  });

  it("take their computers and contacts with them when they are deleted", async () => {
    const { id } = groupOf(true);
    await ask("DELETE", `/groups/${id}`);
    const { devices, contacts } = sandbox.store;
    expect([...devices.values(), ...contacts.values()].filter(({ groupid }) => groupid === id)).toEqual([]);
  });

  it("need the user's location with a company-level token", async () => {
    const { id } = groupOf(true);
    for (const [method, path, data] of [
      ["GET", "/groups", undefined],
      ["POST", "/groups", { name: "New" }],
      ["GET", `/groups/${id}`, undefined],
      ["PUT", `/groups/${id}`, { name: "New" }],
      ["POST", `/groups/${id}/share_group`, { users: [] }],
      ["POST", `/groups/${id}/unshare_group`, { users: [] }],
      ["DELETE", `/groups/${id}`, undefined],
    ] as const) {
      const answer = await askCompany(method, path, { data });
      expect(answer.status).toBe(400);
      expect(answer.data).toEqual(vendorError("invalid_request", expect.stringContaining("/users/{uid}/groups")));
    }
  });

  it("are managed at any user's location with a company-level token", async () => {
    const uid = colleague();
    const at = `/users/${uid}/groups`;
    const { data: group } = await askCompany("POST", at, { data: { name: "Remote" } });
    expect((await askCompany("GET", `${at}?name=Remote`)).data.groups).toHaveLength(1);
    expect((await askCompany("PUT", `${at}/${group.id}`, { data: { name: "Far" } })).status).toBe(204);
    const users = [{ userid: owner(), permissions: "read" }];
    expect((await askCompany("POST", `${at}/${group.id}/share_group`, { data: { users } })).status).toBe(204);
    expect((await ask("GET", `/groups/${group.id}`)).data).toMatchObject({ name: "Far", owner: { userid: uid } });
    expect((await askCompany("POST", `${at}/${group.id}/unshare_group`, { data: { users: [owner()] } })).status).toBe(
      204,
    );
    expect((await ask("GET", `/groups/${group.id}`)).status).toBe(404);
    expect((await askCompany("GET", `${at}/${group.id}`)).data.permissions).toBe("owned");
    expect((await askCompany("DELETE", `${at}/${group.id}`)).status).toBe(204);
    expect((await askCompany("GET", "/users/u1/groups")).status).toBe(404);
  });

  it("at the location of another user are refused to a user-level token", async () => {
    expect((await ask("GET", `/users/${colleague()}/groups`)).status).toBe(403);
    expect((await ask("GET", `/users/${owner()}/groups`)).status).toBe(200);
  });
});
