import { useState } from "react";
import type { EntryDetail, FailureShown, RunRequest } from "../../api";
import { AnswerPanel } from "../answer/AnswerPanel";
import { InputForm } from "../form/InputForm";
import type { Picklists } from "../form/picklists";
import { toSend } from "../form/values";
import { useForm } from "../hooks/useForm";
import { useRun } from "../hooks/useRun";
import { ConfirmDialog } from "../run/ConfirmDialog";
import { RunForm } from "../run/RunForm";

interface WorkspaceProps {
  component: string;
  entry: EntryDetail;
  picklists: Picklists;
}

/** The form of an entry beside its answer. */
export const Workspace = ({ component, entry, picklists }: WorkspaceProps) => {
  const form = useForm(`${component}/${entry.key}`);
  const [asked, setAsked] = useState<RunRequest>();
  const onEnd = (failure?: FailureShown) => {
    if (failure && Object.keys(failure.problems).length > 0) form.refuse(failure.problems);
    picklists.forget();
  };
  const { run, start, cancel, forget } = useRun(component, entry.key, { onEnd, onUnconfirmed: setAsked });
  const syncInputs = entry.initialSync?.inputs ?? [];

  const ask = (options: Omit<RunRequest, "values">) => {
    const isSync = options.execution === "initialSync";
    const fields = isSync ? [...entry.inputs, ...syncInputs] : entry.inputs;
    form.accept();
    void start({ ...options, values: toSend(fields, form.values) });
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
