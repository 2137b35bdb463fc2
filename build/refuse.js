/**
 * What stands in the place of something that was left out of the bundle. It can be imported and passed on; to call it,
 * or anything of it, throws an error that names it.
 */
const refuse = (name) => {
  const fail = () => {
    throw new Error(`${name} is left out of this bundle (build/leftOut.js says why).`);
  };
  return new Proxy(function leftOut() {}, {
    apply: fail,
    construct: fail,
    get: (_, property) => {
      if (typeof property === "symbol") return undefined;
      if (property === "__esModule") return true;
      return refuse(property === "default" ? name : `${name}.${property}`);
    },
  });
};

module.exports = refuse;
