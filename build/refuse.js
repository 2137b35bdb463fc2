/**
 * What stands in the place of a module that was left out of the bundle. It can be imported and passed on; to call it, or
 * anything of it, throws an error that names both.
 */
const refuse = (module, name = "") => {
  const fail = () => {
    throw new Error(`${name && `"${name}" of `}${module} is left out of this bundle (build/leftOut.js says why).`);
  };
  const of = (property) => (name ? `${name}.${property}` : property);
  return new Proxy(function leftOut() {}, {
    apply: fail,
    construct: fail,
    get: (_, property) => {
      if (typeof property === "symbol") return undefined;
      return property === "__esModule" || refuse(module, property === "default" ? name : of(property));
    },
  });
};

module.exports = refuse;
