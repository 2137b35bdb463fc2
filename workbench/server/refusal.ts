import { explain } from "../../engine/failure";
import { InputsRefused, UsageError } from "../../engine/usageError";
import type { Secrets } from "../../src/http/redact";
import type { FailureShown } from "../api";
import { withKeys } from "./problems";

/** Why a request is not answered, with the HTTP status that says so. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly failure: FailureShown,
  ) {
    super(failure.message);
  }
}

/** A request that this server cannot answer as it was made. */
export const refused = (status: number, message: string): Refused =>
  new Refused(status, { kind: "usage", message, problems: {} });

/** What cannot be undone, and was not confirmed. */
export const unconfirmed = (message: string): Refused =>
  new Refused(400, { kind: "unconfirmed", message, problems: {} });

/** Inputs as far as an error names them. */
export type NamedInputs = Parameters<typeof withKeys>[1];

const redacted = (problems: Readonly<Record<string, string>>, { redact }: Secrets) =>
  Object.fromEntries(Object.entries(problems).map(([key, problem]) => [redact(key), redact(problem)]));

/** Why something failed, for the page: without secrets, its problems by the keys of the inputs if there are any. */
export const shownFailure = (error: unknown, inputs: NamedInputs | undefined, secrets: Secrets): FailureShown => {
  const { kind, message, problems, operation, status, execution } = explain(error);
  return {
    kind,
    message: secrets.redact(execution === undefined ? message : `${execution}: ${message}`),
    problems: redacted(inputs ? withKeys(problems, inputs) : problems, secrets),
    ...(operation !== undefined && { operation }),
    ...(status !== undefined && { status }),
  };
};

const statusOf = (error: unknown): number => (error instanceof UsageError ? 400 : 502);

/** The refusal for whatever was thrown: 400 for a mistake of the request, 502 where the component or the vendor failed. */
export const asRefusal = (error: unknown, inputs: NamedInputs | undefined, secrets: Secrets): Refused =>
  error instanceof Refused ? error : new Refused(statusOf(error), shownFailure(error, inputs, secrets));

/** A value of a request that cannot be used, by its name. */
export const badValue = (name: string, problem: string): InputsRefused =>
  new InputsRefused(`${name}: ${problem}`, { [name]: problem });
