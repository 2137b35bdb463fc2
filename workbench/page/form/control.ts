import type { InputField } from "../../api";
import type { ControlAttributes } from "./FieldFrame";

/** What the control of one value gets. */
export interface ControlProps<Value = string> {
  field: InputField;
  value: Value;
  attributes: ControlAttributes;
  /** Instead of the label, where several controls share one. */
  name?: string;
  onChange: (value: unknown) => void;
}

/** What ties a plain HTML control to its label, its help and its error. */
export const ariaOf = ({ attributes, name }: Pick<ControlProps, "attributes" | "name">) => ({
  id: attributes.id,
  "aria-label": name,
  "aria-describedby": attributes.describedBy,
  "aria-invalid": attributes.isInvalid || undefined,
  "aria-required": attributes.isRequired || undefined,
});
