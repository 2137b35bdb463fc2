/** Customers of a reseller who sells TeamViewer under a name of its own: each is an account, known by its e-mail address. */
import { textInput } from "../../../platform/inputs";
import { change, list, picklist, readList } from "../../client";
import { emailForm } from "../../inputs";
import { ids } from "../../vocabulary";

export const oemCustomers = list("GET /oem/licensing/customers", { items: "Customers" });

const resellerId = ids.reseller.required("The reseller whose customers they are, by its GUID.");

const exampleCustomer = {
  ResellerId: "94d6f0b2-3e17-4c85-a1d9-6b0e8f27c534",
  Email: "it@customer.example.com",
  CreatedAt: "2026-02-16T09:30:00Z",
};

const listOemCustomers = readList({
  label: "List OEM Customers",
  description:
    "List all customers of an OEM reseller in one answer, each with its e-mail address and since when it is one.",
  list: oemCustomers,
  inputs: { resellerId },
  request: (query) => ({ query }),
  example: { Customers: [exampleCustomer] },
});

const createOemCustomer = change({
  label: "Create OEM Customer",
  description:
    "Add a customer to the licensing of an OEM reseller, by the e-mail address of its account. The answer has the number of that account: 34567890 is u34567890.",
  operation: "POST /oem/licensing/customers",
  inputs: {
    resellerId: ids.reseller.required("The reseller who gets the customer, by its GUID."),
    email: textInput({
      label: "Email",
      comments: "The e-mail address of the customer's account.",
      example: exampleCustomer.Email,
      required: true,
      ...emailForm,
    }),
  },
  request: ({ resellerId: ResellerId, email: Email }) => ({ body: { ResellerId, Email } }),
  example: { ...exampleCustomer, AccountId: 34567890 },
});

const deleteOemCustomer = change({
  label: "Delete OEM Customer",
  description: "Take a customer out of the licensing of an OEM reseller, by the e-mail address of its account.",
  irreversible: true,
  operation: "DELETE /oem/licensing/customers",
  inputs: {
    resellerId,
    email: ids.oemCustomer.required("The customer, by the e-mail address of its account."),
  },
  request: ({ resellerId: ResellerId, email: Email }) => ({ body: { ResellerId, Email } }),
});

const selectOemCustomer = picklist({
  label: "Select OEM Customer",
  description: "Pick one of the customers of an OEM reseller, by e-mail address.",
  inputs: { resellerId },
  records: (tv, query) => oemCustomers.pages(tv, { query }),
  key: (customer) => customer.Email,
  name: (customer) => [customer.Email],
  example: { key: exampleCustomer.Email, label: exampleCustomer.Email },
});

export const actions = { listOemCustomers, createOemCustomer, deleteOemCustomer };
export const dataSources = { selectOemCustomer };
