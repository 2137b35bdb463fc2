import type { OpenBody, OpenExchange, OpenMessage } from "../../engine/openExchange";

/** What the log and the exchanges of one run may send to the page, in characters; and what the pages of a trigger may. */
const forOneRun = 8_000_000;

/** The longest log line, in characters. */
const longestLine = 20_000;

/** The longest body of an exchange, in characters. */
const longestBody = 100_000;

const leftOut = {
  note: "So much came before that the workbench leaves this out. The command line shows all of it.",
};

const lengthOf = (body: OpenBody) => ("text" in body ? body.text.length : body.base64.length);

/** Tells whether so many characters more may be sent. */
const spending = () => {
  let left = forOneRun;
  return (length: number): boolean => {
    left -= length;
    return left >= 0;
  };
};

/** Keeps what a page is sent of one run within bounds: it shows thousands of exchanges, but not all that was in them. */
export const createAllowance = () => {
  const spend = spending();
  const spendOnPages = spending();
  let lines = 0;

  const body = (whole: OpenBody): OpenBody => {
    const length = Math.min(lengthOf(whole), longestBody);
    const shown = spend(length) ? length : 0;
    if (shown === lengthOf(whole)) return whole;
    if ("base64" in whole) return { ...whole, base64: "", isWhole: false };
    return { ...whole, text: whole.text.slice(0, shown), isWhole: false };
  };
  const message = <M extends OpenMessage>(whole: M): M => (whole.body ? { ...whole, body: body(whole.body) } : whole);

  return {
    /** A log line, cut where it is too long; undefined when too much was written before. */
    text(line: string): string | undefined {
      const cut = line.length > longestLine ? `${line.slice(0, longestLine)}… (cut off)` : line;
      if (spend(cut.length)) return cut;
      lines += 1;
      return lines === 1 ? "More was logged than the workbench shows. The command line shows all of it." : undefined;
    },
    /** Items or state of a trigger's page, or a note in place of it. */
    value: (whole: unknown): unknown => (spendOnPages((JSON.stringify(whole) ?? "").length) ? whole : leftOut),
    exchange: ({ sent, received, ...rest }: OpenExchange): OpenExchange => ({
      ...rest,
      sent: message(sent),
      ...(received && { received: message(received) }),
    }),
  };
};

export type Allowance = ReturnType<typeof createAllowance>;
