/** User roles of the company: named sets of permissions. */
import { list, picklist } from "../client";

export const userRoles = list("GET /userroles", { items: "Roles" });

const selectUserRole = picklist({
  label: "Select User Role",
  description: "Pick one of the company's user roles, by name.",
  records: (tv) => userRoles.pages(tv),
  key: (role) => role.Id,
  name: (role) => [role.Name],
  example: { key: "d4f81a36-5c7e-4b29-9e0d-2a6b8c3f7e15", label: "Support agent" },
});

export const dataSources = { selectUserRole };
