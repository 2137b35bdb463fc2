/** The vendors' API descriptions as everybody takes them who does not derive something from them. */
import { readFileSync } from "node:fs";
import path from "node:path";

export type Vendor = "teamviewer" | "realvnc" | "tsmanage";

/** Any OpenAPI 3.0 document; the sandbox and the generator type it further. */
export type Description = { openapi: string; info: object; paths: Record<string, Record<string, unknown>> } & Record<
  string,
  unknown
>;

/** Whether a field can be null: OpenAPI has `nullable` for it, the vendor's descriptions often just say so. */
export const allowsNull = (schema: { nullable?: boolean; "x-note"?: string }): boolean =>
  schema.nullable === true || /\bnull\b/.test(schema["x-note"] ?? "");

/**
 * The API description of a vendor as it holds on the wire, as `npm run generate` has written it down: a hundredth of the
 * time that `loadDescription` takes. Throws when it has not.
 */
export const readDescription = (vendor: Vendor): Description =>
  JSON.parse(readFileSync(path.join(__dirname, `../generated/${vendor}.description.json`), "utf8"));
