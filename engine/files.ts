import { isUtf8 } from "node:buffer";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { readFile as readWhole } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "./usageError";

const reasons: Record<string, string> = {
  ENOENT: "it does not exist",
  EISDIR: "it is a folder",
  EACCES: "reading it is not permitted",
};

const writingReasons: Record<string, string> = {
  ENOENT: "its folder does not exist",
  EISDIR: "it is a folder",
  EACCES: "writing there is not permitted",
};

const cannot = (verb: "read" | "write", file: string, purpose: string, error: unknown): UsageError => {
  const { code = "" } = error as NodeJS.ErrnoException;
  const reason = (verb === "read" ? reasons : writingReasons)[code] ?? code;
  return new UsageError(`Cannot ${verb} the file ${file} for ${purpose}: ${reason}.`);
};

/** Where files are. */
export interface Files {
  /** Where relative paths start. */
  folder: string;
  /** The file `-`. */
  stdin: NodeJS.ReadableStream;
}

/** Not by its descriptor: that of a pipe may have nothing to give yet, and a terminal would keep every signal waiting. */
const readStdin = async (stdin: NodeJS.ReadableStream, purpose: string): Promise<Buffer> => {
  if ("readableEnded" in stdin && stdin.readableEnded) {
    throw new UsageError(`Stdin was read to its end before, so that nothing is left for ${purpose}.`);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

/** Reads a file, or stdin for `-`. Throws a `UsageError` that names the file and what it was for. */
export const readFile = async (file: string, { folder, stdin }: Files, purpose: string): Promise<Buffer> => {
  try {
    return file === "-" ? await readStdin(stdin, purpose) : await readWhole(resolve(folder, file));
  } catch (error) {
    throw error instanceof UsageError ? error : cannot("read", file, purpose, error);
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

/** A file that is written again and again, under the name that a person gave it. */
export interface KeptFile {
  file: string;
  path: string;
  purpose: string;
}

/** Reads a file that may not be there yet. Throws a `UsageError` when it cannot be read. */
export const readKept = ({ file, path, purpose }: KeptFile): string | undefined => {
  try {
    return existsSync(path) ? readFileSync(path, "utf8") : undefined;
  } catch (error) {
    throw cannot("read", file, purpose, error);
  }
};

/**
 * Writes a file that only its owner can read, as a whole or not at all: a crash must not cost what was there before.
 * Throws a `UsageError` when it cannot be written.
 */
export const writeKept = ({ file, path, purpose }: KeptFile, content: string): void => {
  try {
    writeFileSync(`${path}.new`, content, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  } catch (error) {
    throw cannot("write", file, purpose, error);
  }
};

/** Writes a file that only its owner can read and that does not exist yet. Throws a `UsageError` when it cannot be. */
export const writeNew = (path: string, content: string, purpose: string): void => {
  try {
    writeFileSync(path, content, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw cannot("write", path, purpose, error);
    throw new UsageError(`The file ${path} exists already. Name another one for ${purpose}, or remove it.`);
  }
};
