import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from "react-aria-components";
import type { EntrySummary } from "../../api";
import { Found } from "./Found";
import type { Family } from "./search";

interface FamiliesProps {
  families: Family[];
  /** What was searched for, marked where it is found. */
  words: string[];
  selected?: string;
  onSelect: (key: string) => void;
}

const Option = ({ entry, words }: { entry: EntrySummary; words: string[] }) => (
  <ListBoxItem id={entry.key} textValue={entry.label} className="option">
    <span className="option-label">
      <Found text={entry.label} words={words} />
      {entry.irreversible && <span className="mark danger">irreversible</span>}
      {entry.kind !== "action" && <span className="mark">{entry.kind}</span>}
    </span>
    <span className="option-more">
      <Found text={entry.description} words={words} />
    </span>
  </ListBoxItem>
);

/** The entries under the names of their families. */
export const Families = ({ families, words, selected, onSelect }: FamiliesProps) => (
  <ListBox
    aria-label="Entries by family"
    selectionMode="single"
    selectedKeys={selected ? [selected] : []}
    onSelectionChange={(keys) => {
      const [key = selected] = [...keys];
      if (key !== undefined) onSelect(String(key));
    }}
    items={families}
    dependencies={[words]}
    renderEmptyState={() => <p className="help empty">Nothing matches.</p>}
  >
    {(family) => (
      <ListBoxSection id={`family ${family.name}`}>
        <Header>
          {family.name} <span className="counter">{family.entries.length}</span>
        </Header>
        <Collection items={family.entries} dependencies={[words]}>
          {(entry) => <Option entry={entry} words={words} />}
        </Collection>
      </ListBoxSection>
    )}
  </ListBox>
);
