import { partsOf } from "./search";

/** A text with the words marked that were searched for. */
export const Found = ({ text, words }: { text: string; words: string[] }) =>
  partsOf(text, words).map(({ text: part, start, isFound }) => (isFound ? <mark key={start}>{part}</mark> : part));
