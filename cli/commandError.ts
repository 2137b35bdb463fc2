/** A mistake in how the command was called or set up. Its message is all that the user needs; it carries no secret. */
export class CommandError extends Error {}
