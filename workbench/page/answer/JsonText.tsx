import { useMemo, useState } from "react";
import { ScrollingText } from "./ScrollingText";

interface JsonTextProps {
  label: string;
  value: unknown;
}

/** So much is shown at once, in characters: more makes a browser slow. */
const limit = 100_000;

/** A value as indented JSON, long ones cut off at first. */
export const JsonText = ({ label, value }: JsonTextProps) => {
  const text = useMemo(() => JSON.stringify(value, null, 2), [value]);
  const [isWhole, setWhole] = useState(false);
  if (text === undefined) return <p className="help">There is none.</p>;
  const isCut = text.length > limit && !isWhole;
  return (
    <>
      <ScrollingText label={label}>{isCut ? text.slice(0, limit) : text}</ScrollingText>
      {isCut && (
        <button type="button" onClick={() => setWhole(true)}>
          Show all {text.length.toLocaleString("en-GB")} characters
        </button>
      )}
    </>
  );
};
