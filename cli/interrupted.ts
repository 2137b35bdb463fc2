import { constants } from "node:os";

/** The person, or the system, has had enough. */
export class Interrupted extends Error {
  readonly exitCode: number;

  constructor(signal: "SIGINT" | "SIGTERM" | "SIGHUP") {
    super(signal);
    this.exitCode = 128 + constants.signals[signal];
  }
}

/** Gives what `work` gives, or throws the signal's reason as soon as there is one; the work itself goes on unheard. */
export const unlessInterrupted = async <Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> => {
  let interrupt = () => {};
  const interruption = new Promise<never>((_resolve, reject) => {
    interrupt = () => reject(signal.reason);
    if (signal.aborted) interrupt();
    else signal.addEventListener("abort", interrupt, { once: true });
  });
  try {
    return await Promise.race([work, interruption]);
  } finally {
    signal.removeEventListener("abort", interrupt);
  }
};

/** Ends when the signal comes. */
export const interruption = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
