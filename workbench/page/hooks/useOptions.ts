import { useState } from "react";
import type { EntryDetail, RunRequest } from "../../api";

/** How an entry is run, besides its inputs. */
export const useOptions = ({ kind }: EntryDetail) => {
  const [debug, setDebug] = useState(false);
  const [batches, setBatches] = useState(false);
  const options: Pick<RunRequest, "debug" | "batches"> = kind === "trigger" ? { debug, batches } : { debug };
  return { options, setDebug, setBatches };
};
