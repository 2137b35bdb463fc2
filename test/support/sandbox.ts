import type { Sandbox } from "../../sandbox/teamviewer";

/**
 * Gives every test of a file the seeded start, proves after each that the sandbox kept to the vendor's description, and
 * closes it in the end.
 */
export const freshForEveryTest = (sandbox: () => Sandbox): void => {
  beforeEach(() => sandbox().reset());
  afterEach(() => expect(sandbox().violations).toEqual([]));
  afterAll(() => sandbox().close());
};
