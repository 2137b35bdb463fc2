import { useSyncExternalStore } from "react";
import { currentTrouble, onTrouble, type Trouble } from "../trouble";

const notes: Record<Trouble, { title: string; cure: string }> = {
  gone: {
    title: "The workbench's server does not answer",
    cure: "It may have been stopped. Start it again with “npm run workbench”, and open the URL that it prints.",
  },
  "no access": {
    title: "This page has no access",
    cure: "The token is missing, or belongs to an earlier start. Open the whole URL that “npm run workbench” printed, with what comes after the #.",
  },
};

interface TroubleNoteProps {
  /** Why there is nothing to show, where the page has its server. */
  otherwise?: string;
}

/** Says what keeps the page from its server, and what to do. */
export const TroubleNote = ({ otherwise }: TroubleNoteProps) => {
  const trouble = useSyncExternalStore(onTrouble, currentTrouble);
  if (!trouble) return otherwise ? <p className="note failed">{otherwise}</p> : null;
  const { title, cure } = notes[trouble];
  return (
    <div className="note failed trouble" role="alert">
      <h2>{title}</h2>
      <p>{cure}</p>
      <button type="button" onClick={() => location.reload()}>
        Try again
      </button>
    </div>
  );
};
