/** Writes `documentation/<component>/` from the built components and `docs/`, in place of all that was there. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { builtComponents, loadComponent } from "../../engine/component";
import { documentationOf } from "./pages";
import { textsIn } from "./texts";

const root = path.join(__dirname, "..", "..");
const dist = path.join(root, "dist");
const components = builtComponents(dist).map((key) => loadComponent(dist, key));
const labels = components.map(({ display }) => display.label);
const texts = textsIn(root);

for (const component of components) {
  const target = path.join(root, "documentation", component.key);
  rmSync(target, { recursive: true, force: true });
  for (const [name, text] of documentationOf(component, texts, labels)) {
    const file = path.join(target, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
