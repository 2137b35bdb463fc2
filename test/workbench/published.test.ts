/** The workbench is for who builds and tries a component. What is published of one has nothing of it. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import packageJson from "../../package.json";
import { buildOf, components, repository } from "../platform/workspace";

const sources = join(repository, "workbench");

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => statSync(join(folder, file)).isFile());

/** Libraries that files of a folder import. */
const librariesOf = (folder: string): string[] => {
  const code = filesBelow(folder)
    .filter((file) => /\.tsx?$/.test(file) && !/^dist\b/.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
  const imported = [...code.matchAll(/from "([^".][^"]*)"/g)].map(([, name = ""]) => name);
  return [...new Set(imported)].filter((name) => !name.startsWith("node:") && !name.startsWith("@prismatic-io/"));
};

test.each(components)("%s is published as its bundle, licences and icons alone", (component) => {
  const others = filesBelow(buildOf(component)).filter((file) => !/^[\w-]+\.png$/.test(file));
  expect(others.sort()).toEqual(["THIRD-PARTY-LICENSES.txt", "index.js"]);
});

test.each(components)("the bundle of %s has no code and no library of the workbench", (component) => {
  const bundle = readFileSync(join(buildOf(component), "index.js"), "utf8");
  expect(bundle).not.toMatch(/workbench|x-ndjson|__NONCE__|cannot be undone\. Type its label/i);
  const licences = readFileSync(join(buildOf(component), "THIRD-PARTY-LICENSES.txt"), "utf8");
  const libraries = librariesOf(sources);
  expect(libraries).toContain("express");
  expect(libraries.filter((name) => new RegExp(`^${name}\\b`, "m").test(licences))).toEqual([]);
});

test("no library of the workbench is one that a component depends on", () => {
  const shared = librariesOf(sources).filter((name) => name in packageJson.dependencies);
  expect(shared).toEqual([]);
});
