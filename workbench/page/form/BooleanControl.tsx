import { ariaOf, type ControlProps } from "./control";

/** On or off. */
export const BooleanControl = ({ value, onChange, ...props }: ControlProps) => {
  const { "aria-required": _, ...aria } = ariaOf(props);
  return (
    <input
      {...aria}
      type="checkbox"
      className="switch"
      checked={value === "true"}
      onChange={({ target }) => onChange(String(target.checked))}
    />
  );
};
