/** Ratios out of alternated rounds: what disturbs the machine for a while disturbs both, and the median forgets it. */

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
};

/** Measures each of them once a round, every round in another order, and gives what each gave in each round. */
export const alternate = async <Name extends string>(
  rounds: number,
  measures: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number[]>> => {
  const names = Object.keys(measures) as Name[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  // Once unmeasured, so that the files and the server's answers are at hand for all.
  for (const name of names) await measures[name]();
  for (let round = 0; round < rounds; round += 1) {
    for (const index of names.keys()) {
      const name = names[(index + round) % names.length] as Name;
      measured[name].push(await measures[name]());
    }
  }
  return measured;
};

/** The median of what a round's value is over the same round's yardstick. */
export const ratio = (values: readonly number[], yardstick: readonly number[]): number =>
  median(values.map((value, round) => value / (yardstick[round] ?? Number.NaN)));
