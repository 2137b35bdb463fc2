import type { ReactNode } from "react";
import type { InputField, Values } from "../../api";
import { heldBy, isSame, unfilled } from "./values";

interface GroupControlProps {
  field: InputField;
  values: Values;
  onChange: (values: Values) => void;
  children: (field: InputField, value: unknown, onChange: (value: unknown) => void) => ReactNode;
}

/** The fields of a small object, shown together. */
export const GroupControl = ({ field: { fields = [] }, values, onChange, children }: GroupControlProps) => {
  const change = (field: InputField, value: unknown) => {
    const { [field.key]: _, ...others } = values;
    onChange(isSame(value, unfilled(field)) ? others : { ...others, [field.key]: value });
  };
  return (
    <div className="group">
      {fields.map((field) => children(field, heldBy(field, values), (value) => change(field, value)))}
    </div>
  );
};
