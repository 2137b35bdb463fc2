import { styleText } from "node:util";
import type { Writable } from "./caller";

type Paint = (text: string) => string;

/** How text looks on a stream. */
export interface Style {
  isColoured: boolean;
  /** In columns: that of the terminal between 40 and 100, else 80. */
  width: number;
  bold: Paint;
  dim: Paint;
  red: Paint;
  yellow: Paint;
}

/** Colours are for terminals, and for nobody who has set NO_COLOR (https://no-color.org). */
const isColoured = ({ isTTY }: Writable, { NO_COLOR, TERM }: NodeJS.ProcessEnv): boolean =>
  isTTY === true && !NO_COLOR && TERM !== "dumb";

/** The look of what is written to a stream. */
export const styleOf = (stream: Writable, env: NodeJS.ProcessEnv): Style => {
  const coloured = isColoured(stream, env);
  const paint =
    (format: Parameters<typeof styleText>[0]): Paint =>
    (text) =>
      coloured ? styleText(format, text, { validateStream: false }) : text;
  return {
    isColoured: coloured,
    width: Math.min(100, Math.max(40, (stream.isTTY && stream.columns) || 80)),
    bold: paint("bold"),
    dim: paint("dim"),
    red: paint("red"),
    yellow: paint("yellow"),
  };
};
