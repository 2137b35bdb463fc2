import type { ComponentSummary, ConnectionSummary } from "../../api";
import { linkTo } from "../hooks/useRoute";
import { SandboxButton } from "../sandbox/SandboxButton";
import { Icon } from "./Icon";
import { ThemeSwitch } from "./ThemeSwitch";

interface HeaderProps {
  components: ComponentSummary[];
  selected?: ComponentSummary;
  /** Something at the other end may have changed. */
  onChange: () => void;
  /** The sandbox is used with other credentials. */
  onLevel: () => Promise<void>;
}

const ServerNote = ({ connection: { label, source } }: { connection: ConnectionSummary }) => (
  <p className="connection" data-kind="server">
    <strong>Real server</strong> {label}, {source}
  </p>
);

/** What is open, and what is at the other end. */
export const Header = ({ components, selected, onChange, onLevel }: HeaderProps) => (
  <header className="top">
    <a className="brand" href={linkTo({ component: selected?.key })}>
      <Icon name="bench" /> Workbench
    </a>
    <nav className="components" aria-label="Components">
      {components.map(({ key, label }) => (
        <a key={key} href={linkTo({ component: key })} aria-current={key === selected?.key ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
    {selected?.connection.kind === "sandbox" && (
      <SandboxButton key={selected.key} component={selected} onChange={onChange} onLevel={onLevel} />
    )}
    {selected?.connection.kind === "server" && <ServerNote connection={selected.connection} />}
    <ThemeSwitch />
  </header>
);
