import { type FormEvent, useState } from "react";
import type { FaultRequest } from "../../api";
import { injectFault } from "../api";

interface FaultFormProps {
  /** What each kind of fault does. */
  faults: Record<string, string>;
  onInject: (inject: (component: string) => Promise<void>, done: string) => void;
}

const numberOf = (text: string) => (text === "" ? undefined : Number(text));

const requests = (times: number) => (times === 1 ? "The next request fails" : `The next ${times} requests fail`);

/** What hits the next requests, how many of them, and with which status and Retry-After. */
export const FaultForm = ({ faults, onInject }: FaultFormProps) => {
  const [kind, setKind] = useState(Object.keys(faults)[0] ?? "");
  const [times, setTimes] = useState("1");
  const [status, setStatus] = useState("");
  const [retryAfter, setRetryAfter] = useState("");

  const inject = (event: FormEvent) => {
    event.preventDefault();
    const count = numberOf(times) ?? 1;
    const fault: FaultRequest = {
      kind,
      times: count,
      status: numberOf(status),
      retryAfter: retryAfter || undefined,
    };
    onInject((component) => injectFault(component, fault), `${requests(count)}: ${kind}.`);
  };

  return (
    <form className="fault" onSubmit={inject}>
      <label>
        Fault
        <select value={kind} onChange={({ target }) => setKind(target.value)} aria-describedby="fault-help">
          {Object.keys(faults).map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <label>
        Requests
        <input type="number" min={1} required value={times} onChange={({ target }) => setTimes(target.value)} />
      </label>
      <label>
        Status
        <input
          type="number"
          min={100}
          max={599}
          placeholder="its own"
          value={status}
          onChange={({ target }) => setStatus(target.value)}
        />
      </label>
      <label>
        Retry-After
        <input placeholder="none" value={retryAfter} onChange={({ target }) => setRetryAfter(target.value)} />
      </label>
      <p className="help" id="fault-help">
        {faults[kind]}
      </p>
      <button type="submit">Inject fault</button>
    </form>
  );
};
