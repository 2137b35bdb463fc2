import { useState } from "react";
import type { EntryDetail } from "../../api";
import { forgetState } from "../api";

interface TriggerBarProps {
  component: string;
  entry: EntryDetail;
  isRunning: boolean;
  batches: boolean;
  onBatches: (batches: boolean) => void;
  onSync: () => void;
  onForget: () => void;
}

/** What a trigger can besides a poll. */
export const TriggerBar = ({ component, entry, isRunning, batches, onBatches, onSync, onForget }: TriggerBarProps) => {
  const [said, setSaid] = useState("");
  const forget = async () => {
    setSaid("");
    await forgetState(component, entry.key).then(
      () => {
        setSaid("Forgotten: the next poll is the first.");
        onForget();
      },
      (error: Error) => setSaid(error.message),
    );
  };
  return (
    <>
      {entry.initialSync && (
        <button type="button" disabled={isRunning} onClick={onSync}>
          Initial sync
        </button>
      )}
      <button type="button" disabled={isRunning} onClick={forget}>
        Forget state
      </button>
      {entry.batches && (
        <label className="check">
          <input type="checkbox" checked={batches} onChange={({ target }) => onBatches(target.checked)} />
          In batches
        </label>
      )}
      <span className="said" role="status">
        {said}
      </span>
    </>
  );
};
