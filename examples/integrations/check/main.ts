/** Checks integrations: those whose files are named, or all examples. Ends with 1 when something is wrong with one. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { componentsOf } from "./built";
import { answersBeside, exampleFiles } from "./files";
import { checkIntegration } from "./index";

const main = async (files: readonly string[]) => {
  const components = componentsOf(path.join(__dirname, "../../../dist"));
  for (const file of files) {
    const findings = await checkIntegration(readFileSync(file, "utf8"), components, answersBeside(file));
    console.log(`${file}: ${findings.length === 0 ? "nothing wrong" : `${findings.length} wrong`}`);
    for (const { place, reason } of findings) console.log(`  ${place}: ${reason}`);
    if (findings.length > 0) process.exitCode = 1;
  }
};

const named = process.argv.slice(2);
main(named.length > 0 ? named : exampleFiles()).catch(({ message }: Error) => {
  console.error(message);
  process.exitCode = 1;
});
