import { useState } from "react";
import type { EntryDetail } from "../../api";
import { forgetState } from "../api";

interface TriggerButtonsProps {
  component: string;
  entry: EntryDetail;
  isRunning: boolean;
  onSync: () => void;
  onForget: () => void;
}

/** What a trigger can besides a poll. */
export const TriggerButtons = ({ component, entry, isRunning, onSync, onForget }: TriggerButtonsProps) => {
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
      <span className="said" role="status">
        {said}
      </span>
    </>
  );
};
