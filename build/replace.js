/** The loader that puts in the place of a module what a line of `leftOut.js` makes of it. */
module.exports = function replace(source) {
  return this.getOptions().becomes(this.resourcePath, source);
};
