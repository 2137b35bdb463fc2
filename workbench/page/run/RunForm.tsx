import type { FormEvent, MouseEvent, ReactNode } from "react";
import type { EntryDetail, RunRequest } from "../../api";
import { exampleValues } from "../form/fillExample";
import type { Picklists } from "../form/picklists";
import type { FormState } from "../hooks/useForm";
import { useOptions } from "../hooks/useOptions";
import type { RunShown } from "../hooks/useRun";
import { useRunKeys } from "../hooks/useRunKeys";
import { Icon } from "../shell/Icon";
import { CopyMenu } from "./CopyMenu";
import { RunStatus } from "./RunStatus";
import { TriggerButtons } from "./TriggerButtons";

interface RunFormProps {
  component: string;
  entry: EntryDetail;
  form: FormState;
  picklists: Picklists;
  run: RunShown | undefined;
  onRun: (options: Omit<RunRequest, "values">) => void;
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

/** Of a double click, the first click has made the button another one, which nobody meant. */
const isSecond = ({ detail }: MouseEvent): boolean => detail > 1;

const ignoreSecond = (event: MouseEvent) => {
  if (isSecond(event)) event.preventDefault();
};

/** The inputs with all that can be done with them. Enter in one of them runs the entry. */
export const RunForm = ({ component, entry, form, picklists, run, ...on }: RunFormProps) => {
  const { options, setDebug, setBatches } = useOptions(entry);
  const ref = useRunKeys();
  const isRunning = run?.state === "running";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isRunning) on.onRun({ ...options, ...(entry.kind === "trigger" && { execution: "poll" }) });
  };
  // The same button is that of a new run before the click has had all of its effects.
  const stop = (event: MouseEvent) => {
    event.preventDefault();
    if (!isSecond(event)) on.onCancel();
  };
  const fill = async () => {
    for (const [field, value] of await exampleValues(entry.inputs, form.values, picklists)) form.set(field, value);
  };

  return (
    <form ref={ref} onSubmit={submit} noValidate>
      <div className="card-head">
        <h2 id="inputs-title">Inputs</h2>
        <div className="buttons small">
          {entry.inputs.some(({ required }) => required) && (
            <button type="button" onClick={fill}>
              Fill in an example
            </button>
          )}
          {entry.inputs.length > 0 && (
            <button type="button" onClick={form.clear}>
              Clear
            </button>
          )}
          <CopyMenu component={component} entry={entry} values={form.values} batches={options.batches} />
        </div>
      </div>
      {on.children}
      <div className="run-bar">
        <div className="buttons">
          {isRunning ? (
            <button type="button" onClick={stop}>
              Stop waiting
            </button>
          ) : (
            <button type="submit" onClick={ignoreSecond} className={entry.irreversible ? "primary danger" : "primary"}>
              <Icon name="play" /> {nameOf(entry, run !== undefined)}
            </button>
          )}
          {entry.kind === "trigger" && (
            <TriggerButtons
              component={component}
              entry={entry}
              isRunning={isRunning}
              onSync={() => on.onRun({ ...options, execution: "initialSync" })}
              onForget={on.onForget}
            />
          )}
          {entry.batches && (
            <label className="check">
              <input type="checkbox" checked={options.batches} onChange={({ target }) => setBatches(target.checked)} />
              In batches
            </label>
          )}
          <label className="check">
            <input type="checkbox" checked={options.debug} onChange={({ target }) => setDebug(target.checked)} />
            Debug log
          </label>
        </div>
        <RunStatus run={run} />
      </div>
    </form>
  );
};
