/**
 * Writes a manifest per component into `generated/manifests/<component>/`, with which code-native integrations call it.
 * What `npx component-manifest` writes besides is the signature of a published component, which nothing here has.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createStaticFiles } from "@prismatic-io/spectral/dist/generators/componentManifest/createStaticFiles";
import { generateManifest } from "@prismatic-io/spectral/dist/generators/componentManifest/generateManifest";
import { version } from "@prismatic-io/spectral/package.json";
import realvnc from "../../src/realvnc";
import teamviewer from "../../src/teamviewer";
import tsmanage from "../../src/tsmanage";

const target = path.join(__dirname, "../../generated/manifests");
const spectral = path.dirname(require.resolve("@prismatic-io/spectral/package.json"));
const templates = path.join(spectral, "dist/generators/componentManifest/templates");

/** Takes both what `component()` gives and what the generators ask for. */
type AnyComponent = Parameters<typeof createStaticFiles>[0]["component"];

/** spectral writes for projects that do not check what an index gives; here only the types of the files count. */
const withoutChecks = (folder: string) => {
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  )) {
    const written = path.join(folder, file);
    writeFileSync(written, `// @ts-nocheck\n${readFileSync(written, "utf8")}`);
  }
};

const write = async (component: AnyComponent) => {
  const folder = path.join(target, component.key);
  const shared = { component, dryRun: false, verbose: false, signature: "" };
  await generateManifest({
    ...shared,
    templatesDir: templates,
    manifestDir: folder,
    generatedSourceDir: path.join(folder, "src"),
    createEntryPointFiles: () =>
      createStaticFiles({
        ...shared,
        sourceDir: templates,
        destinationDir: folder,
        packageName: component.key,
        spectralVersion: version,
        registry: "",
      }),
    successMessage: `generated/manifests/${component.key}: the manifest of ${component.display.label}`,
  });
  withoutChecks(folder);
};

const main = async () => {
  for (const component of [teamviewer, realvnc, tsmanage]) await write(component as unknown as AnyComponent);
};

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
