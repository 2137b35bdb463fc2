import { type Exchange, observeExchanges } from "../engine/exchanges";
import type { Output } from "./output";
import { counted } from "./text";

/** Enough for the largest page of a vendor, in bytes. */
const largestPage = 16 * 1024 * 1024;

/** Milliseconds between two lines: on a terminal one takes the place of the other, elsewhere all of them stay. */
const pace = { terminal: 100, file: 2_000 };

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/** The records of a page: the longest list of an answer, or the answer itself; undefined where there is none. */
export const recordsIn = ({ received }: Pick<Exchange, "received">): number | undefined => {
  if (!received || received.status >= 300) return undefined;
  try {
    const answer = JSON.parse(received.body.content.toString());
    if (isList(answer)) return answer.length;
    const lengths = Object.values(answer ?? {})
      .filter(isList)
      .map(({ length }) => length);
    return lengths.length > 0 ? Math.max(...lengths) : undefined;
  } catch {
    return undefined;
  }
};

/** Counts what comes in. */
const createTally = (now: () => number) => {
  const start = now();
  let requests = 0;
  let pages = 0;
  let records = 0;
  return {
    add(exchange: Exchange) {
      const found = recordsIn(exchange);
      requests += 1;
      if (found === undefined) return;
      pages += 1;
      records += found;
    },
    /** One request is over before anyone has read a line about it. */
    isWorthwhile: () => requests > 1,
    told() {
      const seconds = (now() - start) / 1000;
      if (pages === 0) return `${counted(requests, "request")}, ${seconds.toFixed(1)} s`;
      const rate = counted(Math.round(records / Math.max(seconds, 0.001)), "record");
      return `${counted(pages, "page")}, ${counted(records, "record")}, ${rate}/s`;
    },
  };
};

/**
 * Does `work` and tells on stderr how far it is: on a terminal in one line that goes away at the end, with `always` in
 * lines elsewhere too.
 */
export const withProgress = async <Result>(
  { output, isTerminal, always }: { output: Output; isTerminal: boolean; always: boolean },
  work: () => Promise<Result>,
  now: () => number = Date.now,
): Promise<Result> => {
  if (!isTerminal && !always) return work();
  const tally = createTally(now);
  const every = isTerminal ? pace.terminal : pace.file;
  let next = now() + every;
  const observe = (exchange: Exchange) => {
    tally.add(exchange);
    if (now() < next || !tally.isWorthwhile()) return;
    next = now() + every;
    if (isTerminal) output.status(tally.told());
    else output.note(tally.told());
  };
  try {
    return await observeExchanges(observe, work, largestPage);
  } finally {
    output.status("");
    if (always) output.note(tally.told());
  }
};
