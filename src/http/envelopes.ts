/** Records that come bare in one answer and in an envelope in another. */
import { SpectralError } from "@prismatic-io/spectral";

/**
 * The one record of an answer that can come bare or as the only element of a list envelope. Throws
 * when the envelope is empty, which is how some servers say that there is no such record.
 */
export const oneRecord = <Envelope extends object, Key extends keyof Envelope & string>(
  answer: Envelope,
  key: Key,
): NonNullable<Envelope[Key]> extends readonly (infer Item)[] ? Item : never => {
  if (!(key in answer)) return answer as never;
  const [record] = answer[key] as never[];
  if (record === undefined) throw new SpectralError(`The answer holds none of the ${key}: there is none with this ID.`);
  return record;
};

/** An answer in its list envelope, also where the server sent the record bare. */
export const inEnvelope = <Envelope extends object>(answer: Envelope, key: keyof Envelope & string): Envelope =>
  key in answer ? answer : ({ [key]: [answer] } as Envelope);
