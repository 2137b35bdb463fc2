import type { RunningServer } from "../../sandbox/core/server";

/**
 * Gives every test of a file the seeded start, proves after each that the sandbox kept to the vendor's description, and
 * closes it in the end.
 */
export const freshForEveryTest = (sandbox: () => RunningServer): void => {
  beforeEach(() => sandbox().reset());
  afterEach(() => expect(sandbox().violations).toEqual([]));
  afterAll(() => sandbox().close());
};
