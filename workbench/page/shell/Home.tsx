import type { ComponentSummary, EntryKind } from "../../api";

const countOf = ({ entries }: ComponentSummary, kind: EntryKind, name: string) => {
  const count = entries.filter((entry) => entry.kind === kind).length;
  return `${count} ${count === 1 ? name : `${name}s`}`;
};

/** What is seen before an entry is chosen. */
export const Home = ({ component }: { component: ComponentSummary }) => (
  <section className="home" aria-labelledby="home-title">
    <h1 id="home-title">{component.label}</h1>
    <p>{component.description}</p>
    <p>
      {countOf(component, "action", "action")}, {countOf(component, "data source", "data source")},{" "}
      {countOf(component, "trigger", "trigger")}. Choose one from the list: type a word, go down with the arrow keys,
      press Enter.
    </p>
  </section>
);
