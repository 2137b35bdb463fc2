/**
 * The tests that see mutants of `src/http` and `src/polling`, as one file for `npm run mutation`: Stryker gives Jest the
 * names of the tests that can see a mutant, but not their files, so that Jest would load every file for every mutant.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** What judges types or time alone, or the built component: no mutant is seen there. */
const leftOut = new Set(["types.test.ts", "hostile.test.ts", "modelOverHttp.test.ts"]);

/** What waits for servers comes last: a mutant that a quicker test sees is done with by then. */
const slow = /^(credentials|errors|rawRequest|redirects|send|transport)\.test\.ts$/;

const filesOf = (folder: string): string[] =>
  readdirSync(join(__dirname, "..", folder))
    .filter((name) => name.endsWith(".test.ts") && !leftOut.has(name))
    .sort((a, b) => Number(slow.test(a)) - Number(slow.test(b)))
    .map((name) => join("..", folder, name));

for (const file of [...filesOf("http"), ...filesOf("polling"), "../platform/rawRequest.test.ts"]) {
  describe(file, () => void require(file));
}
