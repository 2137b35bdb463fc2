/** Inputs as the platform runs them: what comes of a value before an action sees it. */
import { InputError } from "../../src/http/errors";

/** What a test's input says of itself. */
export const display = { label: "The Input", comments: "What it is." };
export const required = { ...display, required: true } as const;

/** Parses a text into itself. */
export const asIs = (text: string) => text;

export interface CleanedInput {
  clean?: unknown;
}

/** What the platform does with a value before an action sees it. */
export const clean = (input: CleanedInput, value: unknown): unknown =>
  (input.clean as (value: unknown) => unknown)(value);

/** The message of the `InputError` that this ends in. Fails when it does not. */
export const refusalOf = (run: () => unknown): string => {
  let given: unknown;
  try {
    given = run();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error(`It should have been refused, but gave ${JSON.stringify(given)}.`);
};

/** The message with which an input refuses a value. */
export const refusal = (input: CleanedInput, value: unknown): string => refusalOf(() => clean(input, value));
