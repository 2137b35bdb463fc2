import openapiTS, { astToString } from "openapi-typescript";
import type { Description, Vendor } from "../../spec/description";

/** `<vendor>.ts`: the TypeScript types of everything that the description has. */
export const typesModule = async (_vendor: Vendor, description: Description): Promise<string> =>
  astToString(await openapiTS(JSON.stringify(description)));
