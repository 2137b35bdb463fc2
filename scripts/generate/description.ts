import type { Description, Vendor } from "../../spec/description";

/** A schema of OpenAPI 3.0, as far as something is derived from it. */
export interface Schema {
  type?: string;
  $ref?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  maxItems?: number;
  oneOf?: Schema[];
  nullable?: boolean;
  format?: string;
  enum?: (string | number)[];
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  "x-note"?: string;
  "x-values"?: string[];
  "x-permissions"?: Record<string, string>;
}

export interface Parameter {
  name: string;
  schema: Schema;
  "x-note"?: string;
}

export interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: Pick<Schema, "x-permissions">;
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

const methods = new Set(["get", "put", "post", "delete", "patch"]);

/** What the paths of a description have in front that the base URL of a connection holds already. */
const basePaths: Partial<Record<Vendor, string>> = { teamviewer: "/api/v1" };

const belowBase = (path: string, basePath: string) =>
  path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;

/** The component schemas by name. */
export const schemasOf = ({ components }: Description): Record<string, Schema> =>
  (components as { schemas?: Record<string, Schema> }).schemas ?? {};

/** The name of the component schema that a reference points to. */
export const referenced = (reference: string): string => reference.slice(reference.lastIndexOf("/") + 1);

/** The operations by the name that everything derived from them is keyed by: `GET /devices/{id}`. */
export const operationsOf = (vendor: Vendor, { paths }: Description): [name: string, operation: Operation][] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>)
      .filter(([method]) => methods.has(method))
      .map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${belowBase(path, basePaths[vendor] ?? "")}`,
        operation,
      ]),
  );
