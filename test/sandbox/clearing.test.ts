import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { strictDescription } from "../../sandbox/teamviewer/description";
import { handlers } from "../../sandbox/teamviewer/families";
import { freshForEveryTest } from "../support/sandbox";
import { client, firstOf } from "./client";

interface Update {
  operationId: string;
  path(sandbox: Sandbox): string;
  /** What the update changes. */
  record(sandbox: Sandbox): object;
  /** Fields that an empty text empties, and where the record has them under another name. */
  emptied: Record<string, string>;
  /** Fields that name something, which an empty text does not. */
  refused?: string[];
  /** Fields that change nothing by themselves. */
  without?: string[];
  company?: boolean;
}

const same = (...fields: string[]) => Object.fromEntries(fields.map((field) => [field, field]));

const first = <Item>(items: Map<unknown, Item>): Item => firstOf(items.values());

const updates: Update[] = [
  {
    operationId: "Account_Put",
    path: () => "/account",
    record: ({ store }) => store.account,
    emptied: { email_language: "emailLanguage" },
    without: ["oldpassword"],
  },
  {
    operationId: "Devices_Put",
    path: ({ store }) => `/devices/${first(store.devices).device_id}`,
    record: ({ store }) => first(store.devices),
    emptied: same("alias", "description", "password", "policy_id"),
    refused: ["groupid"],
  },
  {
    operationId: "Sessions_Put",
    path: ({ store }) => `/sessions/${first(store.sessions).code}`,
    record: ({ store }) => ({ ...first(store.sessions), ...first(store.sessions).end_customer }),
    emptied: {
      ...same("custom_module_id", "waiting_message", "description", "custom_api", "tv_version"),
      "end_customer.name": "name",
      "end_customer.email": "email",
    },
    refused: ["groupname"],
    without: ["id"],
  },
  {
    operationId: "Connections_Put",
    path: ({ store }) => `/reports/connections/${first(store.reports).id}`,
    record: ({ store }) => first(store.reports),
    emptied: same("notes"),
    refused: ["billing_state"],
  },
  {
    operationId: "Groups_Put",
    path: ({ store }) => `/groups/${first(store.groups).id}`,
    record: ({ store }) => first(store.groups),
    emptied: same("policy_id"),
    refused: ["name"],
  },
  {
    operationId: "Groups_Put1",
    path: ({ store }) => `/users/${first(store.groups).ownerId}/groups/${first(store.groups).id}`,
    record: ({ store }) => first(store.groups),
    emptied: same("policy_id"),
    refused: ["name"],
  },
  {
    operationId: "ManagedGroups_Put",
    path: ({ store }) => `/managed/groups/${first(store.managedGroups).id}`,
    record: ({ store }) => first(store.managedGroups),
    emptied: {},
  },
  {
    operationId: "ManagedDevices_Put",
    path: ({ store }) => `/managed/devices/${first(store.managedDevices).id}`,
    record: ({ store }) => first(store.managedDevices),
    emptied: same("teamviewerPolicyId"),
    refused: ["managedGroupId"],
  },
  {
    operationId: "ManagedDevices_PutDeviceDescription",
    path: ({ store }) => `/managed/devices/${first(store.managedDevices).id}/description`,
    record: ({ store }) => first(store.managedDevices),
    emptied: same("deviceDescription"),
  },
  {
    operationId: "TeamViewerPolicies_Put",
    path: ({ store }) => `/TeamViewerPolicies/${first(store.policies).policy_id}`,
    record: ({ store }) => first(store.policies),
    emptied: same("name"),
  },
  {
    operationId: "Company_Put",
    path: () => "/company",
    record: ({ store }) => store.account,
    emptied: {},
    refused: ["name"],
  },
  {
    operationId: "CompanyAddressBook_Put",
    path: () => "/companyaddressbook",
    record: ({ store }) => store.addressBook,
    emptied: {},
  },
  {
    operationId: "UserRoles_Put",
    path: () => "/userroles",
    record: ({ store }) => first(store.userRoles),
    emptied: {},
  },
  {
    operationId: "UserRoles_SetPredefinedUserRole",
    path: ({ store }) => `/userroles/${first(store.userRoles).Id}/predefined`,
    record: ({ store }) => store.predefinedRole,
    emptied: {},
  },
  {
    operationId: "UserGroups_PutGroup",
    path: ({ store }) => `/usergroups/${first(store.userGroups).id}`,
    record: ({ store }) => first(store.userGroups),
    emptied: {},
  },
  {
    operationId: "Users_Put",
    path: ({ store }) => `/users/${first(store.users).id}`,
    record: ({ store }) => first(store.users),
    emptied: same(
      "permissions",
      "password",
      "custom_quicksupport_id",
      "custom_quickjoin_id",
      "license_key",
      "sso_customer_id",
    ),
    company: true,
  },
];

interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  minLength?: number;
  pattern?: string;
  format?: string;
  enum?: unknown[];
}

const bodyWith = (field: string, value: unknown): object => {
  const [name = "", inner] = field.split(".");
  return { [name]: inner === undefined ? value : bodyWith(inner, value) };
};

describe("An update of the sandbox with an empty text", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  freshForEveryTest(() => sandbox);

  const put = ({ path, company }: Update, field: string, value: string) => {
    const { userToken, companyToken } = sandbox.credentials;
    return client(sandbox, company ? companyToken : userToken)("PUT", path(sandbox), { data: bodyWith(field, value) });
  };

  const cases = updates.flatMap((update) =>
    Object.entries(update.emptied).map(([field, as]) => [update.operationId, field, { update, as }] as const),
  );

  const someValue = (field: string): string => {
    if (/policy/i.test(field)) return first(sandbox.store.policies).policy_id;
    return field === "permissions" ? "ShareOwnGroups" : "something";
  };

  it.each(cases)("empties what was filled: %s %s", async (_, field, { update, as }) => {
    const value = () => (update.record(sandbox) as Record<string, unknown>)[as];
    await put(update, field, someValue(field));
    expect(value()).toBe(someValue(field));
    expect((await put(update, field, "")).status).toBe(204);
    expect(value() || "").toBe("");
  });

  const refusals = updates.flatMap((update) =>
    (update.refused ?? []).map((field) => [update.operationId, field, update] as const),
  );

  it.each(refusals)("is refused where a name is wanted, and not ignored: %s %s", async (_, field, update) => {
    expect((await put(update, field, "")).status).toBe(400);
  });

  it("is told here for every text that the description lets be empty", async () => {
    const { paths, components } = strictDescription() as unknown as {
      paths: Record<
        string,
        { put?: { operationId: string; requestBody?: { content: Record<string, { schema: Schema }> } } }
      >;
      components: { schemas: Record<string, Schema> };
    };
    const resolved = (schema: Schema = {}): Schema =>
      components.schemas[schema.$ref?.split("/").at(-1) ?? ""] ?? schema;
    const texts = (schema: Schema): string[] =>
      Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
        const { type, minLength = 0, pattern, format, enum: choices, properties } = resolved(field);
        if (properties) return texts(resolved(field)).map((inner) => `${name}.${inner}`);
        return type === "string" && minLength === 0 && !pattern && !format && !choices ? [name] : [];
      });
    const described = Object.values(paths)
      .flatMap(({ put: operation }) => operation ?? [])
      .filter(({ operationId }) => operationId in handlers)
      .map(({ operationId, requestBody }) => [
        operationId,
        texts(resolved(requestBody?.content["application/json"]?.schema)).sort(),
      ]);
    const told = updates.map(({ operationId, emptied, refused = [], without = [] }) => [
      operationId,
      [...Object.keys(emptied), ...refused, ...without].sort(),
    ]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(described));
  });
});
