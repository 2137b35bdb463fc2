import { badRequest } from "./errors";

interface Route {
  method: string;
  segments: string[];
  operationId: string;
}

export interface RouteMatch {
  operationId?: string;
  /** Whether there is such a path, with this method or another. */
  isKnown: boolean;
  /** The path in the description's spelling, with the parameter values as they were sent. */
  path: string;
  parameters: Record<string, string>;
}

const split = (path: string) => path.split("/").filter(Boolean);
const isParameter = (segment: string) => segment.startsWith("{");
const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
const literals = (segments: string[]) => segments.filter((segment) => !isParameter(segment)).length;

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest(`The path segment '${segment}' is not valid percent-encoding.`);
  }
};

/** Finds the operation of a path whatever its upper and lower case. */
export const createRouter = (operations: { method: string; path: string; operationId?: string }[]) => {
  const byLength = new Map<number, Route[]>();
  for (const { method, path, operationId = "" } of operations) {
    const segments = split(path);
    const routes = byLength.get(segments.length) ?? [];
    byLength.set(segments.length, [...routes, { method: method.toUpperCase(), segments, operationId }]);
  }
  for (const routes of byLength.values()) routes.sort((a, b) => literals(b.segments) - literals(a.segments));

  return (method: string, path: string): RouteMatch => {
    const sent = split(path);
    const candidates = (byLength.get(sent.length) ?? []).filter(({ segments }) =>
      segments.every((segment, index) => isParameter(segment) || same(segment, sent[index] ?? "")),
    );
    const route = candidates.find((candidate) => candidate.method === method);
    const spelling = route ?? candidates[0];
    if (!spelling) return { isKnown: false, path, parameters: {} };
    const { segments } = spelling;
    return {
      operationId: route?.operationId,
      isKnown: true,
      path: `/${segments.map((segment, index) => (isParameter(segment) ? sent[index] : segment)).join("/")}`,
      parameters: Object.fromEntries(
        segments.flatMap((segment, index) =>
          isParameter(segment) ? [[segment.slice(1, -1), decoded(sent[index] ?? "")]] : [],
        ),
      ),
    };
  };
};
