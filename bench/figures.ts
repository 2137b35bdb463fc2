/**
 * What is measured, and how much it may be. A limit holds: one that is missed fails the bench. A goal is where it should
 * get to. The component that Prismatic publishes is what integrations used before, so that most limits come from it; the
 * ratios were measured side by side with it, in one run, and stand for it on any machine.
 */
export interface Figure {
  label: string;
  unit: string;
  limit: number;
  goal: number;
  /** Where limit and goal come from. */
  from: string;
}

/** The bundle of the published component, minified. */
const publishedBytes = 1_372_694;

/** Load CPU of the published component, and of its poll of 100,000 groups: both over that of spectral, unbundled. */
const publishedLoad = 0.48;
const publishedPoll = 0.42;

const mebibyte = 1024 * 1024;

/** Over a loop of requests with node's own `http` that does the same. */
const overBareLoop = "over a bare http loop";

const overSpectral = "over the load of spectral";

export const figures = {
  bytes: {
    label: "bundle",
    unit: "bytes",
    limit: publishedBytes * 0.8,
    goal: publishedBytes * 0.7,
    from: "0.8 of the published bundle, which has 39 actions",
  },
  load: {
    label: "CPU of loading the bundle",
    unit: overSpectral,
    limit: publishedLoad * 0.45,
    goal: publishedLoad * 0.39,
    from: "0.45 of the published component; 0.39 was reached before",
  },
  firstAction: {
    label: "CPU of loading the bundle and one action",
    unit: overSpectral,
    limit: publishedLoad * 0.6,
    goal: publishedLoad * 0.45,
    from: "0.6 of loading the published component, which does not put off anything",
  },
  tiny: {
    label: "CPU of 1,000 small requests, one after another",
    unit: overBareLoop,
    limit: 2.79,
    goal: 2.2,
    from: "the published component; the least that was measured of it",
  },
  eight: {
    label: "CPU of 1,000 small requests, eight at once",
    unit: overBareLoop,
    limit: 3.09,
    goal: 2.4,
    from: "the published component; the least that was measured of it",
  },
  pagesOf1000: {
    label: "CPU of Fetch All, 100,000 records in pages of 1,000",
    unit: overBareLoop,
    limit: 1.7,
    goal: 1.3,
    from: "the published component; what reading JSON leaves to save",
  },
  pagesOf100: {
    label: "CPU of Fetch All, 100,000 records in pages of 100",
    unit: overBareLoop,
    limit: 2.94,
    goal: 2.2,
    from: "the published component; as for small requests",
  },
  fetchAllMemory: {
    label: "most memory of Fetch All, 100,000 records",
    unit: "MiB",
    limit: 200,
    goal: 150,
    from: "an execution has 1 GB, for the other steps of its flow too",
  },
  pollNew: {
    label: "CPU of polling 100,000 groups for new ones",
    unit: overSpectral,
    limit: publishedPoll * 2,
    goal: publishedPoll,
    from: "twice the published trigger; as much",
  },
  pollUpdated: {
    label: "CPU of polling 100,000 groups for new and updated ones",
    unit: overSpectral,
    limit: publishedPoll * 4,
    goal: publishedPoll * 2,
    from: "four times the published trigger, which has no updates",
  },
  millionMemory: {
    label: "most memory of polling 1,000,000 managed devices",
    unit: "MiB",
    limit: 400,
    goal: 300,
    from: "an execution has 1 GB",
  },
  millionCpu: {
    label: "CPU of polling 1,000,000 managed devices",
    unit: "over that of 100,000",
    limit: 15,
    goal: 11,
    from: "6 s where 100,000 take 0.4 s; in proportion",
  },
  snapshotState: {
    label: "state of 100,000 managed devices with updates",
    unit: "bytes",
    limit: mebibyte,
    goal: mebibyte,
    from: "docs/architecture.md; the platform keeps 64 MB for all triggers of an instance",
  },
  onlineState: {
    label: "state of 100,000 online states",
    unit: "bytes",
    limit: mebibyte,
    goal: 0.75 * mebibyte,
    from: "as above",
  },
  reportState: {
    label: "state of 36,000 reports within the overlap",
    unit: "bytes",
    limit: mebibyte,
    goal: 0.5 * mebibyte,
    from: "as above",
  },
} as const satisfies Record<string, Figure>;

export type FigureKey = keyof typeof figures;

export type Measured = Partial<Record<FigureKey, number>>;
