import type { RunShown } from "../hooks/useRun";
import { duration } from "./duration";
import { ShowMore, useShown } from "./ShowMore";

/** What was logged, with the time since the start. */
export const LogView = ({ lines }: { lines: RunShown["log"] }) => {
  const { shown, left, more } = useShown(lines);
  if (lines.length === 0) return <p className="help">Nothing was logged.</p>;
  return (
    <>
      <ol className="log">
        {shown.map(({ level, text, milliseconds }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
          <li key={index} data-level={level}>
            <span className="time">{duration(milliseconds)}</span> <strong>{level}</strong> <span>{text}</span>
          </li>
        ))}
      </ol>
      <ShowMore left={left} onMore={more} />
    </>
  );
};
