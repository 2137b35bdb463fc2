/** What says the same in another way is no difference. */
import { at, createWorkspace, type Description, operationIn, type Schema } from "./support";

const workspace = createWorkspace();
afterAll(workspace.remove);
const { differencesWith } = workspace;

test("schemas under another name, in the place itself, or put together of parts", () => {
  const found = differencesWith((description) => {
    const { schemas } = description.components;
    const { properties, ...rest } = at(schemas, "GroupsPostParameters");
    const { name, ...others } = properties;
    const renamed = { ...rest, properties: { name } } as Schema;
    schemas.GroupName = renamed;
    const wholly = { allOf: [{ $ref: "#/components/schemas/GroupName" }, { properties: others }], nullable: true };
    schemas.GroupsPostParameters = { oneOf: [wholly, { type: "null" }] } as never;
    operationIn(description, "put", "/devices/{id}").requestBody.content["application/json"] = {
      schema: at(schemas, "DevicesPutParameters"),
    };
  });
  expect(found).toEqual([]);
});

test("the base URL in the server instead of the paths, and paths in other letters", () => {
  const found = differencesWith((description) => {
    const moved = Object.entries(description.paths).filter(([path]) => path.startsWith("/api/v1/"));
    const paths = moved.map(([path, item]) => [path.slice("/api/v1".length).toUpperCase(), item] as const);
    description.servers = [{ url: "https://webapi.teamviewer.com/api/v1/" }];
    description.paths = Object.fromEntries(
      paths.map(([path, item]) => [path.replace(/\{.*?\}/g, (name) => name.toLowerCase()), item]),
    );
  });
  const beside = ["GET /pushApi/v1/reach/connectionStatus", "GET /pushApi/v1/socketAuth/getToken"];
  expect(found).toEqual(beside.map((operation) => ({ kind: "removed", operation, lines: [] })));
});

const isFromElsewhere = (value: unknown) => typeof value === "object" && value !== null && "x-source" in value;

/** Takes out whatever is marked as known from elsewhere than the vendor's document. */
const withoutElsewhere = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((each) => !isFromElsewhere(each)).map(withoutElsewhere);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => !isFromElsewhere(each));
  return Object.fromEntries(entries.map(([key, each]) => [key, withoutElsewhere(each)]));
};

test("operations, parameters and fields that the vendor's document never had", () => {
  let operations = 0;
  const found = differencesWith((description) => {
    const count = () => Object.values(description.paths).flatMap(Object.keys).length;
    operations = count();
    Object.assign(description, withoutElsewhere(description) as Description);
    operations -= count();
  });
  expect(operations).toBe(11);
  expect(found).toEqual([]);
});
