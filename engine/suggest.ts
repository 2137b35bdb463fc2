import { distance } from "fastest-levenshtein";

const closeness = (wanted: string, candidate: string): number => {
  const [a, b] = [wanted.toLowerCase(), candidate.toLowerCase()];
  if (a === b) return 0;
  if (a.length > 2 && (b.includes(a) || a.includes(b))) return 1;
  return distance(a, b);
};

/** The candidate nearest to what was typed, or undefined when none is near enough to be meant. */
export const nearest = (wanted: string, candidates: readonly string[]): string | undefined => {
  const [best] = candidates
    .map((candidate) => ({ candidate, closeness: closeness(wanted, candidate) }))
    .sort((a, b) => a.closeness - b.closeness || a.candidate.length - b.candidate.length);
  const limit = Math.max(2, Math.floor(wanted.length * 0.45));
  return best && best.closeness <= limit ? best.candidate : undefined;
};

/** ` Did you mean "x"?` for the nearest candidate, or nothing. */
export const suggestion = (wanted: string, candidates: readonly string[]): string => {
  const near = nearest(wanted, candidates);
  return near === undefined ? "" : ` Did you mean "${near}"?`;
};
