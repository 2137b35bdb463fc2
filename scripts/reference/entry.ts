/** What connections, actions, data sources and triggers have in common. */
import type { Input } from "../../engine/component";
import { inputsOf, type Places } from "./inputs";
import { anchorOf, block, prose } from "./markdown";
import { sentences } from "./words";

export interface Entry {
  key: string;
  display: { label: string; description: string };
}

/** The heading of what a component offers. */
const headingOf = ({ key, display }: Entry): string => `${display.label} (\`${key}\`)`;

/** Where an entry stands on a page; without the name of the page, as seen from there. */
export const placeOf = (page: string, entry: Entry): string => `${page}#${anchorOf(headingOf(entry))}`;

/** Heading, description and inputs, an empty line behind each. */
export const introduced = (entry: Entry & { inputs: Input[] }, places: Places, marks: "##" | "###"): string[] => [
  ...block([`${marks} ${headingOf(entry)}`]),
  ...block([prose(sentences(entry.display.description))]),
  ...inputsOf(entry.inputs, places),
];
