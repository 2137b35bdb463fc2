import { type Answer, ok } from "../../core/answers";
import { VendorError } from "../../core/errors";
import type { Schema } from "../calls";

type Outcome = Schema<"GenericApiResponse">;

const failed = ({ message, category }: VendorError): Outcome => ({
  IsSuccess: false,
  Error: { Message: message, ExceptionName: category },
});

/** What is refused is told with status 200 as well, as this area does. */
const telling = <Told extends Outcome>(work: () => Told): Answer<Told | Outcome> => {
  try {
    return ok(work());
  } catch (error) {
    if (error instanceof VendorError) return ok(failed(error));
    throw error;
  }
};

/** The result of some work beside a note of success. */
export const outcomeOf = <Data>(work: () => Data): Answer<Outcome & { Data?: Data }> =>
  telling(() => ({ IsSuccess: true, Data: work() }));

/** As `outcomeOf`, for work whose result is not told. */
export const outcomeOfWork = (work: () => unknown): Answer<Outcome> =>
  telling(() => {
    work();
    return { IsSuccess: true };
  });
