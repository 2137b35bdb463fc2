import { SpectralError } from "@prismatic-io/spectral";

/**
 * The answer of a list, which has to be an object. An empty or foreign body would pass for a list without records, and
 * at the next poll all of them would count as new. Throws when it is none; `list` is its name in the message.
 */
export const answered = <Answer>(answer: Answer, list: string): NonNullable<Answer> => {
  if (answer === null || typeof answer !== "object" || Array.isArray(answer)) {
    throw new SpectralError(`TeamViewer answered without the list of ${list}. Nothing was compared; try again later.`);
  }
  return answer;
};
