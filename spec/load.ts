import { readFileSync } from "node:fs";
import path from "node:path";
import { openapiOverlay } from "openapi-format";
import { parse } from "yaml";
import type { Description, Vendor } from "./description";

const read = (file: string) => parse(readFileSync(path.join(__dirname, file), "utf8"));

/** Vendors whose servers differ from their description, and the overlay that says how. */
const overlays: Partial<Record<Vendor, string>> = { teamviewer: "teamviewer.overlay.yaml" };

/**
 * The API description of a vendor as it holds on the wire: `spec/<vendor>.openapi.yaml` with its overlay applied.
 * Throws when an overlay action no longer finds its target, so that a stale correction is noticed.
 */
export const loadDescription = async (vendor: Vendor): Promise<Description> => {
  const description = read(`${vendor}.openapi.yaml`);
  const overlay = overlays[vendor];
  if (!overlay) return description;
  const { data, resultData } = await openapiOverlay(description, { overlaySet: read(overlay) });
  const unused = Number(resultData.totalUnusedActions);
  if (unused > 0) {
    throw new Error(`${overlay}: ${unused} action(s) match nothing in the description`);
  }
  return data as Description;
};
