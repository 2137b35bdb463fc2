import { ariaOf, type ControlProps } from "./control";

/** One of the values that the input allows. */
export const ChoiceControl = ({ field, value, onChange, ...props }: ControlProps) => (
  <select {...ariaOf({ ...props })} value={value} onChange={({ target }) => onChange(target.value)}>
    <option value="">(blank)</option>
    {field.choices?.map((choice) => (
      <option key={choice.value} value={choice.value}>
        {choice.label === choice.value ? choice.label : `${choice.label} (${choice.value})`}
      </option>
    ))}
  </select>
);
