import { run } from "../../support/component";
import { firstOf, useTeamViewer } from "../../support/teamviewer";

const tv = useTeamViewer();

type Contacts = { contacts: { contact_id: string; name: string; email: string }[]; invitations?: object[] };

const someone = { email: "ewa.lis@example.com", name: "Ewa Lis" };
const anyGroup = () =>
  firstOf(tv.sandbox.store.groups.values(), ({ ownerId }) => ownerId === tv.sandbox.store.account.userId);

test("a contact is created in a group, read back and deleted", async () => {
  const { id: groupid } = anyGroup();
  const created = (await run("createContact", tv.user, { ...someone, groupid })) as { contact_id: string };
  expect(await run("getContact", tv.user, { contactId: created.contact_id })).toMatchObject({ ...someone, groupid });
  expect(await run("deleteContact", tv.user, { contactId: created.contact_id })).toBe("ACTION SUCCEEDED");
  await expect(run("getContact", tv.user, { contactId: created.contact_id })).rejects.toThrow(/HTTP 404|there is none/);
});

test("createContact makes the group that is only named", async () => {
  const contact = (await run("createContact", tv.user, { ...someone, groupname: "Field service" })) as {
    groupid: string;
  };
  expect(tv.sandbox.store.groups.get(contact.groupid)?.name).toBe("Field service");
});

test("createContact takes a group's ID and its name together", async () => {
  const { id, name } = anyGroup();
  expect(await run("createContact", tv.user, { ...someone, groupid: id, groupname: name })).toMatchObject({
    groupid: id,
  });
});

test("getContact takes the ID with and without its prefix, and refuses the prefix of another kind", async () => {
  const { contact_id } = firstOf(tv.sandbox.store.contacts.values());
  const one = await run("getContact", tv.user, { contactId: contact_id });
  expect(await run("getContact", tv.user, { contactId: contact_id.slice(1) })).toEqual(one);
  await expect(run("getContact", tv.user, { contactId: `d${contact_id.slice(1)}` })).rejects.toThrow(
    `Contacts ID: "d${contact_id.slice(1)}" is a device ID; a contact ID starts with c`,
  );
});

test("listContacts lists all contacts, and with a filter only those that match", async () => {
  const all = (await run("listContacts", tv.user)) as Contacts;
  expect(all.contacts).toHaveLength(tv.sandbox.store.contacts.size);
  const [first, second] = all.contacts;
  const emails = `${first?.email}, ${second?.email}`;
  const filtered = (await run("listContacts", tv.user, { email: emails })) as Contacts;
  expect(filtered.contacts.map(({ email }) => email).sort()).toEqual([first?.email, second?.email].sort());
});

test("listContacts adds pending invitations on demand", async () => {
  expect(((await run("listContacts", tv.user)) as Contacts).invitations ?? []).toEqual([]);
  const answer = (await run("listContacts", tv.user, { include_invitations: "true" })) as Contacts;
  expect(answer.invitations).toEqual(tv.sandbox.store.invitations.map(({ groupid, email }) => ({ groupid, email })));
});

test.each(["", "   ", ".", ".."])("deleteContact refuses %j as an ID before anything is sent", async (contactId) => {
  await expect(run("deleteContact", tv.user, { contactId })).rejects.toThrow(/^Contacts ID: /);
  expect(tv.sandbox.requests).toEqual([]);
});
