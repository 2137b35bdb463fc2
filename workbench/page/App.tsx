import { useEffect, useMemo } from "react";
import type { ComponentSummary } from "../api";
import { listComponents } from "./api";
import { EntryView } from "./entry/EntryView";
import { createPicklists } from "./form/picklists";
import { useAnswer } from "./hooks/useAnswer";
import { linkTo, useRoute } from "./hooks/useRoute";
import { EntryList } from "./list/EntryList";
import { Header } from "./shell/Header";
import { Home } from "./shell/Home";
import { Loading } from "./shell/Loading";
import { TroubleNote } from "./shell/TroubleNote";

/** The largest component is the main one, and is shown before one is chosen. */
const largestFirst = (components: readonly ComponentSummary[]): ComponentSummary[] =>
  components.toSorted((one, other) => other.entries.length - one.entries.length);

const listInOrder = async () => largestFirst(await listComponents());

/** The whole page: components above, their entries beside, the one that is open in the middle. */
export const App = () => {
  const { component: wanted, entry: entryKey } = useRoute();
  const { result: components = [], message, again } = useAnswer(listInOrder);
  const component = components.find(({ key }) => key === wanted) ?? components[0];
  const picklists = useMemo(() => createPicklists(component?.key ?? ""), [component?.key]);
  const entry = component?.entries.find(({ key }) => key === entryKey);

  useEffect(() => {
    document.title = [entry?.label, component?.label, "Workbench"].filter(Boolean).join(" · ");
  }, [entry, component]);

  return (
    <>
      <button type="button" className="skip" onClick={() => document.getElementById("content")?.focus()}>
        Skip to the content
      </button>
      <Header components={components} selected={component} onChange={picklists.forget} onLevel={again} />
      <div className="layout" data-open={entryKey ? "" : undefined}>
        {component && <EntryList key={component.key} component={component} selected={entryKey} />}
        <main id="content" tabIndex={-1}>
          <TroubleNote otherwise={message} />
          {!component && !message && <Loading />}
          {component && entryKey && (
            <a className="back" href={linkTo({ component: component.key })}>
              Back to the list
            </a>
          )}
          {component && entry && (
            <EntryView
              key={`${component.key}/${entry.key}`}
              component={component}
              entry={entry}
              picklists={picklists}
            />
          )}
          {component && !entryKey && <Home component={component} />}
          {component && entryKey && !entry && (
            <p className="note failed" role="alert">
              {component.label} has no “{entryKey}”. Choose an entry from the list.
            </p>
          )}
        </main>
      </div>
    </>
  );
};
