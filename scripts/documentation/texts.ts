/** The texts that the documentation is made of. */
import { readFileSync } from "node:fs";
import path from "node:path";

export interface Texts {
  changelog: string;
  marketplace: string;
  connecting: string;
  /** What all triggers have in common. */
  triggers: string;
  /** The page of one trigger. */
  trigger: (component: string, key: string) => string;
}

/** The texts of this repository, which lies in a folder. */
export const textsIn = (root: string): Texts => {
  const read = (...names: string[]) => readFileSync(path.join(root, ...names), "utf8");
  return {
    changelog: read("CHANGELOG.md"),
    marketplace: read("docs", "marketplace.md"),
    connecting: read("docs", "connecting.md"),
    triggers: read("docs", "triggers", "README.md"),
    trigger: (component, key) => read("docs", "triggers", component, `${key}.md`),
  };
};
