/** In place of helpers of dependencies that can do much more: what the bundle's own callers need of them. */

/** An object without some of its keys. */
exports.omit = (object, keys) => {
  const rest = {};
  for (const key of Object.keys(object ?? {})) if (!keys.includes(key)) rest[key] = object[key];
  return rest;
};

/** An object without the entries of which the predicate holds. */
exports.omitBy = (object, predicate) =>
  Object.fromEntries(Object.entries(object ?? {}).filter(([key, value]) => !predicate(value, key)));

/** A list without what repeats itself. */
exports.uniq = (list) => [...new Set(list)];

/** Of a name in camel case. */
exports.snakeCase = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Names the kind of an object, unless it has a name already. */
exports.setToStringTag = (object, value) => {
  if (Object.hasOwn(object, Symbol.toStringTag)) return;
  Object.defineProperty(object, Symbol.toStringTag, { configurable: true, enumerable: false, value, writable: false });
};

/** A logger for developers that is off. */
exports.debug = () => () => {};
