import type { Description, Vendor } from "../../spec/load";

/** A schema of OpenAPI 3.0, as far as something is derived from it. */
export interface Schema {
  type?: string;
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
}

export interface Operation {
  operationId: string;
}

const methods = new Set(["get", "put", "post", "delete", "patch"]);

/** What the paths of a description have in front that the base URL of a connection holds already. */
const basePaths: Partial<Record<Vendor, string>> = { teamviewer: "/api/v1" };

const belowBase = (path: string, basePath: string) =>
  path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;

/** The component schemas by name. */
export const schemasOf = ({ components }: Description): Record<string, Schema> =>
  (components as { schemas?: Record<string, Schema> }).schemas ?? {};

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
