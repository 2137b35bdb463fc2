import { useState } from "react";
import { Button, ComboBox, Group, Input, type Key, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { usePicklist } from "../hooks/usePicklist";
import { Icon } from "../shell/Icon";
import type { ControlProps } from "./control";
import type { Element } from "./picklists";

/** More than this many are narrowed down by typing. */
const shownAtOnce = 200;

const matches = (text: string) => {
  const wanted = text.toLowerCase();
  return ({ key, label }: Element) => label.toLowerCase().includes(wanted) || key.toLowerCase().includes(wanted);
};

interface NoteProps {
  message?: string;
  chosen?: string;
  left: number;
}

/** What there is to say of a dropdown below it. */
const Note = ({ message, chosen, left }: NoteProps) => {
  if (message) return <p className="problem">The list could not be loaded. {message} A value can be typed instead.</p>;
  if (left > 0) return <p className="help">{left} more: type to narrow the list down.</p>;
  return chosen ? (
    <p className="help chosen">
      <Icon name="check" /> {chosen}
    </p>
  ) : null;
};

/** An input whose values a data source offers; any other text may be typed too. */
export const DropdownControl = ({ field, value, attributes, name, onChange }: ControlProps) => {
  const { elements, state, message, load } = usePicklist(field);
  const [showsAll, setShowsAll] = useState(true);
  // The list closes when another key is chosen: a typed text that happens to be one must not close it.
  const [picked, setPicked] = useState<string | null>(null);
  const fitting = showsAll ? elements : elements.filter(matches(value));
  const shown = fitting.slice(0, shownAtOnce);
  const chosen = elements.find(({ key }) => key === value)?.label;

  const open = (isOpen: boolean) => {
    setShowsAll(true);
    if (isOpen) void load();
  };
  const type = (text: string) => {
    setShowsAll(false);
    setPicked(null);
    onChange(text);
  };

  const pick = (key: Key | null) => {
    if (key === null) return;
    setPicked(String(key));
    onChange(String(key));
  };

  return (
    <>
      <ComboBox
        id={attributes.id}
        aria-label={name}
        aria-labelledby={name ? undefined : attributes.labelId}
        aria-describedby={attributes.describedBy}
        isInvalid={attributes.isInvalid}
        isRequired={attributes.isRequired}
        validationBehavior="aria"
        allowsCustomValue
        allowsEmptyCollection
        items={shown}
        inputValue={value}
        selectedKey={picked}
        onInputChange={type}
        onSelectionChange={pick}
        onOpenChange={open}
      >
        <Group className="combo">
          <Input placeholder={field.placeholder} spellCheck={false} />
          <Button aria-label={`Show the list of ${name ?? field.label}`}>
            <Icon name="chevron" />
          </Button>
        </Group>
        <Popover className="popover">
          <ListBox<Element>
            className="options"
            renderEmptyState={() => <p className="help">{state === "loading" ? "Loading …" : "Nothing to choose."}</p>}
          >
            {({ key, label }) => (
              <ListBoxItem id={key} textValue={key} className="option">
                <span className="option-label">{label}</span>
                {label !== key && <span className="option-more">{key}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <Note message={message} chosen={chosen === value ? undefined : chosen} left={fitting.length - shown.length} />
    </>
  );
};
