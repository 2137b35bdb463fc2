/**
 * Prints what of the vendor's API the actions of the built component reach. Exit code 1 when something is neither
 * reached nor has a reason, or a reason does not hold.
 */
import { loadDescriptionOfTeamViewer } from "../../test/support/description";
import { coverageOf } from "./coverage";
import { measure } from "./measure";
import { reasons } from "./reasons";
import { reportOf } from "./report";

const main = async () => {
  const coverage = coverageOf(await loadDescriptionOfTeamViewer(), await measure(), reasons);
  console.log(reportOf(coverage));
  if (coverage.problems.length > 0) process.exitCode = 1;
};

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
