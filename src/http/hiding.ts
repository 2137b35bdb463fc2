/** Takes secrets out of a text, in every form in which they can stand there. */
import { encodedFormsOf, type PossibleForms, patternsOf, possibleForms, type Traces, tracesOf } from "./secretForms";

/** What stands in the text instead. */
export const mark = "[redacted]";

/** Letters of secrets in one pattern: of more, all their forms make it too large. */
const largestPattern = 1000;

/** Looking for more letters than these takes longer than the text is worth. */
const mostLetters = 20_000;

const leftOut = `${mark} (left out: there are too many secrets to look for)`;

/** Something that takes one or more secrets out of a text. */
type Hiding = (text: string) => string;

const hidingPatterns = (patterns: readonly string[]): Hiding => {
  const pattern = new RegExp(patterns.join("|"), "gu");
  return (text) => text.replace(pattern, mark);
};

/** The pieces of a long secret, whose forms follow each other in a text. A run of backslashes has forms as a whole. */
const pieces = /[\s\S]{1,500}\\*/gu;

const hidingLong = (secret: string): Hiding => {
  const [head = "", ...rest] = (secret.match(pieces) ?? []).map(encodedFormsOf);
  const start = new RegExp(head, "gu");
  const followers = rest.map((forms) => new RegExp(forms, "yu"));

  /** Where the secret ends that begins with what `start` has just found; undefined when another text goes on there. */
  const endIn = (text: string): number | undefined => {
    let end = start.lastIndex;
    for (const follower of followers) {
      follower.lastIndex = end;
      if (!follower.test(text)) return undefined;
      end = follower.lastIndex;
    }
    return end;
  };

  return (text) => {
    let hidden = "";
    let shown = 0;
    start.lastIndex = 0;
    for (let found = start.exec(text); found; found = start.exec(text)) {
      const end = endIn(text);
      if (end === undefined) {
        start.lastIndex = found.index + 1;
      } else {
        hidden += text.slice(shown, found.index) + mark;
        shown = start.lastIndex = end;
      }
    }
    return hidden + text.slice(shown);
  };
};

const lettersOf = (forms: readonly PossibleForms[]) => forms.reduce((sum, { secret }) => sum + secret.length, 0);

/** Groups that are not too large for one pattern. */
const grouped = (forms: readonly PossibleForms[]): PossibleForms[][] => {
  const groups: PossibleForms[][] = [];
  let letters = largestPattern;
  for (const each of forms) {
    if (letters + each.secret.length > largestPattern) {
      groups.push([]);
      letters = 0;
    }
    groups.at(-1)?.push(each);
    letters += each.secret.length;
  }
  return groups;
};

const isLong = ({ secret }: PossibleForms) => secret.length > largestPattern;

const hidingOf = (group: readonly PossibleForms[]): Hiding[] => {
  const [first] = group;
  if (!first || !isLong(first)) return [hidingPatterns(group.flatMap(patternsOf))];
  const inBase64 = patternsOf({ ...first, encoded: false }).map((pattern) => hidingPatterns([pattern]));
  return first.encoded ? [hidingLong(first.secret), ...inBase64] : inBase64;
};

/**
 * A function that gives a text without the secrets in it, those of earlier calls included. Patterns are made of those forms alone that the text may hold,
 * and kept for the next text with the same ones.
 */
export const createHider = (): ((text: string, secrets: Iterable<string>) => string) => {
  const traces = new Map<string, Traces>();
  let last = "[]";
  let hiding: Hiding[] = [];
  return (text, secrets) => {
    for (const secret of secrets) if (!traces.has(secret)) traces.set(secret, tracesOf(secret));
    const found = [...traces.values()]
      .map((trace) => possibleForms(trace, text))
      .filter(({ encoded, base64 }) => encoded || base64.length > 0)
      // Of a secret that contains another one, no rest may stay.
      .sort((a, b) => b.secret.length - a.secret.length);
    if (lettersOf(found) > mostLetters) return leftOut;
    const forms = JSON.stringify(found);
    if (forms !== last) {
      hiding = grouped(found).flatMap(hidingOf);
      last = forms;
    }
    try {
      return hiding.reduce((rest, hide) => hide(rest), text);
    } catch {
      // A pattern that is too large all the same is refused when it is first used.
      return leftOut;
    }
  };
};
