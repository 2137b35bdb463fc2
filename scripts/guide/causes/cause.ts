/** Why the components say something, and what to do about it. */
export interface Cause {
  /** What is said, as the sources have it, with a word in braces for each value: `{input}: must be {format}.` */
  says: readonly string[];
  why: string;
  cure: string;
}

/** The causes of one kind of trouble. */
export interface Chapter {
  title: string;
  /** What all of it has in common, as Markdown. */
  intro: string;
  causes: readonly Cause[];
}
