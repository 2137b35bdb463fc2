import { type Answer, ok } from "../core/answers";
import type { PageTokens } from "../core/pageTokens";
import type { RecordedRequest } from "../core/requests";

/** The two spellings that the vendor's documentation has. */
export type Spelling = "quoted" | "bare";

type Query = Record<string, string | string[]>;

const pathOf = (path: string, query: Query) =>
  `${path}?${Object.entries(query)
    .flatMap(([name, values]) => [values].flat().map((value) => `${name}=${encodeURIComponent(value)}`))
    .join("&")}`;

const linkTo = (target: string, spelling: Spelling) => `<${target}>; rel=${spelling === "quoted" ? '"next"' : "next"}`;

interface Next {
  path: string;
  /** Undefined on the last page. */
  query?: Query;
  spelling: Spelling;
}

/** An answer that names the next page in its header, if there is one. */
export const linked = <Body>(body: Body, { path, query, spelling }: Next): Answer<Body> =>
  ok(body, query && { Link: linkTo(pathOf(path, query), spelling) });

/** The parameters that a link of this sandbox carries. */
const cursors = ["from", "page", "cursor"];

/** Where this vendor has its page tokens: a request's own address is the token of its page. */
export const pageTokens: PageTokens = {
  asked: ({ path, query }: RecordedRequest) => {
    const asked = Object.entries(query).filter(([name]) => cursors.includes(name));
    return asked.length > 0 ? pathOf(path, Object.fromEntries(asked)) : undefined;
  },
  withNext: (answer, token = "") => ({ ...answer, headers: { ...answer.headers, Link: linkTo(token, "quoted") } }),
};
