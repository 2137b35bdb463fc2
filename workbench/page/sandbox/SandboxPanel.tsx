import { useState } from "react";
import type { ComponentSummary, Level } from "../../api";
import { changeLevel, clearFaults, injectFault, resetSandbox, simulateActivity } from "../api";
import { type FaultDraft, FaultForm, faultOf } from "./FaultForm";
import { LevelChoice } from "./LevelChoice";

interface SandboxPanelProps {
  component: ComponentSummary;
  draft: FaultDraft;
  onDraft: (draft: FaultDraft) => void;
  /** Something in it may have changed. */
  onChange: () => void;
  /** It is used with other credentials. */
  onLevel: () => Promise<void>;
}

const injected = ({ kind, times = 1 }: ReturnType<typeof faultOf>) =>
  `${times === 1 ? "The next request meets" : `The next ${times} requests meet`} ${kind}.`;

/** Makes the sandbox fail, lets something happen in it, or starts it anew. */
export const SandboxPanel = ({ component, draft, onDraft, onChange, onLevel }: SandboxPanelProps) => {
  const [said, setSaid] = useState<{ text: string; isGood: boolean }>();

  const order = async (work: Promise<void>, done: string) => {
    setSaid(undefined);
    const outcome = await work.then(
      () => ({ text: done, isGood: true }),
      (error: Error) => ({ text: error.message, isGood: false }),
    );
    onChange();
    setSaid(outcome);
  };
  const inject = () => {
    const fault = faultOf(draft);
    return order(injectFault(component.key, fault), injected(fault));
  };
  const use = (level: Level) =>
    order(changeLevel(component.key, level).then(onLevel), `The token is of ${level} level now.`);

  return (
    <>
      {component.connection.level && <LevelChoice level={component.connection.level} onChange={use} />}
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
