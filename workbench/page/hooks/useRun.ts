import { useCallback, useEffect, useRef, useState } from "react";
import type { ExchangeShown, FailureShown, RunEvent, RunRequest, TriggerPageShown } from "../../api";
import { Refused, runEntry } from "../api";

/** A run as far as it has come. */
export interface RunShown {
  state: "running" | "done" | "failed" | "left";
  log: Extract<RunEvent, { event: "log" }>[];
  exchanges: ExchangeShown[];
  pages: TriggerPageShown[];
  result?: unknown;
  failure?: FailureShown;
  milliseconds?: number;
  requests?: number;
}

const started: RunShown = { state: "running", log: [], exchanges: [], pages: [] };

const endOf = ({ milliseconds, requests }: Pick<RunShown, "milliseconds" | "requests">) => ({ milliseconds, requests });

const after = (run: RunShown, event: RunEvent): RunShown => {
  switch (event.event) {
    case "log":
      return { ...run, log: [...run.log, event] };
    case "exchange":
      return { ...run, exchanges: [...run.exchanges, event.exchange] };
    case "page":
      return { ...run, pages: [...run.pages, event.page] };
    case "done":
      return { ...run, ...endOf(event), result: event.result, state: "done" };
    case "failed":
      return { ...run, ...endOf(event), failure: event.failure, state: "failed" };
  }
};

const cutOff: FailureShown = {
  kind: "other",
  message: "The connection to the workbench's server was lost before the run ended.",
  problems: {},
};

const failureOf = (error: unknown): FailureShown => (error instanceof Refused ? error.failure : cutOff);

const ended = (run: RunShown | undefined, signal: AbortSignal, failure = cutOff): RunShown | undefined => {
  if (run?.state !== "running") return run;
  return signal.aborted ? { ...run, state: "left" } : { ...run, state: "failed", failure };
};

interface Outcomes {
  /** Told of the failure of a run that failed, of nothing otherwise. */
  onEnd: (failure?: FailureShown) => void;
  /** Told of what has to be confirmed before it is run. Nothing was run, and what was shown before still is. */
  onUnconfirmed: (request: RunRequest) => void;
}

/** Runs an entry and holds what is known of the last run; leaving the entry ends the waiting for it. */
export const useRun = (component: string, key: string, { onEnd, onUnconfirmed }: Outcomes) => {
  const [run, setRun] = useState<RunShown>();
  const controller = useRef<AbortController>(undefined);

  const cancel = useCallback(() => controller.current?.abort(), []);
  useEffect(() => cancel, [cancel]);

  const start = async (request: RunRequest) => {
    cancel();
    const current = new AbortController();
    controller.current = current;
    const { signal } = current;
    let failure: FailureShown | undefined;
    setRun(started);
    try {
      await runEntry(component, key, request, {
        signal,
        onEvents: (events) => {
          failure ??= events.find((event) => event.event === "failed")?.failure;
          if (!signal.aborted) setRun((shown = started) => events.reduce(after, shown));
        },
      });
      setRun((shown) => ended(shown, signal));
    } catch (error) {
      failure = failureOf(error);
      if (failure.kind === "unconfirmed" && !signal.aborted) {
        setRun(run);
        onUnconfirmed(request);
        return;
      }
      setRun((shown) => ended(shown, signal, failure));
    }
    if (!signal.aborted) onEnd(failure);
  };

  const forget = useCallback(() => setRun(undefined), []);

  return { run, start, cancel, forget };
};
