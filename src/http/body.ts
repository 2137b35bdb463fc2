/** Reading bodies: JSON where it is JSON, and a mark on what should have been. */

/** A body that should have been JSON and is not. */
export class Unreadable {
  constructor(readonly text: string) {}
}

/** The JSON value of a text body, undefined when it is empty, the text itself when it is not JSON. */
export const parseJson = (body: unknown): unknown => {
  if (typeof body !== "string") return body;
  if (body.trim() === "") return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

/** As `parseJson`, but a text that is not JSON is marked, so that it counts as a failed answer. */
export const requireJson = (body: unknown): unknown => {
  const parsed = parseJson(body);
  return typeof parsed === "string" && parsed === body ? new Unreadable(parsed) : parsed;
};
