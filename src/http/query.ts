/** Names and values as queries and forms carry them. */

/** How the items of a list are named after it: in a query they repeat its name, in a form `[]` stands behind it. */
export type ItemSuffix = "" | "[]";

const isBranch = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !(value instanceof Date);

const pairsOf = (name: string, value: unknown, suffix: ItemSuffix): [string, string][] => {
  if (value === undefined || value === null) return [];
  if (value instanceof Date) return [[name, value.toISOString()]];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => pairsOf(isBranch(item) ? `${name}[${index}]` : name + suffix, item, suffix));
  }
  if (!isBranch(value)) return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, field]) => pairsOf(`${name}[${key}]`, field, suffix));
};

/** The fields of `values`, each as a text; undefined and null are left out, and objects have their keys in brackets. */
export const pairsIn = (values: object | undefined, suffix: ItemSuffix = ""): [name: string, value: string][] =>
  Object.entries(values ?? {}).flatMap(([name, value]) => pairsOf(name, value, suffix));

/** As `pairsIn`, in the form of a query. */
export const toPairs = (values: object | undefined, suffix?: ItemSuffix): string =>
  new URLSearchParams(pairsIn(values, suffix)).toString();

const absolute = /^[a-z][a-z\d+.-]*:\/\//i;

/** The full URL of a path below `baseUrl`, or of a URL that is full already, with more query parameters. */
export const urlWith = (baseUrl: string, url: string, params?: object): string => {
  const place = url.replace(/#.*$/s, "");
  const full = absolute.test(place) ? place : `${baseUrl}/${place.replace(/^\/+/, "")}`;
  const query = toPairs(params);
  return query ? `${full}${full.includes("?") ? "&" : "?"}${query}` : full;
};
