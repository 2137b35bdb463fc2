import type { FailureShown, InputField } from "../../api";

const titles: Record<FailureShown["kind"], string> = {
  usage: "It could not be run",
  input: "An input cannot be used",
  connection: "The connection does not work",
  vendor: "The vendor’s server refused",
  other: "It failed",
};

interface FailureNoteProps {
  failure: FailureShown;
  fields: readonly InputField[];
}

/** Why a run failed; problems of inputs are told at the inputs too. */
export const FailureNote = ({ failure, fields }: FailureNoteProps) => {
  const { kind, message, operation, status, problems } = failure;
  const labelOf = (key: string) => fields.find((field) => field.key === key)?.label ?? key;
  return (
    <div className="note failed">
      <h3>{titles[kind]}</h3>
      <p className="message">{message}</p>
      {(operation || status) && (
        <p>
          {operation && <code>{operation}</code>} {status && `Status ${status}`}
        </p>
      )}
      {Object.entries(problems)
        .filter(([, problem]) => !message.includes(problem))
        .map(([key, problem]) => (
          <p key={key}>
            <strong>{labelOf(key)}:</strong> {problem}
          </p>
        ))}
    </div>
  );
};
