import { useState } from "react";
import type { ComponentSummary } from "../../api";
import { clearFaults, injectFault, resetSandbox, simulateActivity } from "../api";
import { type FaultDraft, FaultForm, faultOf } from "./FaultForm";

interface SandboxPanelProps {
  component: ComponentSummary;
  draft: FaultDraft;
  onDraft: (draft: FaultDraft) => void;
  /** Something in it may have changed. */
  onChange: () => void;
}

const injected = ({ kind, times = 1 }: ReturnType<typeof faultOf>) =>
  `${times === 1 ? "The next request meets" : `The next ${times} requests meet`} ${kind}.`;

/** Makes the sandbox fail, lets something happen in it, or starts it anew. */
export const SandboxPanel = ({ component, draft, onDraft, onChange }: SandboxPanelProps) => {
  const [said, setSaid] = useState<{ text: string; isGood: boolean }>();

  const order = async (work: Promise<void>, done: string) => {
    setSaid(undefined);
    onChange();
    setSaid(
      await work.then(
        () => ({ text: done, isGood: true }),
        (error: Error) => ({ text: error.message, isGood: false }),
      ),
    );
  };
  const inject = () => {
    const fault = faultOf(draft);
    return order(injectFault(component.key, fault), injected(fault));
  };

  return (
    <>
      <FaultForm faults={component.connection.faults} draft={draft} onDraft={onDraft} onInject={inject} />
      <div className="row buttons sandbox-buttons">
        <button type="button" onClick={() => order(clearFaults(component.key), "No more faults to come.")}>
          Clear faults
        </button>
        <button
          type="button"
          onClick={() => order(simulateActivity(component.key), "Something has happened at the vendor’s.")}
        >
          Let something happen
        </button>
        <button
          type="button"
          onClick={() => order(resetSandbox(component.key), "The sandbox is as it was at its start.")}
        >
          Reset sandbox
        </button>
      </div>
      <p className={said && !said.isGood ? "problem" : "said"} role="status">
        {said?.text}
      </p>
    </>
  );
};
