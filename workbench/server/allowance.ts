import type { OpenBody, OpenExchange, OpenMessage } from "../../engine/openExchange";

/** What one run may send to the page besides its result, in characters. */
const forOneRun = 8_000_000;

/** The longest log line, in characters. */
const longestLine = 20_000;

/** The longest body of an exchange, in characters. */
const longestBody = 100_000;

const lengthOf = (body: OpenBody) => ("text" in body ? body.text.length : body.base64.length);

/** Keeps what a page is sent of one run within bounds: it shows thousands of exchanges, but not all that was in them. */
export const createAllowance = () => {
  let left = forOneRun;
  let lines = 0;
  const spend = (length: number): boolean => {
    left -= length;
    return left >= 0;
  };

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
    exchange: ({ sent, received, ...rest }: OpenExchange): OpenExchange => ({
      ...rest,
      sent: message(sent),
      ...(received && { received: message(received) }),
    }),
  };
};
