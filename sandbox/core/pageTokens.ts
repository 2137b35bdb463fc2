import type { Answer } from "./answers";
import type { RecordedRequest } from "./requests";

/** Where a vendor's lists have their page tokens. Needed for the fault that makes a list endless. */
export interface PageTokens {
  /** The token with which a request asks for its page, if it does. */
  asked(request: RecordedRequest): string | undefined;
  /** The answer, made to name this token as the one of the next page. */
  withNext(answer: Answer, token: string | undefined, request: RecordedRequest): Answer;
}

/** For a vendor whose lists come in one answer. */
export const noPageTokens: PageTokens = { asked: () => undefined, withNext: (answer) => answer };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);

interface FieldNames {
  /** Query parameters and body fields of requests. */
  asks: string[];
  /** Fields of answers. */
  gives: string[];
  /** The field of an operation's answer that is a last page, and so has none. */
  lastGives(operationId: string): string;
}

/** For a vendor whose tokens are fields of queries and bodies. */
export const tokensInFields = ({ asks, gives, lastGives }: FieldNames): PageTokens => ({
  asked: ({ query, body }) =>
    [query, body]
      .filter(isObject)
      .flatMap((source) => asks.map((name) => source[name]))
      .find((token): token is string => typeof token === "string" && token !== ""),
  withNext: (answer, token, { operationId = "" }) => {
    const { body } = answer;
    if (!isObject(body)) return answer;
    const field = gives.find((name) => name in body) ?? lastGives(operationId);
    return { ...answer, body: { ...body, [field]: token } };
  },
});
