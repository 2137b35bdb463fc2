import { type FormEvent, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { EntryDetail } from "../../api";

interface ConfirmDialogProps {
  entry: EntryDetail;
  onConfirm: (confirmation: string) => void;
  onCancel: () => void;
}

const conditionOf = ({ irreversible }: EntryDetail) => (typeof irreversible === "string" ? ` ${irreversible}` : "");

/** Asks for the label of what cannot be undone before it runs. */
export const ConfirmDialog = ({ entry, onConfirm, onCancel }: ConfirmDialogProps) => {
  const [typed, setTyped] = useState("");
  const isRight = typed.trim() === entry.label;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isRight) onConfirm(entry.label);
  };
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={onCancel}>
      <Modal className="modal">
        <Dialog role="alertdialog">
          <Heading slot="title">Run {entry.label}?</Heading>
          <form onSubmit={submit}>
            <p>What it does cannot be undone{conditionOf(entry)}.</p>
            <label className="field-label" htmlFor="confirmation">
              Type “{entry.label}” to go on
            </label>
            <input
              id="confirmation"
              autoFocus
              autoComplete="off"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
            <div className="row buttons">
              <button type="button" onClick={onCancel}>
                Cancel
              </button>
              <button type="submit" className="primary danger" disabled={!isRight}>
                Run
              </button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
