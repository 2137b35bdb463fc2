/** Writes `docs/reference/<component>/` from the built component, in place of all that was there. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadComponent } from "../../engine/component";
import { pagesOf } from "./pages";
import { sourcesOf } from "./sources";

const root = path.join(__dirname, "..", "..");

for (const [key, sources] of Object.entries(sourcesOf)) {
  const pages = pagesOf(loadComponent(path.join(root, "dist"), key), sources);
  const target = path.join(root, "docs", "reference", key);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [name, text] of pages) writeFileSync(path.join(target, name), text);
}
