/** Writes the generated sections of the guide's pages in `docs/`. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pages } from "./pages";
import { filled } from "./sections";

const main = async () => {
  for (const [name, sections] of Object.entries(pages)) {
    const file = path.join(__dirname, "..", "..", "docs", name);
    writeFileSync(file, filled(readFileSync(file, "utf8"), await sections()));
  }
};

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
