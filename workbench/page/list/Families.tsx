import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from "react-aria-components";
import type { EntrySummary } from "../../api";
import type { Family } from "./search";

interface FamiliesProps {
  families: Family[];
  selected?: string;
  onSelect: (key: string) => void;
}

const Option = ({ entry }: { entry: EntrySummary }) => (
  <ListBoxItem id={entry.key} textValue={entry.label} className="option">
    <span className="option-label">
      {entry.label}
      {entry.irreversible && <span className="mark">irreversible</span>}
    </span>
    <span className="option-more">{entry.description}</span>
  </ListBoxItem>
);

/** The entries under the names of their families. */
export const Families = ({ families, selected, onSelect }: FamiliesProps) => (
  <ListBox
    aria-label="Entries by family"
    selectionMode="single"
    selectedKeys={selected ? [selected] : []}
    onSelectionChange={(keys) => {
      const [key = selected] = [...keys];
      if (key !== undefined) onSelect(String(key));
    }}
    items={families}
    renderEmptyState={() => <p className="help">Nothing matches.</p>}
  >
    {(family) => (
      <ListBoxSection id={`family ${family.name}`}>
        <Header>{family.name}</Header>
        <Collection items={family.entries}>{(entry) => <Option entry={entry} />}</Collection>
      </ListBoxSection>
    )}
  </ListBox>
);
