import { useEffect, useState } from "react";

interface Answer<Result> {
  result?: Result;
  /** Why there is none. */
  message?: string;
}

/** What `ask` answers, asked anew whenever `ask` is another function: keep it with `useCallback`. */
export const useAnswer = <Result>(ask: () => Promise<Result>): Answer<Result> => {
  const [answer, setAnswer] = useState<Answer<Result>>({});
  useEffect(() => {
    let isWanted = true;
    const take = (next: Answer<Result>) => {
      if (isWanted) setAnswer(next);
    };
    setAnswer({});
    ask().then(
      (result) => take({ result }),
      (error: Error) => take({ message: error.message }),
    );
    return () => {
      isWanted = false;
    };
  }, [ask]);
  return answer;
};
