/**
 * What the components can say to a person besides their display texts: read from the sources, so that a new error,
 * warning or piece of advice is found without anybody's help. A place for a value is `{}`.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A text of the sources. */
export interface Sentence {
  text: string;
  /** Where it stands, for whoever has to explain it: `http/path.ts:14`. */
  at: string;
}

interface Found extends Sentence {
  /** It is handed to an error or to the log. */
  isSaid: boolean;
}

const errorClass = /(Error|^NoLongerDue|^Halted)$/;

const sayingCall = /(^|\.)(warn|connectionError)$/;

/** The text of a literal, `{}` for what is put in; undefined for anything else. */
const textOf = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join("");
};

/** Two words side by side. */
const isProse = (text: string): boolean => /[a-z}][,;:]? ["a-z{]/i.test(text) && !/^[A-Z]+ \/\S*$/.test(text);

const isSaying = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) && errorClass.test(node.expression.getText())) ||
  (ts.isCallExpression(node) && sayingCall.test(node.expression.getText()));

/** What stands before the problem in the message of an `InputError`. */
const labelIn = (node: ts.Node): string => {
  const [label] = ts.isNewExpression(node) && node.expression.getText() === "InputError" ? (node.arguments ?? []) : [];
  return label ? `${textOf(label) ?? "{}"}: ` : "";
};

/** What says nothing: imports, types, examples. */
const isSkipped = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node) ||
  ts.isTypeNode(node) ||
  ((ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) && /^example/.test(node.name.getText()));

const findIn = (file: string, source: ts.SourceFile): Found[] => {
  const found: Found[] = [];
  const add = (node: ts.Node, text: string, isSaid: boolean) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push({ text, at: `${file}:${line + 1}`, isSaid });
  };
  /** `label` is what an error puts before its own texts, undefined outside of errors and of the log. */
  const visit = (node: ts.Node, label: string | undefined): void => {
    if (isSkipped(node)) return;
    const text = textOf(node);
    if (text !== undefined && isProse(text)) add(node, `${label ?? ""}${text}`, label !== undefined);
    if (!isSaying(node)) {
      // What is put into a text is a piece of its own.
      const inside = ts.isTemplateSpan(node) || (ts.isCallExpression(node) && label !== undefined) ? undefined : label;
      ts.forEachChild(node, (child) => visit(child, inside));
      return;
    }
    const before = labelIn(node);
    const texts = (node as ts.NewExpression | ts.CallExpression).arguments ?? [];
    for (const each of before ? texts.slice(1) : texts) visit(each, before);
  };
  visit(source, undefined);
  return found;
};

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".ts"))
    .sort();

/** All texts of a built component that the platform displays. The reasons in examples of reports are such as are said. */
export const displayedIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value.toLowerCase()];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === "reason" ? [] : displayedIn(each)));
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Whether one of the displayed texts holds this one. */
const isShown = (text: string, displayed: readonly string[]): boolean => {
  const parts = text.toLowerCase().split("{}");
  const [longest = ""] = [...parts].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(parts.map(escaped).join(".*"), "s");
  return displayed.some((each) => each.includes(longest) && pattern.test(each));
};

/** What the sources below a folder say and do not display, each text once. */
export const sentencesBelow = (folder: string, displayed: readonly string[]): Sentence[] => {
  const all = filesBelow(folder).flatMap((file) => {
    const text = readFileSync(path.join(folder, file), "utf8");
    return findIn(file, ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  });
  const sentences = new Map<string, Sentence>();
  for (const { text, at, isSaid } of all) {
    if (!sentences.has(text) && (isSaid || !isShown(text, displayed))) sentences.set(text, { text, at });
  }
  return [...sentences.values()];
};
