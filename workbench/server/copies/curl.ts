import type { OpenExchange, OpenMessage } from "../../../engine/openExchange";
import { fileMark, secretMark } from "./marks";
import { quoted, quotedWith } from "./shell";

/** A request of a run, without secrets. */
export interface SentRequest extends Pick<OpenExchange, "method" | "url" | "sent"> {
  /** It had no answer, or one that says so. */
  failed: boolean;
}

/** What curl sends by itself, or what would be another one for each request. */
const ownHeaders = ["host", "content-length", "connection", "accept-encoding", "user-agent", "transfer-encoding"];

/** Credentials stand in headers; what is secret elsewhere is another secret. */
const inHeader = (text: string) => quotedWith(text, secretMark, "TOKEN");
const elsewhere = (text: string) => quotedWith(text, secretMark, "SECRET");

/** A word of a shell cannot hold a NUL. */
const bodyOf = ({ body }: OpenMessage): string[] => {
  if (!body) return [];
  if ("text" in body && body.isWhole && !body.text.includes("\0")) return [`--data-raw ${elsewhere(body.text)}`];
  return [`--data-binary ${quoted(fileMark)}`];
};

/** Without being told, curl reads brackets in a URL as a pattern for many. */
const globbing = (url: string) => (/[[\]{}]/.test(url.replaceAll(secretMark, "")) ? " --globoff" : "");

const commandOf = ({ method, url, sent }: SentRequest): string =>
  [
    `curl --request ${method}${globbing(url)} ${elsewhere(url)}`,
    ...Object.entries(sent.headers)
      .filter(([name]) => !ownHeaders.includes(name.toLowerCase()))
      .map(([name, value]) => `--header ${inHeader(`${name}: ${value}`)}`),
    ...bodyOf(sent),
  ].join(" \\\n  ");

/**
 * Requests as commands of cURL for a POSIX shell. Where secrets were, they have its variables `TOKEN` and `SECRET`. An
 * attempt that failed and was repeated is left out.
 */
export const curl = (requests: readonly SentRequest[]): string => {
  const commands = requests.map(commandOf);
  return commands.filter((command, index) => !requests[index]?.failed || command !== commands[index + 1]).join("\n\n");
};
