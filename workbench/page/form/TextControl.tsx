import { ariaOf, type ControlProps } from "./control";

const types: Record<string, string> = { password: "password" };
const ofSeveralLines = ["text", "code"];

/** One line of text, several lines of it, or a secret. */
export const TextControl = ({ field, value, onChange, ...props }: ControlProps) => {
  const shared = {
    ...ariaOf(props),
    value,
    placeholder: field.placeholder,
    spellCheck: false,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  if (ofSeveralLines.includes(field.type)) return <textarea {...shared} rows={4} />;
  return (
    <input
      {...shared}
      type={types[field.type] ?? "text"}
      autoComplete={field.type === "password" ? "new-password" : "off"}
    />
  );
};
