import type { Clock } from "../../src/http/attempts";

/** A clock whose waits are remembered and over at once: it goes on by them. Attempts take the time that they take. */
export const recordingClock = () => {
  const waits: number[] = [];
  let skipped = 0;
  const clock: Clock = {
    now: () => Date.now() + skipped,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      skipped += milliseconds;
    },
    random: () => 0.5,
  };
  return { clock, waits };
};
