import { BooleanControl } from "./BooleanControl";
import { ChoiceControl } from "./ChoiceControl";
import type { ControlProps } from "./control";
import { DropdownControl } from "./DropdownControl";
import { FileControl } from "./FileControl";
import { JsonControl } from "./JsonControl";
import { TextControl } from "./TextControl";
import { TimestampControl } from "./TimestampControl";
import type { FileValue } from "./values";

/** The control of one value, by the type of its input. */
export const SingleControl = ({ value, ...props }: ControlProps<unknown>) => {
  const { type, choices, dataSource, language } = props.field;
  if (type === "data") return <FileControl {...props} value={value as FileValue | ""} />;
  const text = String(value ?? "");
  if (type === "boolean") return <BooleanControl {...props} value={text} />;
  if (choices && choices.length > 0) return <ChoiceControl {...props} value={text} />;
  if (type === "code" && (language ?? "json") === "json") return <JsonControl {...props} value={text} />;
  if (dataSource) return <DropdownControl {...props} value={text} />;
  if (type === "timestamp") return <TimestampControl {...props} value={text} />;
  return <TextControl {...props} value={text} />;
};
