import { type Sandbox, startSandbox } from "../../sandbox/teamviewer";
import { strictDescription } from "../../sandbox/teamviewer/description";
import { handlers } from "../../sandbox/teamviewer/families";
import { freshForEveryTest } from "../support/sandbox";
import { client, firstOf } from "./client";
import { type Update, updates } from "./updates";

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
  const [name = "", ...inner] = field.split(".");
  return { [name]: inner.length === 0 ? value : bodyWith(inner.join("."), value) };
};

describe("An update of the sandbox with an empty text", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  freshForEveryTest(() => sandbox);

  const put = ({ path, always, company }: Update, field: string, value: string) => {
    const { userToken, companyToken } = sandbox.credentials;
    const data = { ...always, ...bodyWith(field, value) };
    return client(sandbox, company ? companyToken : userToken)("PUT", path(sandbox), { data });
  };

  const cases = updates.flatMap((update) =>
    Object.entries(update.emptied).map(([field, as]) => [update.operationId, field, { update, as }] as const),
  );

  const someValue = (field: string): string => {
    if (/policy/i.test(field)) return firstOf(sandbox.store.policies.values()).policy_id;
    return field === "permissions" ? "ShareOwnGroups" : "something";
  };

  it.each(cases)("empties what was filled: %s %s", async (_, field, { update, as }) => {
    const value = () => (update.record(sandbox) as Record<string, unknown>)[as];
    await put(update, field, someValue(field));
    expect(value()).toBe(someValue(field));
    expect((await put(update, field, "")).status).toBe(update.status ?? 204);
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
    const withTexts = (operations: (string | string[])[][]) =>
      Object.fromEntries(operations.filter(([, fields]) => fields?.length));
    expect(withTexts(told)).toEqual(withTexts(described));
  });
});
