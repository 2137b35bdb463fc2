import type { FailureShown, InputField } from "../../api";

const titles: Record<FailureShown["kind"], string> = {
  usage: "It could not be run",
  input: "An input cannot be used",
  connection: "The connection does not work",
  vendor: "The vendor’s server refused",
  unconfirmed: "It was not confirmed",
  other: "It failed",
};

/** The label of an input, or of a field of a group, whose keys have a dot between. */
const labelOf = (place: string, fields: readonly InputField[]): string => {
  const [key, ...rest] = place.split(".");
  const field = fields.find((each) => each.key === key);
  if (!field) return place;
  return rest.length > 0 && field.fields ? labelOf(rest.join("."), field.fields) : field.label;
};

interface FailureNoteProps {
  failure: FailureShown;
  fields: readonly InputField[];
}

/** Why a run failed; problems of inputs are told at the inputs too. */
export const FailureNote = ({ failure, fields }: FailureNoteProps) => {
  const { kind, message, operation, status, problems } = failure;
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
        .map(([place, problem]) => [labelOf(place, fields), problem] as const)
        .filter(([label, problem]) => !message.includes(label) && !message.includes(problem))
        .map(([label, problem]) => (
          <p key={label}>
            <strong>{label}:</strong> {problem}
          </p>
        ))}
    </div>
  );
};
