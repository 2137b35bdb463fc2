import { useState } from "react";
import type { EntryDetail, FailureShown, RunRequest } from "../../api";
import { AnswerPanel } from "../answer/AnswerPanel";
import { InputForm } from "../form/InputForm";
import type { Picklists } from "../form/picklists";
import { toSend } from "../form/values";
import { useForm } from "../hooks/useForm";
import { useRun } from "../hooks/useRun";
import { ConfirmDialog } from "../run/ConfirmDialog";
import { RunBar } from "../run/RunBar";
import { RunStatus } from "../run/RunStatus";

interface WorkspaceProps {
  component: string;
  entry: EntryDetail;
  picklists: Picklists;
}

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
    const values = toSend(isSync ? [...entry.inputs, ...syncInputs] : entry.inputs, form.values);
    form.accept();
    if (entry.irreversible) setAsked({ ...options, values });
    else void start({ ...options, values });
  };
  const confirm = (confirmation: string) => {
    if (asked) void start({ ...asked, confirmation });
    setAsked(undefined);
  };

  return (
    <div className="workspace">
      <section className="card" aria-labelledby="inputs-title">
        <h2 id="inputs-title">Inputs</h2>
        <RunBar
          component={component}
          entry={entry}
          form={form}
          picklists={picklists}
          isRunning={run?.state === "running"}
          hasRun={run !== undefined}
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
        </RunBar>
        <RunStatus run={run} />
      </section>
      <AnswerPanel entry={entry} run={run} />
      {asked && <ConfirmDialog entry={entry} onConfirm={confirm} onCancel={() => setAsked(undefined)} />}
    </div>
  );
};
