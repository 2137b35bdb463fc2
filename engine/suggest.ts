import { distance } from "fastest-levenshtein";

/** A part stands for the whole only when it is most of it: "get" is no misspelling of one of sixty keys. */
const mostOf = 0.7;

const isMostOf = (part: string, whole: string): boolean => part.length >= mostOf * whole.length && whole.includes(part);

/** Two neighbours that have changed places are one slip. */
const isSwapped = (a: string, b: string): boolean =>
  a.length === b.length &&
  [...a].some((letter, index) => a.slice(0, index) + a.charAt(index + 1) + letter + a.slice(index + 2) === b);

const closeness = (wanted: string, candidate: string): number => {
  const [a, b] = [wanted.toLowerCase(), candidate.toLowerCase()];
  if (a === b) return 0;
  return isMostOf(a, b) || isMostOf(b, a) || isSwapped(a, b) ? 1 : distance(a, b);
};

/** As many letters as a slip costs: one in a short word, two in a longer one, three in a long one. */
const slip = ({ length }: string): number => (length < 5 ? 1 : length < 12 ? 2 : 3);

/** The candidate nearest to what was typed, or undefined when none is near enough to be meant. */
export const nearest = (wanted: string, candidates: readonly string[]): string | undefined => {
  const [best] = candidates
    .map((candidate) => ({ candidate, closeness: closeness(wanted, candidate) }))
    .sort((a, b) => a.closeness - b.closeness || a.candidate.length - b.candidate.length);
  return best && best.closeness <= slip(wanted) ? best.candidate : undefined;
};

/** ` Did you mean "x"?` for the nearest candidate, or nothing. */
export const suggestion = (wanted: string, candidates: readonly string[]): string => {
  const near = nearest(wanted, candidates);
  return near === undefined ? "" : ` Did you mean "${near}"?`;
};
