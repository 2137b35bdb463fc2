import { type FormEvent, type ReactNode, useState } from "react";
import type { EntryDetail, RunRequest } from "../../api";
import { exampleValues } from "../form/fillExample";
import type { Picklists } from "../form/picklists";
import type { FormState } from "../hooks/useForm";
import { CopyMenu } from "./CopyMenu";
import { TriggerBar } from "./TriggerBar";

type Options = Omit<RunRequest, "values">;

interface RunBarProps {
  component: string;
  entry: EntryDetail;
  form: FormState;
  picklists: Picklists;
  isRunning: boolean;
  hasRun: boolean;
  onRun: (options: Options) => void;
  onCancel: () => void;
  /** A trigger has forgotten its polls. */
  onForget: () => void;
  /** The inputs. */
  children: ReactNode;
}

const nameOf = ({ kind }: EntryDetail, hasRun: boolean) => {
  const name = kind === "trigger" ? "Poll" : "Run";
  return hasRun ? `${name} again` : name;
};

/** The inputs with all that can be done with them. Enter in one of them runs the entry. */
export const RunBar = ({ component, entry, form, picklists, isRunning, hasRun, ...on }: RunBarProps) => {
  const [debug, setDebug] = useState(false);
  const [batches, setBatches] = useState(false);
  const isTrigger = entry.kind === "trigger";

  const run = (execution?: Options["execution"]) => on.onRun({ debug, ...(isTrigger && { execution, batches }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isRunning) run("poll");
  };
  const fill = async () => {
    for (const [field, value] of await exampleValues(entry.inputs, form.values, picklists)) form.set(field, value);
  };

  return (
    <form onSubmit={submit} noValidate>
      <div className="row buttons top-buttons">
        {entry.inputs.some(({ required }) => required) && (
          <button type="button" onClick={fill}>
            Fill in an example
          </button>
        )}
        <button type="button" onClick={form.clear}>
          Clear
        </button>
        <CopyMenu component={component} entry={entry.key} fields={entry.inputs} values={form.values} />
      </div>
      {on.children}
      <div className="row buttons run-buttons">
        {isRunning ? (
          <button type="button" onClick={on.onCancel}>
            Stop waiting
          </button>
        ) : (
          <button type="submit" className={entry.irreversible ? "primary danger" : "primary"}>
            {nameOf(entry, hasRun)}
          </button>
        )}
        {isTrigger && (
          <TriggerBar
            component={component}
            entry={entry}
            isRunning={isRunning}
            batches={batches}
            onBatches={setBatches}
            onSync={() => run("initialSync")}
            onForget={on.onForget}
          />
        )}
        <label className="check">
          <input type="checkbox" checked={debug} onChange={({ target }) => setDebug(target.checked)} />
          Debug log
        </label>
      </div>
    </form>
  );
};
