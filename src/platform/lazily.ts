/** Objects whose properties are made when they are first read, and look to everybody as if they had always been there. */

const defineLazily = (target: object, key: string, make: () => unknown) => {
  const define = (attributes: PropertyDescriptor) =>
    Object.defineProperty(target, key, { enumerable: true, configurable: true, ...attributes });
  const settle = (value: unknown) => {
    define({ value, writable: true });
    return value;
  };
  define({ get: () => settle(make()), set: settle });
};

/** Gives an object one property more, made when it is first read: by name, by listing or in a copy. */
export const withLazy = <Target extends object, Key extends string, Value>(
  target: Target,
  key: Key,
  make: () => Value,
): Target & Record<Key, Value> => {
  defineLazily(target, key, make);
  return target as Target & Record<Key, Value>;
};

/** An object with the keys of `from`, each of its values made of the one there when it is first read. */
export const lazily = <From, Made>(
  from: Record<string, From>,
  make: (key: string, value: From) => Made,
): Record<string, Made> => {
  const made = {};
  for (const [key, value] of Object.entries(from)) defineLazily(made, key, () => make(key, value));
  return made;
};
