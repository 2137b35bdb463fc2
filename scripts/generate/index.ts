/** Writes what is derived from the vendors' API descriptions into `generated/`, a module per vendor and subject. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Description, Vendor } from "../../spec/description";
import { loadDescription } from "../../spec/load";
import { checkModules } from "./checks";
import { enumsModule } from "./enums";
import { limitsModule } from "./limits";
import { operationsModule } from "./operations";
import { schemasModule } from "./schemas";
import { typesModule } from "./types";

const target = path.join(__dirname, "../../generated");

const vendors: Vendor[] = ["teamviewer", "realvnc", "tsmanage"];

/** The whole description, which is read in a hundredth of the time that its YAML takes. */
const descriptionJson = (_vendor: Vendor, description: Description): string => JSON.stringify(description);

const modules = {
  ".description.json": descriptionJson,
  ".ts": typesModule,
  ".operations.ts": operationsModule,
  ".limits.ts": limitsModule,
  ".enums.ts": enumsModule,
  ".schemas.ts": schemasModule,
};

const generate = async (vendor: Vendor) => {
  const description = await loadDescription(vendor);
  for (const [ending, module] of Object.entries(modules)) {
    writeFileSync(path.join(target, `${vendor}${ending}`), await module(vendor, description));
  }
  const checks = path.join(target, `${vendor}.checks`);
  rmSync(checks, { recursive: true, force: true });
  mkdirSync(checks);
  for (const [file, text] of Object.entries(checkModules(vendor, description))) {
    writeFileSync(path.join(checks, file), text);
  }
};

const main = async () => {
  mkdirSync(target, { recursive: true });
  for (const vendor of vendors) await generate(vendor);
};

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
