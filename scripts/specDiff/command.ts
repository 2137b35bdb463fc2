import path from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "../../engine/usageError";
import { differences } from "./compare";
import { DocumentError, readDocument } from "./document";
import { factsOf } from "./facts";
import { type ActionsOf, reportOf } from "./report";

export const usage = `npm run spec:diff -- FILE

Says what a newer description of the TeamViewer Web API (FILE: OpenAPI 3, YAML or JSON) adds, removes and changes of
spec/teamviewer.openapi.yaml, by operation, and which actions that touches: parameters, fields of bodies and answers,
their types, values, limits, and whether they are required. A line with + is new, one with - gone, one with ~ another.
What the description here has from elsewhere than the vendor's document (x-source) is not missed in FILE.

Exit code: 0 without a difference, 1 with differences, 2 after an error.`;

const known = path.join(__dirname, "../../spec/teamviewer.openapi.yaml");
const basePath = "/api/v1";

interface Surroundings {
  /** The folder that FILE is relative to. */
  folder: string;
  /** Finds which actions reach an operation; asked for only where something differs. */
  findActions: () => Promise<ActionsOf>;
  out: (text: string) => void;
  error: (text: string) => void;
}

const parse = (argv: string[]) => {
  try {
    return parseArgs({ args: argv, options: { help: { type: "boolean", short: "h" } }, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
};

const factsIn = (file: string) => factsOf(readDocument(file), basePath);

const obey = async (argv: string[], { folder, findActions, out }: Surroundings): Promise<number> => {
  const { values, positionals } = parse(argv);
  if (values.help) {
    out(usage);
    return 0;
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(`One file is needed.\n\n${usage}`);
  const newer = factsIn(path.resolve(folder, file));
  const found = differences(factsIn(known), newer);
  out(found.length > 0 ? reportOf(found, await findActions()) : "No difference.");
  return found.length > 0 ? 1 : 0;
};

/** Compares the file that the arguments name, and gives the exit code: 0 no difference, 1 differences, 2 an error. */
export const runSpecDiff = async (argv: string[], surroundings: Surroundings): Promise<number> => {
  try {
    return await obey(argv, surroundings);
  } catch (error) {
    const isExpected = error instanceof UsageError || error instanceof DocumentError;
    surroundings.error(isExpected ? error.message : String((error as Error).stack));
    return 2;
  }
};
