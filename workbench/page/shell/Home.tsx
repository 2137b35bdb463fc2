import type { ComponentSummary, EntryKind } from "../../api";

const counted: [kind: EntryKind, one: string, several: string][] = [
  ["action", "action", "actions"],
  ["data source", "data source", "data sources"],
  ["trigger", "trigger", "triggers"],
];

const keys: [keys: string[], does: string][] = [
  [["Ctrl", "K"], "goes to the search, from anywhere"],
  [["↓", "↑", "Enter"], "choose from the list while the search is typed"],
  [["Ctrl", "Enter"], "runs what is open"],
  [["Esc"], "closes what is open"],
];

const countOf = ({ entries }: ComponentSummary, wanted: EntryKind) =>
  entries.filter(({ kind }) => kind === wanted).length;

/** What is seen before an entry is chosen. */
export const Home = ({ component }: { component: ComponentSummary }) => {
  const { kind, label, source } = component.connection;
  return (
    <section className="home" aria-labelledby="home-title">
      <h1 id="home-title">{component.label}</h1>
      <p className="lead">{component.description}</p>
      <ul className="tiles">
        {counted.map(([each, one, several]) => {
          const count = countOf(component, each);
          return (
            <li key={each} className="card">
              <strong>{count}</strong> {count === 1 ? one : several}
            </li>
          );
        })}
      </ul>
      <div className="card">
        <h2>How to begin</h2>
        <ol className="steps">
          <li>Choose an entry from the list. A word of its label, its description or a scope finds it.</li>
          <li>Fill in the required inputs, or have an example filled in.</li>
          <li>Run it, and see its answer, its log and every HTTP request that it made.</li>
        </ol>
        <h2>At the other end</h2>
        <p>
          {kind === "sandbox"
            ? `Connected by ${label} to ${source}. Nothing leaves this computer. The Sandbox button above makes it fail, lets something happen in it, or starts it anew.`
            : `Connected to a real server by ${label}, from ${source}. What is run here is done there.`}
        </p>
        <h2>By the keyboard</h2>
        <dl className="keys">
          {keys.map(([pressed, does]) => (
            <div key={does}>
              <dt>
                {pressed.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
};
