import { run, runLogged } from "../../support/component";
import { useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer({ seed: { users: 150 } });

const users = () => [...tv.sandbox.store.users.keys()];
const hidden = () => tv.sandbox.store.addressBook.hidden;
const numberOf = (userId = "") => Number(userId.slice(1));

test("the address book is switched off and on again", async () => {
  expect(await run("getCompanyAddressBook", tv.company)).toEqual({ state: true });
  expect(await run("updateCompanyAddressBook", tv.company, { state: "false" })).toEqual({ state: false });
  expect(tv.sandbox.store.addressBook.active).toBe(false);
  expect(await run("getCompanyAddressBook", tv.company)).toEqual({ state: false });
  await run("updateCompanyAddressBook", tv.company, { state: "true" });
  expect(tv.sandbox.store.addressBook.active).toBe(true);
});

test("a blank state changes nothing and says so", async () => {
  await expect(run("updateCompanyAddressBook", tv.company)).rejects.toThrow("State: nothing to change.");
  expect(tv.sandbox.requests).toEqual([]);
});

test("users are hidden and shown again in one step, however many they are", async () => {
  hidden().clear();
  const answer = await run("hideMembersInCompanyAddressBook", tv.company, { accountIds: users() });
  expect(answer).toHaveLength(150);
  expect(hidden()).toEqual(new Set(users().map(numberOf)));
  const { resources } = (await run("listCompanyAddressBookHiddenMembers", tv.company)) as { resources: unknown[] };
  const [userId = ""] = users();
  expect(resources).toHaveLength(150);
  expect(resources[0]).toEqual({ accountId: numberOf(userId), name: tv.sandbox.store.users.get(userId)?.name });
  await run("unhideMembersInCompanyAddressBook", tv.company, { accountIds: users().slice(1, 149) });
  await run("unhideOneMemberInCompanyAddressBook", tv.company, { accountId: userId });
  expect([...hidden()]).toEqual([numberOf(users()[149])]);
  expect(tv.sandbox.requests.map(({ method }) => method)).toEqual([
    ...["POST", "POST", "GET", "DELETE", "DELETE", "DELETE"],
  ]);
});

test("a failure in the middle says who is hidden and who is not", async () => {
  hidden().clear();
  const accountIds = [...users().slice(0, 100), "u99999999"];
  const { error } = await runLogged("hideMembersInCompanyAddressBook", tv.company, { accountIds });
  expect(error?.message).toMatch(/HTTP 400.*Of 101 accounts the first 100 were done, up to \d+\..*from 99999999 on\./);
  expect(hidden().size).toBe(100);
});
