/** For `npm run mutation`. */
module.exports = {
  ...require("./jest.config"),
  roots: ["<rootDir>/test/mutation"],
  testMatch: ["<rootDir>/test/mutation/all.ts"],
  testEnvironment: require.resolve("./test/mutation/environment.js"),
  // A test that a mutant lets wait for ever fails, before Stryker ends the whole process for it.
  testTimeout: 8_000,
};
