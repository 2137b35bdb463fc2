import { duration } from "../answer/duration";
import type { RunShown } from "../hooks/useRun";

const requestsOf = (count: number) => (count === 1 ? "1 request" : `${count} requests`);

const firstLine = (message: string) => message.split("\n")[0]?.replace(/:$/, ".");

const sentenceOf = (run: RunShown | undefined): string => {
  if (!run) return "";
  const { state, milliseconds = 0, requests = run.exchanges.length, failure } = run;
  const effort = `${duration(milliseconds)}, ${requestsOf(requests)}`;
  switch (state) {
    case "running":
      return requests === 0 ? "Running …" : `Running … ${requestsOf(requests)} so far.`;
    case "left":
      return "No longer waited for. What it does may still be done.";
    case "failed":
      return `Failed: ${effort}. ${firstLine(failure?.message ?? "")}`;
    case "done":
      return `Done: ${effort}.`;
  }
};

/** How the run stands, said aloud too. */
export const RunStatus = ({ run }: { run: RunShown | undefined }) => (
  <p className="run-status" role="status" data-state={run?.state}>
    {sentenceOf(run)}
  </p>
);
