import { useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { EntryDetail } from "../../api";
import type { RunShown } from "../hooks/useRun";
import { Icon } from "../shell/Icon";
import { Loading } from "../shell/Loading";
import { Exchanges } from "./Exchanges";
import { FailureNote } from "./FailureNote";
import { JsonText } from "./JsonText";
import { LogView } from "./LogView";
import { Pages } from "./Pages";
import { ValueTree } from "./ValueTree";

interface AnswerPanelProps {
  entry: EntryDetail;
  run: RunShown | undefined;
}

const knownBefore = ({ outputSchema, example }: EntryDetail): string => {
  const known = [outputSchema !== undefined && "schema", example !== undefined && "example"].filter(Boolean);
  if (known.length === 0) return "";
  return known.length === 1
    ? `Its ${known[0]} is there already.`
    : "Its schema and an example of it are there already.";
};

const NothingYet = ({ entry }: Pick<AnswerPanelProps, "entry">) => (
  <div className="empty">
    <Icon name="play" />
    <p>Nothing has been run yet.</p>
    <p className="help">What comes back appears here. {knownBefore(entry)}</p>
  </div>
);

const Answer = ({ entry, run }: AnswerPanelProps) => {
  if (!run) return <NothingYet entry={entry} />;
  if (run.failure) return <FailureNote failure={run.failure} fields={entry.inputs} />;
  if (entry.kind === "trigger" && run.pages.length > 0) return <Pages pages={run.pages} />;
  if (run.state === "running") return <Loading />;
  if (run.state === "left") return <p className="help">The answer was not waited for.</p>;
  return <ValueTree label="Answer" value={run.result} />;
};

const rawOf = ({ kind }: EntryDetail, { pages, result }: RunShown) =>
  kind === "trigger" ? pages.map(({ state, ...page }) => page) : result;

interface Section {
  key: string;
  label: string;
  count?: number;
  content: () => React.ReactNode;
}

/** What came back, and all that is known of how. */
export const AnswerPanel = ({ entry, run }: AnswerPanelProps) => {
  const [open, setOpen] = useState("answer");
  const sections: Section[] = [
    { key: "answer", label: "Answer", content: () => <Answer entry={entry} run={run} /> },
    {
      key: "json",
      label: "JSON",
      content: () =>
        run ? <JsonText label="Answer as JSON" value={rawOf(entry, run)} /> : <NothingYet entry={entry} />,
    },
    { key: "schema", label: "Schema", content: () => <JsonText label="Schema" value={entry.outputSchema} /> },
    { key: "example", label: "Example", content: () => <JsonText label="Example" value={entry.example} /> },
    { key: "log", label: "Log", count: run?.log.length ?? 0, content: () => <LogView lines={run?.log ?? []} /> },
    {
      key: "exchanges",
      label: "HTTP",
      count: run?.exchanges.length ?? 0,
      content: () => <Exchanges exchanges={run?.exchanges ?? []} />,
    },
  ];
  return (
    <section className="card answer" aria-labelledby="answer-title">
      <h2 className="hidden" id="answer-title">
        Answer
      </h2>
      <Tabs selectedKey={open} onSelectionChange={(key) => setOpen(String(key))}>
        <TabList aria-label="What is known of the run" className="tabs">
          {sections.map(({ key, label, count }) => (
            <Tab key={key} id={key} className="tab">
              {label}
              {count !== undefined && <span className="counter">{count}</span>}
            </Tab>
          ))}
        </TabList>
        {sections.map(({ key, content }) => (
          <TabPanel key={key} id={key} className="panel">
            {content()}
          </TabPanel>
        ))}
      </Tabs>
    </section>
  );
};
