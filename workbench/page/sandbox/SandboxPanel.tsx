import { useState } from "react";
import type { ComponentSummary } from "../../api";
import { clearFaults, resetSandbox, simulateActivity } from "../api";
import { FaultForm } from "./FaultForm";

interface SandboxPanelProps {
  component: ComponentSummary;
  /** Something in it may have changed. */
  onChange: () => void;
}

/** Makes the sandbox fail, lets something happen in it, or starts it anew. */
export const SandboxPanel = ({ component, onChange }: SandboxPanelProps) => {
  const [said, setSaid] = useState("");

  const order = async (work: (component: string) => Promise<void>, done: string) => {
    setSaid("");
    onChange();
    setSaid(
      await work(component.key).then(
        () => done,
        (error: Error) => error.message,
      ),
    );
  };

  return (
    <section className="card sandbox" aria-labelledby="sandbox-title">
      <h2 id="sandbox-title">Sandbox</h2>
      <FaultForm
        faults={component.connection.faults}
        onInject={(inject, done) => order(() => inject(component.key), done)}
      />
      <div className="row buttons">
        <button type="button" onClick={() => order(clearFaults, "No more faults to come.")}>
          Clear faults
        </button>
        <button type="button" onClick={() => order(simulateActivity, "Something has happened at the vendor’s.")}>
          Let something happen
        </button>
        <button type="button" onClick={() => order(resetSandbox, "The sandbox is as it was at its start.")}>
          Reset sandbox
        </button>
      </div>
      <p className="said" role="status">
        {said}
      </p>
    </section>
  );
};
