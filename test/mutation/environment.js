const { TestEnvironment } = require("jest-environment-node");

/** Ends a run with the first test that fails: the mutant has been seen. Jest can do so between files alone. */
module.exports = class extends TestEnvironment {
  failed = false;

  handleTestEvent({ name, test }) {
    if (name === "test_done" && test.errors.length > 0) this.failed = true;
    if (name === "test_start" && this.failed) test.mode = "skip";
  }
};
