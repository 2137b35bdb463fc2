import { useEffect, useMemo, useRef, useState } from "react";
import { Autocomplete, Input, Label, SearchField } from "react-aria-components";
import type { ComponentSummary, EntryKind } from "../../api";
import { go } from "../hooks/useRoute";
import { Icon } from "../shell/Icon";
import { Families } from "./Families";
import { KindFilter } from "./KindFilter";
import { search, wordsOf } from "./search";

interface EntryListProps {
  component: ComponentSummary;
  selected?: string;
}

/** Ctrl and K go to the search, wherever the focus is. */
const useSearchKeys = () => {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener("keydown", follow);
    return () => removeEventListener("keydown", follow);
  }, []);
  return input;
};

/** What is open stays in sight, also where a link led to it. */
const useInSight = (selected: string | undefined) => {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    if (selected) list.current?.querySelector("[aria-selected='true']")?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return list;
};

/** All that a component can run, to be searched, with the arrow keys too. */
export const EntryList = ({ component, selected }: EntryListProps) => {
  const [text, setText] = useState("");
  const [kind, setKind] = useState<EntryKind>();
  const input = useSearchKeys();
  const list = useInSight(selected);
  const words = useMemo(() => wordsOf(text), [text]);
  const families = useMemo(() => search(component.entries, words, kind), [component, words, kind]);
  const count = families.reduce((sum, { entries }) => sum + entries.length, 0);

  return (
    <nav className="list" aria-label="Entries">
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className="search">
          <Label>Search</Label>
          <div className="search-box">
            <Icon name="search" />
            <Input ref={input} placeholder="Label, description or scope" />
            <kbd>Ctrl K</kbd>
          </div>
        </SearchField>
        <KindFilter kind={kind} onChange={setKind} />
        <p className="help count" role="status">
          {count === 1 ? "1 entry" : `${count} entries`}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
        <section className="families" ref={list} tabIndex={0} aria-label="List of entries">
          <Families
            families={families}
            words={words}
            selected={selected}
            onSelect={(entry) => go({ component: component.key, entry })}
          />
        </section>
      </Autocomplete>
    </nav>
  );
};
