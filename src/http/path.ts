import { SpectralError } from "@prismatic-io/spectral";

/** Path segments that a server or proxy resolves away, so that the request would reach another resource. */
const vanishing = new Set(["", ".", ".."]);

/**
 * Fills the `{name}` places of a path template. Each value is percent-encoded and stays inside its segment.
 * Throws when a value is missing, blank, `.` or `..`: `DELETE /devices/` must not happen.
 */
export const fillPath = (template: string, values: Record<string, unknown> = {}): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const segment = String(values[name] ?? "").trim();
    if (vanishing.has(segment)) {
      throw new SpectralError(`${template}: "${name}" is "${segment}", which names no resource. Nothing was sent.`);
    }
    return encodeURIComponent(segment);
  });
