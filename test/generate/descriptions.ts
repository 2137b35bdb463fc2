import type { Description, Vendor } from "../../spec/description";
import { loadDescription } from "../../spec/load";

export const vendors: Vendor[] = ["teamviewer", "realvnc", "tsmanage"];

/** What a response of a description can have. */
export interface Answer {
  content?: Record<string, { schema: Record<string, unknown> }>;
}

export interface DescribedOperation {
  operationId: string;
  responses: Record<string, Answer>;
}

const methods = ["get", "post", "put", "patch", "delete"];

/** The operations of a description under the names that the generated modules give them. */
export const operationsIn = ({ paths }: Description): Record<string, DescribedOperation> =>
  Object.fromEntries(
    Object.entries(paths).flatMap(([path, item]) =>
      methods
        .filter((method) => item[method])
        .map((method) => [`${method.toUpperCase()} ${path.replace("/api/v1/", "/")}`, item[method]]),
    ),
  ) as Record<string, DescribedOperation>;

/** The component schemas of a description. */
export const schemasIn = ({ components }: Description): Record<string, unknown> =>
  (components as { schemas: Record<string, unknown> }).schemas;

/** All descriptions, by vendor. */
export const loadDescriptions = async (): Promise<Record<Vendor, Description>> =>
  Object.fromEntries(
    await Promise.all(vendors.map(async (vendor) => [vendor, await loadDescription(vendor)])),
  ) as Record<Vendor, Description>;
