import { changedMeanwhile, versionNeeded } from "./errors";

interface Versioned {
  version: number;
}

/** The quotes belong to the value. */
export const etagOf = ({ version }: Versioned): string => `"${version}"`;

/** Throws 412 when If-Match names another version; the vendor's examples have it with and without quotes. */
export const checkVersion = (record: Versioned, headers: Record<string, string>, required = false): void => {
  const asked = headers["if-match"]?.trim();
  if (!asked) {
    if (required) throw versionNeeded();
    return;
  }
  if (asked !== "*" && asked.replaceAll('"', "") !== String(record.version)) throw changedMeanwhile();
};
