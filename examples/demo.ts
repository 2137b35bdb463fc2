/** A story per component, through the built components and over HTTP: `npm run demo`. */
import { say } from "./flow";
import { realvnc } from "./realvnc";
import { teamviewer } from "./teamviewer";
import { tsmanage } from "./tsmanage";

const stories = [teamviewer, realvnc, tsmanage];

const main = async () => {
  for (const tell of stories) await tell();
  say("\nNext: npm run workbench, npx remote-support --help, npm test\n");
};

main().catch((error) => {
  console.error(`\nThe demo failed: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
