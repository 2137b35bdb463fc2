/** The command has ended and has said all that there was to say. */
export class Ended extends Error {
  constructor(readonly exitCode: number) {
    super("The command has ended.");
  }
}
