import type { OpenMessage } from "../../../engine/openExchange";
import { fileMark, secretMark } from "./marks";
import { quoted, quotedWith } from "./shell";

/** A request of a run, without secrets. */
export interface SentRequest {
  method: string;
  url: string;
  sent: OpenMessage;
}

/** What curl sends by itself, or what would be another one for each request. */
const ownHeaders = ["host", "content-length", "connection", "accept-encoding", "user-agent", "transfer-encoding"];

const word = (text: string) => quotedWith(text, secretMark, "TOKEN");

const bodyOf = ({ body }: OpenMessage): string[] => {
  if (!body) return [];
  if ("text" in body && body.isWhole) return [`--data-raw ${word(body.text)}`];
  return [`--data-binary ${quoted(fileMark)}`];
};

const commandOf = ({ method, url, sent }: SentRequest): string =>
  [
    `curl --request ${method} ${word(url)}`,
    ...Object.entries(sent.headers)
      .filter(([name]) => !ownHeaders.includes(name.toLowerCase()))
      .map(([name, value]) => `--header ${word(`${name}: ${value}`)}`),
    ...bodyOf(sent),
  ].join(" \\\n  ");

/** Requests as commands of cURL. Where a secret was, they have the variable `TOKEN` of the shell. */
export const curl = (requests: readonly SentRequest[]): string => requests.map(commandOf).join("\n\n");
