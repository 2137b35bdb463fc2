/** The tests of `src/http` and `src/polling` themselves, for `npm run mutation`: those that load the bundle see no mutant. */
module.exports = {
  ...require("./jest.config"),
  roots: ["<rootDir>/test/http", "<rootDir>/test/polling"],
  testPathIgnorePatterns: ["types\\.test\\.ts"],
};
