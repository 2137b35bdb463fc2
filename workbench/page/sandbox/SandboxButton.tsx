import { useState } from "react";
import { Button, Dialog, DialogTrigger, Heading, Popover } from "react-aria-components";
import type { ComponentSummary } from "../../api";
import { Icon } from "../shell/Icon";
import type { FaultDraft } from "./FaultForm";
import { SandboxPanel } from "./SandboxPanel";

interface SandboxButtonProps {
  component: ComponentSummary;
  /** Something in it may have changed. */
  onChange: () => void;
  /** It is used with other credentials. */
  onLevel: () => Promise<void>;
}

/** Says that a sandbox is at the other end, and opens what can be done with it. */
export const SandboxButton = ({ component, onChange, onLevel }: SandboxButtonProps) => {
  const { label, source, faults, level } = component.connection;
  // Kept while the panel is closed, so that the same fault can be injected again.
  const [draft, setDraft] = useState<FaultDraft>({
    kind: "rateLimit" in faults ? "rateLimit" : (Object.keys(faults)[0] ?? ""),
    times: "1",
    status: "",
    retryAfter: "",
  });
  return (
    <DialogTrigger>
      <Button className="connection" data-kind="sandbox">
        <Icon name="flask" />
        <strong>Sandbox</strong>
        <span className="connection-label">
          {label}
          {level && `, ${level} level`}
        </span>
        <Icon name="chevron" />
      </Button>
      <Popover className="popover sandbox" placement="bottom end">
        <Dialog>
          <Heading slot="title">Sandbox</Heading>
          <p className="help">
            {label}, {source}
          </p>
          <SandboxPanel component={component} draft={draft} onDraft={setDraft} onChange={onChange} onLevel={onLevel} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};
