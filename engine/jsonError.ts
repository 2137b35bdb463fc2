/** A place in a text, both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** One token of JSON, after white space. */
const token =
  /[\t\n\r ]*(?:([{}[\],:])|("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

type Expected = "value" | "value or ]" | "key" | "key or }" | ":" | ", or end";

/** What may follow when `part` has been read where `expected` was; undefined when it may not stand there. */
const after = (part: string, expected: Expected, open: ("{" | "[")[]): Expected | undefined => {
  const isClosed = (bracket: "{" | "[") => open.pop() === bracket;
  const isText = part.startsWith('"');
  if (expected === ":") return part === ":" ? "value" : undefined;
  if (expected === "key" || (expected === "key or }" && isText)) return isText ? ":" : undefined;
  if (expected === "key or }") return part === "}" && isClosed("{") ? ", or end" : undefined;
  if (expected === "value or ]" && part === "]") return isClosed("[") ? ", or end" : undefined;
  if (expected === ", or end") {
    if (part === ",") return open.length > 0 ? (open.at(-1) === "{" ? "key" : "value") : undefined;
    return (part === "}" && isClosed("{")) || (part === "]" && isClosed("[")) ? ", or end" : undefined;
  }
  if (part === "{" || part === "[") {
    open.push(part);
    return part === "{" ? "key or }" : "value or ]";
  }
  return /^[\]},:]$/.test(part) ? undefined : ", or end";
};

const placeOf = (text: string, offset: number): Place => {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
};

/** Where `text` stops being JSON; undefined when it does not. The parser's own error would quote the text. */
export const firstJsonError = (text: string): Place | undefined => {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  let offset = 0;
  for (;;) {
    const start = offset + (/^[\t\n\r ]*/.exec(text.slice(offset))?.[0].length ?? 0);
    if (start === text.length) return expected === ", or end" && open.length === 0 ? undefined : placeOf(text, start);
    token.lastIndex = offset;
    const part = token.exec(text)?.slice(1).find(Boolean);
    const next: Expected | undefined = part === undefined ? undefined : after(part, expected, open);
    if (!next) return placeOf(text, start);
    expected = next;
    offset = token.lastIndex;
  }
};
