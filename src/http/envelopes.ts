/** Records that come bare in one answer and in an envelope in another. */
import { SpectralError } from "@prismatic-io/spectral";
import { isRecord } from "./answers";

/** The list in an envelope. Throws when there is no envelope or no list in it: that is no empty list. */
export const listOf = <Envelope extends object, Key extends keyof Envelope & string>(
  envelope: Envelope,
  key: Key,
): NonNullable<Envelope[Key]> => {
  const list: unknown = isRecord(envelope) ? envelope[key] : undefined;
  if (!Array.isArray(list)) {
    throw new SpectralError(`The answer holds no list of ${key}. Nothing was used of it; try again later.`);
  }
  return list as never;
};

/** The list of an answer that has one; undefined where the answer is the record itself. */
const listIn = <Envelope extends object>(answer: Envelope, key: keyof Envelope & string): unknown[] | undefined =>
  isRecord(answer) && !Object.hasOwn(answer, key) ? undefined : (listOf(answer, key) as never);

/**
 * The one record of an answer that can come bare or as the only element of a list envelope. Throws when the envelope is
 * empty, which is how some servers say that there is no such record, when it holds several, and when it holds no list.
 */
export const oneRecord = <Envelope extends object, Key extends keyof Envelope & string>(
  answer: Envelope,
  key: Key,
): NonNullable<Envelope[Key]> extends readonly (infer Item)[] ? Item : never => {
  const list = listIn(answer, key);
  if (!list) return answer as never;
  const [record, ...others] = list;
  if (record === undefined) throw new SpectralError(`The answer holds none of the ${key}: there is none with this ID.`);
  if (others.length > 0) {
    throw new SpectralError(
      `The answer holds ${list.length} of the ${key}, and one was asked for. None of them was used.`,
    );
  }
  return record as never;
};

/** An answer in its list envelope, also where the server sent the record bare. Throws when the envelope holds no list. */
export const inEnvelope = <Envelope extends object>(answer: Envelope, key: keyof Envelope & string): Envelope =>
  listIn(answer, key) ? answer : ({ [key]: [answer] } as Envelope);
