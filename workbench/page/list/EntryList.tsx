import { useMemo, useState } from "react";
import { Autocomplete, Input, Label, SearchField } from "react-aria-components";
import type { ComponentSummary, EntryKind } from "../../api";
import { go } from "../hooks/useRoute";
import { Families } from "./Families";
import { KindFilter } from "./KindFilter";
import { search } from "./search";

interface EntryListProps {
  component: ComponentSummary;
  selected?: string;
}

/** All that a component can run, to be searched, with the arrow keys too. */
export const EntryList = ({ component, selected }: EntryListProps) => {
  const [text, setText] = useState("");
  const [kind, setKind] = useState<EntryKind>();
  const families = useMemo(() => search(component.entries, text, kind), [component, text, kind]);
  const count = families.reduce((sum, { entries }) => sum + entries.length, 0);

  return (
    <nav className="list" aria-label="Entries">
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className="search">
          <Label>Search</Label>
          <Input placeholder="Label, description or scope" />
        </SearchField>
        <KindFilter kind={kind} onChange={setKind} />
        <p className="help count" role="status">
          {count === 1 ? "1 entry" : `${count} entries`}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
        <section className="families" tabIndex={0} aria-label="List of entries">
          <Families
            families={families}
            selected={selected}
            onSelect={(entry) => go({ component: component.key, entry })}
          />
        </section>
      </Autocomplete>
    </nav>
  );
};
