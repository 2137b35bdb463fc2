import type { FailureKind } from "../engine/failure";

/** What the exit code of the command tells a script. */
export const exitCodes: Record<FailureKind, number> = { other: 1, usage: 2, input: 3, vendor: 4, connection: 5 };

/** For the help. */
export const exitCodesTold: [code: string, meaning: string][] = [
  ["0", "done"],
  ["1", "something else failed"],
  [
    "2",
    "usage: the command, a flag or a file cannot be used as it is, or what cannot be undone was not confirmed; nothing was changed",
  ],
  ["3", "refused input: an input is missing, unknown or not valid; nothing was changed"],
  ["4", "vendor error: the vendor refused the request, or could not be reached"],
  ["5", "connection error: the vendor refused the credentials, or they are missing"],
  ["130", "interrupted with Ctrl-C; 143 when ended by SIGTERM"],
];
