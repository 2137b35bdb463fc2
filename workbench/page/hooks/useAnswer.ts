import { useCallback, useEffect, useState } from "react";

interface Answer<Result> {
  result?: Result;
  /** Why there is none. */
  message?: string;
}

/**
 * What `ask` answers, asked anew whenever `ask` is another function: keep it with `useCallback`. `again` asks once more,
 * and keeps what there is until then.
 */
export const useAnswer = <Result>(ask: () => Promise<Result>) => {
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
  const again = useCallback(async () => setAnswer({ result: await ask() }), [ask]);
  return { ...answer, again };
};
