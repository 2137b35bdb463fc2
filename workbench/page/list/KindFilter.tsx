import type { EntryKind } from "../../api";

const kinds: [label: string, kind: EntryKind | undefined][] = [
  ["All", undefined],
  ["Actions", "action"],
  ["Data sources", "data source"],
  ["Triggers", "trigger"],
];

interface KindFilterProps {
  kind: EntryKind | undefined;
  onChange: (kind: EntryKind | undefined) => void;
}

/** Which kind of entries the list has. */
export const KindFilter = ({ kind, onChange }: KindFilterProps) => (
  <fieldset className="segments">
    <legend className="hidden">Kind</legend>
    {kinds.map(([label, each]) => (
      <label key={label}>
        <input type="radio" name="kind" checked={kind === each} onChange={() => onChange(each)} />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
);
