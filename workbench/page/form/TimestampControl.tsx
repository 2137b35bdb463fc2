import type { ControlProps } from "./control";
import { TextControl } from "./TextControl";

const now = () => new Date().toISOString().replace(/\.\d+Z$/, "Z");

/** A point in time as text, so that any form that the action takes can be tried, with a way to the present one. */
export const TimestampControl = (props: ControlProps) => (
  <div className="row">
    <TextControl {...props} />
    <button
      type="button"
      aria-label={`Now for ${props.name ?? props.field.label}`}
      onClick={() => props.onChange(now())}
    >
      Now
    </button>
  </div>
);
