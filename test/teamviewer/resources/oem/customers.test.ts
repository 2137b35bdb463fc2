import { pick, run } from "../../../support/component";
import { firstOf, useTeamViewer } from "../../../support/teamviewer";

const tv = useTeamViewer();

const customers = () => tv.sandbox.store.oemCustomers;
const resellerId = () => firstOf(customers().values()).ResellerId;

test("a customer is created, listed, offered and deleted", async () => {
  const customer = { resellerId: resellerId(), email: "it@new-customer.example.com" };
  const created = await run("createOemCustomer", tv.company, customer);
  const record = customers().get(customer.email);
  expect(created).toEqual({ ...record, Email: customer.email, AccountId: expect.any(Number) });
  const { Customers } = (await run("listOemCustomers", tv.company, { resellerId: resellerId() })) as {
    Customers: object[];
  };
  expect(Customers).toHaveLength(customers().size);
  expect(Customers).toContainEqual(expect.objectContaining({ Email: customer.email, CreatedAt: record?.CreatedAt }));
  expect(await pick("selectOemCustomer", tv.company, { resellerId: resellerId() })).toContainEqual({
    key: customer.email,
    label: customer.email,
  });
  expect(await run("deleteOemCustomer", tv.company, customer)).toBe("ACTION SUCCEEDED");
  expect(customers().has(customer.email)).toBe(false);
  await expect(run("deleteOemCustomer", tv.company, customer)).rejects.toThrow(/HTTP 404.*not found/);
});

test("the dropdown offers every customer of the reseller, and says that it needs one", async () => {
  const offered = await pick("selectOemCustomer", tv.company, { resellerId: `{${resellerId().toUpperCase()}}` });
  expect(offered.map(({ key }) => key).sort()).toEqual([...customers().keys()].sort());
  await expect(pick("selectOemCustomer", tv.company)).rejects.toThrow("Reseller ID: a value is required.");
});

test("a reseller or an address of another form is refused before anything is sent", async () => {
  const email = "it@new-customer.example.com";
  await expect(run("createOemCustomer", tv.company, { resellerId: "4711", email })).rejects.toThrow(
    'Reseller ID: "4711" is not a GUID',
  );
  await expect(run("createOemCustomer", tv.company, { resellerId: resellerId(), email: "it" })).rejects.toThrow(
    "Email: must be an e-mail address",
  );
  expect(tv.sandbox.requests).toEqual([]);
});

test("a reseller that TeamViewer does not know has no customers, but an error", async () => {
  const unknown = "00000000-0000-4000-8000-000000000000";
  await expect(run("listOemCustomers", tv.company, { resellerId: unknown })).rejects.toThrow(/HTTP 404/);
});
