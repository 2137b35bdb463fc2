import { useCallback } from "react";
import type { ComponentSummary, EntrySummary } from "../../api";
import { getEntry } from "../api";
import type { Picklists } from "../form/picklists";
import { useAnswer } from "../hooks/useAnswer";
import { Loading } from "../shell/Loading";
import { EntryHeader } from "./EntryHeader";
import { Workspace } from "./Workspace";

interface EntryViewProps {
  component: ComponentSummary;
  entry: EntrySummary;
  picklists: Picklists;
}

/** One action, data source or trigger: what it is, its form and its answers. */
export const EntryView = ({ component, entry, picklists }: EntryViewProps) => {
  const ask = useCallback(() => getEntry(component.key, entry.key), [component.key, entry.key]);
  const { result: detail, message } = useAnswer(ask);
  return (
    <article aria-labelledby="entry-title">
      <EntryHeader entry={entry} level={component.connection.level} />
      {message && <p className="note failed">{message}</p>}
      {!detail && !message && <Loading />}
      {detail && <Workspace component={component.key} entry={detail} picklists={picklists} />}
    </article>
  );
};
