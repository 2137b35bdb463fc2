/** An OpenAPI document as somebody else wrote it: read from a file, and its references followed. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { isRecord } from "../../src/http/answers";

/** A file that cannot be used. Its message names the file and says why. */
export class DocumentError extends Error {}

export type Node = Record<string, unknown>;

/** The object that stands somewhere; an empty one where there is something else, or nothing. */
export const nodeOf = (value: unknown): Node => (isRecord(value) ? value : {});

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export interface Document {
  root: Node;
  /** The object that a value is or refers to. Throws a `DocumentError` for a reference that leads nowhere. */
  follow(value: unknown): Node;
}

const unreadable: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "it may not be read",
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new DocumentError(`${file} cannot be read: ${unreadable[code] ?? message}.`);
  }
};

/** JSON would be read as YAML too, but in a hundred times the time. */
const jsonOrYaml = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return parse(text);
  }
};

const parsed = (file: string): unknown => {
  const text = textOf(file);
  try {
    return jsonOrYaml(text);
  } catch (error) {
    throw new DocumentError(`${file} is neither YAML nor JSON: ${(error as Error).message.split("\n")[0]}`);
  }
};

/** JSON Pointer, RFC 6901, in a fragment of a URL. */
const stepsOf = (reference: string): string[] =>
  reference
    .slice("#/".length)
    .split("/")
    .map((step) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"));

const following = (file: string, root: Node) => {
  const target = (reference: string, followed: string[]): Node => {
    if (!reference.startsWith("#/")) throw new DocumentError(`${file} refers to another file: ${reference}.`);
    if (followed.includes(reference)) throw new DocumentError(`${file}: ${reference} refers to itself.`);
    const found = stepsOf(reference).reduce<unknown>((node, step) => nodeOf(node)[step], root);
    if (found === undefined) throw new DocumentError(`${file} refers to ${reference}, which it does not have.`);
    return follow(found, [...followed, reference]);
  };
  const follow = (value: unknown, followed: string[] = []): Node => {
    const node = nodeOf(value);
    return typeof node.$ref === "string" ? target(node.$ref, followed) : node;
  };
  return (value: unknown) => follow(value);
};

/** Reads an OpenAPI 3 description, YAML or JSON. Throws a `DocumentError` for a file that cannot be used as one. */
export const readDocument = (file: string): Document => {
  const root = nodeOf(parsed(file));
  if (root.swagger)
    throw new DocumentError(`${file} is a description of Swagger ${root.swagger}. OpenAPI 3 is needed.`);
  if (!String(root.openapi).startsWith("3.") || Object.keys(nodeOf(root.paths)).length === 0) {
    throw new DocumentError(`${file} is no OpenAPI 3 description: "openapi: 3..." and "paths" are needed.`);
  }
  return { root, follow: following(file, root) };
};
