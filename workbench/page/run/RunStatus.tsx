import { duration } from "../answer/duration";
import type { RunShown } from "../hooks/useRun";

const requestsOf = (count: number) => (count === 1 ? "1 request" : `${count} requests`);

const firstLine = (message: string) => message.split("\n")[0]?.replace(/:$/, ".");

/** What was refused before it began took no time. */
const outcomeOf = ({ milliseconds, requests = 0 }: RunShown, outcome: string, otherwise: string): string =>
  milliseconds === undefined ? `${otherwise}.` : `${outcome}: ${duration(milliseconds)}, ${requestsOf(requests)}.`;

const sentenceOf = (run: RunShown | undefined): string => {
  if (!run) return "";
  const { state, failure } = run;
  switch (state) {
    case "running":
      return "Running …";
    case "left":
      return "No longer waited for. What it does may still be done.";
    case "failed":
      return `${outcomeOf(run, "Failed", failure?.kind === "other" ? "Failed" : "Not run")} ${firstLine(failure?.message ?? "")}`;
    case "done":
      return outcomeOf(run, "Done", "Done");
  }
};

/** Seen, and not said: every request would interrupt who listens. */
const SoFar = ({ count }: { count: number }) => count > 0 && <span aria-hidden> {requestsOf(count)} so far.</span>;

/** How the run stands, said aloud too. */
export const RunStatus = ({ run }: { run: RunShown | undefined }) => (
  <p className="run-status" role="status" data-state={run?.state}>
    {sentenceOf(run)}
    {run?.state === "running" && <SoFar count={run.exchanges.length} />}
  </p>
);
