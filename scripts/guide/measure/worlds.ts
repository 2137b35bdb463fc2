/** Counts requests on sandboxes of two sizes. */

/** So many records of each kind the two sandboxes have; of groups, a tenth. */
export const sizes = [100, 400] as const;

/** The requests in the smaller and in the larger sandbox. */
export type InWorlds = readonly [small: number, large: number];

interface Server {
  requests: readonly { operationId?: string }[];
  close(): Promise<unknown>;
}

/** How many requests something sends, without the exchange of an access key for a session. */
export const requestsOf = async ({ requests }: Server, run: () => Promise<unknown>): Promise<number> => {
  const before = requests.length;
  await run();
  return requests.slice(before).filter(({ operationId }) => operationId !== "createSession").length;
};

/** Something that is measured, by its key; gives its requests. */
export type Probes<World> = Record<string, (world: World) => Promise<number>>;

/** Measures one after another in a world of each size. */
export const measureIn = async <World extends { sandbox: Server }>(
  start: (size: number) => Promise<World>,
  probes: Probes<World>,
): Promise<Map<string, InWorlds>> => {
  const counts = new Map<string, number[]>();
  for (const size of sizes) {
    const world = await start(size);
    try {
      for (const [key, probe] of Object.entries(probes)) {
        counts.set(key, [...(counts.get(key) ?? []), await probe(world)]);
      }
    } finally {
      await world.sandbox.close();
    }
  }
  return counts as Map<string, number[]> & Map<string, InWorlds>;
};

/** What a change costs: what a real run sends beyond a dry run, for each change that it makes. Throws when it makes none. */
export const requestsPerChange = async (
  server: Server,
  run: (dryRun: boolean) => Promise<unknown>,
): Promise<number> => {
  const dry = await requestsOf(server, () => run(true));
  let report: unknown;
  const real = await requestsOf(server, async () => {
    report = await run(false);
  });
  const { done } = report as { done: number };
  if (done === 0) throw new Error(`Nothing was changed, so that a change has no cost: ${JSON.stringify(report)}`);
  return Number(((real - dry) / done).toFixed(2));
};

/** The first record of a store; throws when it has none. */
export const first = <Item>(records: Iterable<Item>): Item => {
  for (const record of records) return record;
  throw new Error("The sandbox has no such record.");
};
