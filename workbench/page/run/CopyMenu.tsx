import { useState } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { Copies, EntryDetail, EntryKind, Values } from "../../api";
import { getCopies } from "../api";
import { toSend } from "../form/values";
import { Icon } from "../shell/Icon";

type Forms = [form: keyof Copies, label: string][];

const forms: Record<EntryKind, Forms> = {
  action: [
    ["commandLine", "Command line"],
    ["yamlStep", "YAML step"],
    ["codeNative", "Code-native call"],
    ["curl", "cURL of the last run"],
  ],
  "data source": [
    ["commandLine", "Command line"],
    ["yamlStep", "YAML config variable"],
    ["codeNative", "Code-native config variable"],
    ["curl", "cURL of the last run"],
  ],
  trigger: [
    ["commandLine", "Command line"],
    ["yamlStep", "YAML trigger step"],
    ["codeNative", "Code-native flow"],
    ["curl", "cURL of the last run"],
  ],
};

interface CopyMenuProps {
  component: string;
  entry: EntryDetail;
  values: Values;
  batches?: boolean;
}

interface Outcome {
  said: string;
  /** What the clipboard did not take. */
  text?: string;
}

const copy = async (text: string, label: string): Promise<Outcome> => {
  if (text === "") return { said: "Nothing to copy yet: run it first." };
  return navigator.clipboard.writeText(text).then(
    () => ({ said: `Copied: ${label}.` }),
    () => ({ said: "The browser does not give access to the clipboard. This is the text:", text }),
  );
};

/** The call in other words, for the clipboard. */
export const CopyMenu = ({ component, entry, values, batches }: CopyMenuProps) => {
  const [{ said, text }, setOutcome] = useState<Outcome>({ said: "" });

  const choose = async (form: keyof Copies, label: string) => {
    setOutcome({ said: "" });
    const fields = [...entry.inputs, ...(entry.initialSync?.inputs ?? [])];
    const outcome = getCopies(component, entry.key, { values: toSend(fields, values), batches }).then((copies) =>
      copy(copies[form], label),
    );
    setOutcome(await outcome.catch((error: Error) => ({ said: error.message })));
  };

  return (
    <>
      <MenuTrigger>
        <Button>
          Copy as <Icon name="chevron" />
        </Button>
        <Popover className="popover">
          <Menu className="options" aria-label="Copy as">
            {forms[entry.kind].map(([form, label]) => (
              <MenuItem key={form} className="option" onAction={() => choose(form, label)}>
                {label}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <span className="said" role="status">
        {said}
      </span>
      {text && <textarea className="wide" readOnly rows={4} aria-label="Text to copy" value={text} />}
    </>
  );
};
