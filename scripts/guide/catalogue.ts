/** Every sentence that the components can say, with its cause, and where the two do not fit. */
import path from "node:path";
import { builtComponents, loadComponent } from "../../engine/component";
import { block, code, prose, table } from "../reference/markdown";
import type { Cause, Chapter } from "./causes/cause";
import { displayedIn, type Sentence, sentencesBelow } from "./sentences";

const root = path.join(__dirname, "..", "..");

/** What the components say, by the sources and what the built components display. */
export const sentencesSaid = (): Sentence[] => {
  const dist = path.join(root, "dist");
  const displayed = builtComponents(dist).flatMap((key) => displayedIn(loadComponent(dist, key)));
  return sentencesBelow(path.join(root, "src"), [...new Set(displayed)]);
};

const skeletonOf = (said: string): string => said.replace(/\{[a-z][\w' ]*\}/gi, "{}");

/** Sentences without a cause, causes without a sentence, and sentences with two causes. */
export const misfits = (
  sentences: readonly Sentence[],
  chapters: readonly Chapter[],
  unsaid: readonly string[],
): string[] => {
  const texts = new Set(sentences.map(({ text }) => text));
  const explained = chapters.flatMap(({ causes }) => causes.flatMap(({ says }) => says)).map(skeletonOf);
  const all = [...explained, ...unsaid];
  return [
    ...sentences.filter(({ text }) => !all.includes(text)).map(({ text, at }) => `${at} has no cause: ${text}`),
    ...all.filter((text) => !texts.has(text)).map((text) => `Nothing says any more: ${text}`),
    ...all.filter((text, index) => all.indexOf(text) < index).map((text) => `It has two causes: ${text}`),
  ];
};

const rowOf = ({ says, why, cure }: Cause): string[] => [says.map((each) => code(each.trim())).join("<br>"), why, cure];

/** The chapters as they stand on the page: words of causes are Markdown. */
export const chapterLines = (chapters: readonly Chapter[]): string[] =>
  chapters.flatMap(({ title, intro, causes }) => [
    ...block([`## ${prose(title)}`]),
    ...block([intro]),
    ...block(table(["what is said", "why", "what to do"], causes.map(rowOf))),
  ]);
