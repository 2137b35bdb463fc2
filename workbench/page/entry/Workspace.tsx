import { useState } from "react";
import type { EntryDetail, FailureShown, RunRequest } from "../../api";
import { AnswerPanel } from "../answer/AnswerPanel";
import { InputForm } from "../form/InputForm";
import type { Picklists } from "../form/picklists";
import { missingIn, toSend } from "../form/values";
import { useForm } from "../hooks/useForm";
import { useRun } from "../hooks/useRun";
import { ConfirmDialog } from "../run/ConfirmDialog";
import { RunForm } from "../run/RunForm";

interface WorkspaceProps {
  component: string;
  entry: EntryDetail;
  picklists: Picklists;
}

/** Said before a confirmation is asked for; the server says the same of what needs none. */
const required = "A value is required.";

/** The form of an entry beside its answer. */
export const Workspace = ({ component, entry, picklists }: WorkspaceProps) => {
  const form = useForm();
  const [asked, setAsked] = useState<RunRequest>();
  const { run, start, cancel, forget } = useRun(component, entry.key, (failure?: FailureShown) => {
    if (failure && Object.keys(failure.problems).length > 0) form.refuse(failure.problems);
    picklists.forget();
  });
  const syncInputs = entry.initialSync?.inputs ?? [];

  const ask = (options: Omit<RunRequest, "values">) => {
    const isSync = options.execution === "initialSync";
    const fields = isSync ? [...entry.inputs, ...syncInputs] : entry.inputs;
    const values = toSend(fields, form.values);
    const missing = missingIn(fields, form.values);
    form.accept();
    if (entry.irreversible && missing.length > 0)
      form.refuse(Object.fromEntries(missing.map(({ key }) => [key, required])));
    else if (entry.irreversible) setAsked({ ...options, values });
    else void start({ ...options, values });
  };
  const confirm = (confirmation: string) => {
    if (asked) void start({ ...asked, confirmation });
    setAsked(undefined);
  };

  return (
    <div className="workspace">
      <section className="card" aria-labelledby="inputs-title">
        <RunForm
          component={component}
          entry={entry}
          form={form}
          picklists={picklists}
          run={run}
          onRun={ask}
          onCancel={cancel}
          onForget={forget}
        >
          <InputForm fields={entry.inputs} form={form} picklists={picklists} />
          {syncInputs.length > 0 && (
            <>
              <h3>For the initial sync alone</h3>
              <InputForm fields={syncInputs} form={form} picklists={picklists} />
            </>
          )}
        </RunForm>
      </section>
      <AnswerPanel entry={entry} run={run} />
      {asked && <ConfirmDialog entry={entry} onConfirm={confirm} onCancel={() => setAsked(undefined)} />}
    </div>
  );
};
