import type { ComponentSummary } from "../../api";
import { go, linkTo } from "../hooks/useRoute";
import { ThemeSwitch } from "./ThemeSwitch";

interface HeaderProps {
  components: ComponentSummary[];
  selected?: ComponentSummary;
}

const Connection = ({ connection: { kind, label, source } }: ComponentSummary) => (
  <p className="connection" data-kind={kind}>
    <strong>{kind === "sandbox" ? "Sandbox" : "Real server"}</strong> {label}, {source}
  </p>
);

/** What is open, and what is at the other end. */
export const Header = ({ components, selected }: HeaderProps) => (
  <header className="top">
    <a className="brand" href={linkTo({ component: selected?.key })}>
      Workbench
    </a>
    {selected && (
      <label className="inline">
        Component
        <select value={selected.key} onChange={({ target }) => go({ component: target.value })}>
          {components.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </label>
    )}
    {selected && <Connection {...selected} />}
    <ThemeSwitch />
  </header>
);
