import { useEffect, useRef } from "react";
import type { EntrySummary, Level } from "../../api";
import { Icon } from "../shell/Icon";

const warningOf = (irreversible: boolean | string): string =>
  typeof irreversible === "string" ? `This cannot be undone ${irreversible}.` : "This cannot be undone.";

const Facts = ({ entry: { needs, operations } }: { entry: EntrySummary }) => (
  <dl className="facts">
    {needs.map(([kind, values]) => (
      <div key={kind}>
        <dt>{kind}</dt>
        <dd>{values.join(", ")}</dd>
      </div>
    ))}
    {operations.length > 0 && (
      <div>
        <dt>{operations.length === 1 ? "Operation" : "Operations"}</dt>
        <dd>
          {operations.map((operation) => (
            <code key={operation}>{operation}</code>
          ))}
        </dd>
      </div>
    )}
  </dl>
);

const LevelHint = ({ needs, level }: { needs: EntrySummary["needs"]; level: Level }) => {
  const [, wanted = []] = needs.find(([kind]) => kind === "Token level") ?? [];
  if (wanted.length === 0 || wanted.includes(level)) return null;
  return (
    <p className="note">
      The sandbox has a token of {level} level now. The Sandbox button above changes it to {wanted.join(" or ")} level.
    </p>
  );
};

interface EntryHeaderProps {
  entry: EntrySummary;
  /** Of the sandbox, where it has several. */
  level?: Level;
}

/** What an entry is, needs and calls. It takes the focus when it was chosen from the list. */
export const EntryHeader = ({ entry, level }: EntryHeaderProps) => {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement !== document.body) title.current?.focus();
  }, []);
  return (
    <header className="entry-head">
      <p className="eyebrow">
        <span className="badge kind">{entry.kind}</span>
        <code>{entry.key}</code>
        {entry.changes === false && <span className="badge reads">reads only</span>}
        {entry.changes && <span className="badge changes">makes changes</span>}
      </p>
      <h1 id="entry-title" tabIndex={-1} ref={title}>
        {entry.label}
      </h1>
      <p className="lead">{entry.description}</p>
      {entry.irreversible && (
        <p className="note warning">
          <Icon name="alert" /> {warningOf(entry.irreversible)}
        </p>
      )}
      <Facts entry={entry} />
      {level && <LevelHint needs={entry.needs} level={level} />}
    </header>
  );
};
