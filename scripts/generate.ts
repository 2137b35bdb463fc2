/** Writes `generated/<vendor>.ts`: the TypeScript types of each vendor's API description. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import { loadDescription, type Vendor } from "../spec/load";

const target = path.join(__dirname, "..", "generated");

const generate = async (vendor: Vendor) => {
  const types = astToString(await openapiTS(JSON.stringify(await loadDescription(vendor))));
  writeFileSync(path.join(target, `${vendor}.ts`), types);
};

const main = async () => {
  mkdirSync(target, { recursive: true });
  for (const vendor of ["teamviewer", "realvnc", "tsmanage"] as const) await generate(vendor);
};

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
