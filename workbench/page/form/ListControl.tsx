import type { InputField } from "../../api";
import { Rows } from "./Rows";
import { SingleControl } from "./SingleControl";

interface ListControlProps {
  field: InputField;
  values: string[];
  isInvalid: boolean;
  onChange: (values: string[]) => void;
}

/** Several values, each in a row of its own with the control of its type. */
export const ListControl = ({ field, values, isInvalid, onChange }: ListControlProps) => (
  <Rows label={field.label} rows={values} blank="" onChange={onChange}>
    {(value, name, id, change) => (
      <SingleControl
        field={field}
        value={value}
        name={name}
        attributes={{ id, labelId: "", describedBy: undefined, isInvalid, isRequired: false }}
        onChange={(next) => change(String(next))}
      />
    )}
  </Rows>
);
