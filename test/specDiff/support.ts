/** Descriptions that differ from the vendor's in a few places, and what `npm run spec:diff` says of them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { actionsCalling } from "../../scripts/specDiff/actions";
import { runSpecDiff } from "../../scripts/specDiff/command";
import { differences } from "../../scripts/specDiff/compare";
import { readDocument } from "../../scripts/specDiff/document";
import { factsOf } from "../../scripts/specDiff/facts";
import { reportOf } from "../../scripts/specDiff/report";

/** The vendor's own document, which a newer one is compared with. */
export const knownFile = path.join(__dirname, "../../spec/teamviewer.openapi.yaml");

const known = JSON.stringify(parse(readFileSync(knownFile, "utf8")));

const factsOfFile = (file: string) => factsOf(readDocument(file), "/api/v1");

export interface Schema {
  [keyword: string]: unknown;
  properties: Record<string, Record<string, unknown>>;
  required?: string[];
}

export interface Operation {
  [keyword: string]: unknown;
  parameters: { name: string; in: string; required?: boolean; schema: Record<string, unknown> }[];
  requestBody: { content: Record<string, { schema: unknown }> };
}

export interface Description {
  [keyword: string]: unknown;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** What is at a key; throws when nothing is, so that a change of the description does not leave a test without its case. */
export const at = <Value>(values: Record<string, Value> | undefined, key: string): Value => {
  const value = values?.[key];
  if (value === undefined) throw new Error(`The description has no ${key}.`);
  return value;
};

/** The operation of a description by method and path below the base URL. */
export const operationIn = ({ paths }: Description, method: string, below: string): Operation =>
  at(at(paths, `/api/v1${below}`), method);

const few = ["createGroup", "updateGroup", "listGroups", "getContact", "listContacts", "updateDevice"];

/** Of the actions that call an operation those among a few, so that a new action changes no report. */
const fewCalling = (operation: string): string[] => actionsCalling(operation).filter((key) => few.includes(key));

/** A folder for the files of a test file, with what can be said of them. Remove it afterwards. */
export const createWorkspace = () => {
  const folder = mkdtempSync(path.join(tmpdir(), "spec-diff-"));
  let facts: ReturnType<typeof factsOfFile> | undefined;

  const write = (file: string, text: string) => {
    writeFileSync(path.join(folder, file), text);
    return path.join(folder, file);
  };

  const writeChanged = (change: (description: Description) => void) => {
    const description = JSON.parse(known) as Description;
    change(description);
    return write("newer.json", JSON.stringify(description));
  };

  /** The command as it is called in the folder. */
  const run = async (...argv: string[]) => {
    const out: string[] = [];
    const errors: string[] = [];
    const code = await runSpecDiff(argv, {
      folder,
      findActions: () => Promise.reject(new Error("Nobody asks for actions where nothing differs.")),
      out: (text) => out.push(text),
      error: (text) => errors.push(text),
    });
    return { code, out: out.join("\n"), error: errors.join("\n") };
  };

  /** What the command finds in the vendor's description with a change. */
  const differencesWith = (change: (description: Description) => void) => {
    facts ??= factsOfFile(knownFile);
    return differences(facts, factsOfFile(writeChanged(change)));
  };

  /** What the command says of it, in lines. */
  const reportWith = (change: (description: Description) => void): string[] =>
    reportOf(differencesWith(change), fewCalling).split("\n");

  return {
    folder,
    run,
    write,
    writeChanged,
    differencesWith,
    reportWith,
    remove: () => rmSync(folder, { recursive: true }),
  };
};
