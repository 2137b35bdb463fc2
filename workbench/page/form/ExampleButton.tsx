import type { InputField } from "../../api";
import { exampleOf } from "./values";

interface ExampleButtonProps {
  field: InputField;
  onUse: (value: unknown) => void;
}

/** Fills in the example of an input; nothing where there is none, or where choices say more. */
export const ExampleButton = ({ field, onUse }: ExampleButtonProps) => {
  const example = exampleOf(field);
  if (example === undefined || (field.choices && !field.collection)) return null;
  return (
    <button
      type="button"
      className="quiet example"
      aria-label={`Use example for ${field.label}`}
      onClick={() => onUse(example)}
    >
      Use example
    </button>
  );
};
