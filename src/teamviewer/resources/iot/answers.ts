/**
 * What the answers of IoT have to hold before anything of them is used. One that says itself that the request failed is
 * refused before it gets here, by TeamViewer's dialect.
 */
import { SpectralError } from "@prismatic-io/spectral";
import type { Operations } from "../../../../generated/teamviewer.operations";
import { isRecord } from "../../../http/answers";
import { listOf, oneRecord } from "../../../http/envelopes";
import type { TeamViewerClient } from "../../client";

/** The answer of an operation, with a record as its data. Throws when it has none. */
export const withData = async <Answer extends { Data?: unknown }>(
  tv: TeamViewerClient,
  operation: keyof Operations,
  asked: Promise<Answer>,
): Promise<Answer> => {
  const answer = await asked;
  if (isRecord(answer.Data)) return answer;
  throw new SpectralError(
    `${tv.transport.nameOf(operation)} answered without its data. Nothing was used of it; try again later.`,
  );
};

/** An answer whose list holds the record that was asked for. Throws when there is no list in it, or an empty one. */
export const withRecord = <Answer extends object>(answer: Answer, key: keyof Answer & string): Answer => {
  listOf(answer, key);
  oneRecord(answer, key);
  return answer;
};

/** The note of success that answers of IoT begin with. */
export const exampleSuccess = { IsSuccess: true };
