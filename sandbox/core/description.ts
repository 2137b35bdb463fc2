import { allowsNull, type Description } from "../../spec/description";

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

const visit = (value: unknown, change: (node: Node) => void): void => {
  if (!isNode(value)) return;
  change(value);
  for (const child of Object.values(value)) visit(child, change);
};

/** A server refuses unknown fields; the descriptions do not say so. */
const refuseUnknownFields = (node: Node) => {
  if (node.type === "object" && isNode(node.properties)) node.additionalProperties ??= false;
};

/** Where a description lists the values of an array's entries, the vendor takes no others. */
const refuseUnlistedValues = (node: Node) => {
  if (node["x-values"] && isNode(node.items)) node.items = { ...node.items, enum: node["x-values"] };
};

/** OpenAPI 3.0 needs `nullable` where the vendor's note says that a field can be null. */
const allowDocumentedNull = (node: Node) => {
  if (typeof node.type === "string" && allowsNull(node)) node.nullable = true;
};

/** A description whose paths do not have the beginning that its servers name, with that in front of each. */
export const below = (root: string, description: Description): Description => ({
  ...description,
  paths: Object.fromEntries(Object.entries(description.paths).map(([path, item]) => [`${root}${path}`, item])),
});

interface Leeway {
  /** Operations that answer without a token. */
  open?: string[];
}

/** Makes a description as strict as a server is: unknown fields refused, documented nulls allowed. */
export const strict = (description: Description, { open = [] }: Leeway = {}): Description => {
  visit(description, refuseUnknownFields);
  visit(description, refuseUnlistedValues);
  visit(description, allowDocumentedNull);
  for (const operation of Object.values(description.paths).flatMap((item) => Object.values(item))) {
    if (isNode(operation) && open.includes(String(operation.operationId))) operation.security = [];
  }
  return description;
};
