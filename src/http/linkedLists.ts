/** What a list does with the links that name its pages. */
import { SpectralError } from "@prismatic-io/spectral";
import type { AnyRequest } from "./client";
import { InputError } from "./errors";
import { linkedPage, nextLinkIn } from "./links";
import { fillPath } from "./path";
import type { Exchange, Transport } from "./transport";

/**
 * The links of one list. `begins` are the parameters of the query that say where the first page begins: a link takes their
 * place, whatever it sets.
 */
export const linksOf = (operation: string, begins: readonly string[] = []) => {
  const template = operation.replace(/^\S+ /, "");

  /** Where a link leads, or a text that says why it must not be followed. */
  const targetOf = ({ options }: Transport, request: AnyRequest, link: string) =>
    linkedPage(link, fillPath(template, request.path), options.baseUrl);

  const allowed = (transport: Transport, request: AnyRequest, link: string) => {
    const target = targetOf(transport, request, link);
    if (typeof target !== "string") return target;
    throw new SpectralError(
      `${transport.nameOf(operation)}: the link to the next page ${target}. It is not followed, so that the token goes nowhere else.`,
    );
  };

  return {
    /** The next page that an answer names. Throws when its header cannot be read, or its link must not be followed. */
    nextIn: (transport: Transport, request: AnyRequest, { headers }: Exchange<unknown>): string | undefined => {
      const next = nextLinkIn(headers.link);
      if (next === null) {
        throw new SpectralError(
          `${transport.nameOf(operation)} answered with a Link header that cannot be read. Nothing was used of it.`,
        );
      }
      if (next !== undefined) allowed(transport, request, next);
      return next;
    },
    /** The request for a page. What the first one was asked for with stays, unless the link sets it. Throws as `nextIn`. */
    follow: (transport: Transport, request: AnyRequest, link: string): AnyRequest => {
      const { names, query: linkQuery } = allowed(transport, request, link);
      const rest = Object.entries(request.query ?? {}).filter(([name]) => !names.has(name) && !begins.includes(name));
      return { ...request, query: Object.fromEntries(rest), linkQuery };
    },
    /** Throws an `InputError` for a link that was filled in and is none of this list. */
    check: (transport: Transport, request: AnyRequest, link: string): void => {
      const target = targetOf(transport, request, link);
      if (typeof target !== "string") return;
      throw new InputError("Next Page", `the link ${target}. Give the next of an earlier answer of this list.`);
    },
  };
};
