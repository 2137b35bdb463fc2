import { run } from "../../support/component";
import { useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

test("getAccount gives the account of the token", async () => {
  const { userId } = tv.sandbox.store.account;
  expect(await run("getAccount", tv.user)).toMatchObject({
    userid: userId,
    name: tv.sandbox.store.users.get(userId)?.name,
  });
});

test("getAccountTenantIds gives a plain list of IDs", async () => {
  expect(await run("getAccountTenantIds", tv.user)).toEqual([...tv.sandbox.store.tenants.keys()]);
});

test("updateAccount changes what is filled in and leaves the rest", async () => {
  const before = (await run("getAccount", tv.user)) as { email: string };
  expect(await run("updateAccount", tv.user, { name: "Maria Keller-Braun" })).toBe("ACTION SUCCEEDED");
  expect(await run("getAccount", tv.user)).toMatchObject({ name: "Maria Keller-Braun", email: before.email });
});

test("updateAccount sets a new password with the old one", async () => {
  const { accountPassword } = tv.sandbox.credentials;
  await run("updateAccount", tv.user, { password: "N3w-password", oldpassword: accountPassword });
  const { userId } = tv.sandbox.store.account;
  expect(tv.sandbox.store.users.get(userId)?.password).toBe("N3w-password");
});

test("updateAccount asks for the old password before anything is sent", async () => {
  await expect(run("updateAccount", tv.user, { password: "N3w-password" })).rejects.toThrow("Old Password: ");
  expect(tv.sandbox.requests).toEqual([]);
});

test.each([
  [{ email: "nobody" }, "Email: at least 6 characters|Email: must be an e-mail address"],
  [{ name: "Mia" }, "Name: at least 5 characters are needed; this has 3."],
  [{ password: "short", oldpassword: "x" }, "Password: at least 6 characters are needed; this has 5."],
])("updateAccount checks the vendor's limits of %j before anything is sent", async (inputs, message) => {
  await expect(run("updateAccount", tv.user, inputs)).rejects.toThrow(new RegExp(message));
  expect(tv.sandbox.requests).toEqual([]);
});

test("createAccount creates an account for an app", async () => {
  const { clientId, clientSecret } = tv.sandbox.credentials;
  const account = await run("createAccount", tv.user, {
    email: "ewa.lis@example.com",
    name: "Ewa Lis",
    password: "S3cret-of-ewa",
    language: "pl",
    client_id: clientId,
    client_secret: clientSecret,
  });
  expect(account).toMatchObject({ email: "ewa.lis@example.com", name: "Ewa Lis" });
});
