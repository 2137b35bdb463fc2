/** A mistake in how a run was asked for or set up. Its message is all that a person needs; it carries no secret. */
export class UsageError extends Error {}

/** An input that cannot be used as it was given, or is missing: `problems` has a sentence per key. */
export class InputsRefused extends UsageError {
  constructor(
    message: string,
    readonly problems: Readonly<Record<string, string>>,
  ) {
    super(message);
  }
}

/** Says of one input what is wrong with it. */
export const inputRefused = (key: string, message: string): InputsRefused =>
  new InputsRefused(message, { [key]: message });
