import { useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { EntryDetail } from "../../api";
import type { RunShown } from "../hooks/useRun";
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

const nothingYet = <p className="help">Nothing has been run yet.</p>;

const Answer = ({ entry, run }: AnswerPanelProps) => {
  if (!run) return nothingYet;
  if (run.failure) return <FailureNote failure={run.failure} fields={entry.inputs} />;
  if (entry.kind === "trigger") return <Pages pages={run.pages} />;
  return run.state === "done" ? (
    <ValueTree label="Answer" value={run.result} />
  ) : (
    <p className="help">No answer yet.</p>
  );
};

const rawOf = ({ kind }: EntryDetail, { pages, result }: RunShown) =>
  kind === "trigger" ? pages.map(({ state, ...page }) => page) : result;

/** What came back, and all that is known of how. */
export const AnswerPanel = ({ entry, run }: AnswerPanelProps) => {
  const [tab, setTab] = useState("answer");
  const tabs: [key: string, label: string, content: () => React.ReactNode][] = [
    ["answer", "Answer", () => <Answer entry={entry} run={run} />],
    ["json", "JSON", () => (run ? <JsonText label="Answer as JSON" value={rawOf(entry, run)} /> : nothingYet)],
    ["schema", "Schema", () => <JsonText label="Schema" value={entry.outputSchema} />],
    ["example", "Example", () => <JsonText label="Example" value={entry.example} />],
    ["log", `Log (${run?.log.length ?? 0})`, () => <LogView lines={run?.log ?? []} />],
    ["exchanges", `HTTP (${run?.exchanges.length ?? 0})`, () => <Exchanges exchanges={run?.exchanges ?? []} />],
  ];
  return (
    <section className="card answer" aria-labelledby="answer-title">
      <h2 id="answer-title">Answer</h2>
      <Tabs selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
        <TabList aria-label="What is known of the run" className="tabs">
          {tabs.map(([key, label]) => (
            <Tab key={key} id={key} className="tab">
              {label}
            </Tab>
          ))}
        </TabList>
        {tabs.map(([key, , content]) => (
          <TabPanel key={key} id={key} className="panel">
            {content()}
          </TabPanel>
        ))}
      </Tabs>
    </section>
  );
};
