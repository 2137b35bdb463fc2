import { type Description, loadDescription } from "../spec/load";

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** Operations that answer without a bearer token. */
const open = ["Ping_Get", "OAuth2_Token"];

const visit = (value: unknown, change: (node: Node) => void): void => {
  if (!isNode(value)) return;
  change(value);
  for (const child of Object.values(value)) visit(child, change);
};

/** The vendor refuses unknown fields; the description does not say so. */
const refuseUnknownFields = (node: Node) => {
  if (node.type === "object" && isNode(node.properties)) node.additionalProperties ??= false;
};

/** Where the description lists the values of an array's entries, the vendor takes no others. */
const refuseUnlistedValues = (node: Node) => {
  if (node["x-values"] && isNode(node.items)) node.items = { ...node.items, enum: node["x-values"] };
};

/** OpenAPI 3.0 needs `nullable` where the vendor's note says that a field can be null. */
const allowDocumentedNull = (node: Node) => {
  if (typeof node.type === "string" && /\bnull\b/.test(String(node["x-note"] ?? ""))) node.nullable = true;
};

/** The end of the audit log is a null token too, but the note stands at the operation, not at the field. */
const allowNullEventToken = (description: Description) => {
  const { schemas } = description.components as { schemas: Record<string, { properties: Record<string, Node> }> };
  const token = schemas.AuditLogRequestApiResult?.properties.ContinuationToken;
  if (token) token.nullable = true;
};

const openWithoutToken = (description: Description) => {
  for (const operation of Object.values(description.paths).flatMap((item) => Object.values(item))) {
    if (isNode(operation) && open.includes(String(operation.operationId))) operation.security = [];
  }
};

/** TeamViewer's description as strict as its server is: unknown fields refused, documented nulls allowed. */
export const strictDescription = async (): Promise<Description> => {
  const description = await loadDescription("teamviewer");
  visit(description, refuseUnknownFields);
  visit(description, refuseUnlistedValues);
  visit(description, allowDocumentedNull);
  allowNullEventToken(description);
  openWithoutToken(description);
  return description;
};
