/** Retries wait for a time that chance decides: in the tests of this file it decides for none. */
export const withoutBackoff = (): void => {
  let chance: jest.SpyInstance;
  beforeAll(() => {
    chance = jest.spyOn(Math, "random").mockReturnValue(0);
  });
  afterAll(() => chance.mockRestore());
};
