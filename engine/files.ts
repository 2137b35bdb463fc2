import { isUtf8 } from "node:buffer";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "./usageError";

const reasons: Record<string, string> = {
  ENOENT: "it does not exist",
  EISDIR: "it is a folder",
  EACCES: "reading it is not permitted",
};

const writingReasons: Record<string, string> = {
  ENOENT: "its folder does not exist",
  EACCES: "writing there is not permitted",
};

/** Reads a file, or stdin for `-`. Throws a `UsageError` that names the file and what it was for. */
export const readFile = (file: string, folder: string, purpose: string): Buffer => {
  try {
    return readFileSync(file === "-" ? 0 : resolve(folder, file));
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    throw new UsageError(`Cannot read the file ${file} for ${purpose}: ${reasons[code] ?? code}.`);
  }
};

/** `text` as JSON, or undefined. The parser's own error would quote the text, which may be secret. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The content of a file as an input value: text, or bytes as a data payload when it is not UTF-8. */
export const fileValue = (content: Buffer): string | { data: Buffer; contentType: string } =>
  isUtf8(content) ? content.toString() : { data: content, contentType: "application/octet-stream" };

/** Writes a file that only its owner can read, as a whole or not at all: a crash must not cost what was there before. */
export const writePrivately = (path: string, content: string): void => {
  writeFileSync(`${path}.new`, content, { mode: 0o600 });
  renameSync(`${path}.new`, path);
};

/** Writes a file that only its owner can read and that does not exist yet. Throws a `UsageError` when it cannot be. */
export const writeNew = (path: string, content: string, purpose: string): void => {
  try {
    writeFileSync(path, content, { mode: 0o600, flag: "wx" });
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    throw new UsageError(
      code === "EEXIST"
        ? `The file ${path} exists already. Name another one for ${purpose}, or remove it.`
        : `Cannot write the file ${path} for ${purpose}: ${writingReasons[code] ?? code}.`,
    );
  }
};
