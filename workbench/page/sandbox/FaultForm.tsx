import type { FormEvent } from "react";
import type { FaultRequest } from "../../api";

/** A fault as it is typed. */
export interface FaultDraft {
  kind: string;
  times: string;
  status: string;
  retryAfter: string;
}

interface FaultFormProps {
  /** What each kind of fault does. */
  faults: Record<string, string>;
  draft: FaultDraft;
  onDraft: (draft: FaultDraft) => void;
  onInject: () => void;
}

const numberOf = (text: string) => (text === "" ? undefined : Number(text));

export const faultOf = ({ kind, times, status, retryAfter }: FaultDraft): FaultRequest => ({
  kind,
  times: numberOf(times),
  status: numberOf(status),
  retryAfter: retryAfter || undefined,
});

/** What hits the next requests, how many of them, and with which status and Retry-After. */
export const FaultForm = ({ faults, draft, onDraft, onInject }: FaultFormProps) => {
  const inject = (event: FormEvent) => {
    event.preventDefault();
    onInject();
  };
  const take =
    (part: keyof FaultDraft) =>
    ({ target }: { target: { value: string } }) =>
      onDraft({ ...draft, [part]: target.value });

  return (
    <form className="fault" onSubmit={inject}>
      <label className="fault-kind">
        Fault
        <select value={draft.kind} onChange={take("kind")} aria-describedby="fault-help">
          {Object.keys(faults).map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <p className="help" id="fault-help">
        {faults[draft.kind]}
      </p>
      <label>
        Requests
        <input type="number" min={1} required value={draft.times} onChange={take("times")} />
      </label>
      <label>
        Status
        <input type="number" min={200} max={599} placeholder="its own" value={draft.status} onChange={take("status")} />
      </label>
      <label>
        Retry-After
        <input placeholder="none" value={draft.retryAfter} onChange={take("retryAfter")} />
      </label>
      <button type="submit" className="primary">
        Inject fault
      </button>
    </form>
  );
};
