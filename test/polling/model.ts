/**
 * What the engine must deliver, said without hashes, windows or packed state, and random histories to hold it against.
 * A history is a list of steps; each changes the vendor's records or the stored state, or polls.
 */
import fc from "fast-check";

/** Answers from which nothing can be taken: a poll that is given one has to fail. */
export const refusedAnswers = [
  "emptyObject",
  "null",
  "text",
  "number",
  "list",
  "listOfAnotherType",
  "oddToken",
  "webPage",
  "redirect",
  "waitForYears",
] as const;

/** Answers with which a poll delivers as ever: strangers are no records, and are skipped with a warning. */
export const borneAnswers = ["strangers", "huge", "moved"] as const;

/** A list without a last page: page after page has a token of its own and holds nothing. */
export type OddAnswer = (typeof refusedAnswers)[number] | (typeof borneAnswers)[number] | "endless";

const isRefused = (odd: OddAnswer | undefined): boolean =>
  odd === "endless" || refusedAnswers.some((refused) => refused === odd);

/** What goes wrong with a poll. */
export interface Conditions {
  pageSize: number;
  /** Order of the answer, as a seed for shuffling; undefined leaves the vendor's order. */
  shuffle: number | undefined;
  /** Records that come a second time at the end of the answer, by their position. */
  repeated: number[];
  /** Records that the vendor leaves out of this answer, by their position: they show up later, or do so again. */
  hidden: number[];
  /** The page that fails, by its position; a position behind the last page fails nothing. */
  failingPage: number | undefined;
  /** What is odd about one answer, by its position among those of the poll. */
  odd: { page: number; how: OddAnswer } | undefined;
  /** How wrong the local clock is, in years. */
  clockOff: number;
  /** The poll is cut off when it is about to store its state. */
  lost: boolean;
}

export const damages = ["version", "kind", "cut", "foreign"] as const;
export type Damage = (typeof damages)[number];

export interface PollResult<Lists> {
  lists: Lists;
  polledNoChanges: boolean;
  warnings: string[];
  /** The odd answer that the poll was given, if it was. */
  odd: OddAnswer | undefined;
}

/** A vendor, a trigger that polls it, and the platform's stored state. A poll that fails gives undefined. */
export interface World<Item, Lists> {
  /** What is stored. */
  state(): string;
  put(item: Item): void;
  remove(id: string): void;
  damage(how: Damage): void;
  poll(conditions: Conditions): Promise<PollResult<Lists> | undefined>;
}

const often = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 2, nil: undefined });

/** Numbers that pick one of what there is at that moment. */
const pick = fc.nat(1000);

const conditions: fc.Arbitrary<Conditions> = fc.record({
  pageSize: fc.constantFrom(1, 2, 3, 5, 100),
  shuffle: often(fc.nat(2 ** 31)),
  repeated: fc.array(pick, { maxLength: 3 }),
  hidden: fc.oneof(
    { weight: 4, arbitrary: fc.constant<number[]>([]) },
    { weight: 1, arbitrary: fc.array(pick, { maxLength: 2 }) },
  ),
  failingPage: fc.option(fc.nat(4), { freq: 6, nil: undefined }),
  odd: fc.option(
    fc.record({
      page: fc.nat(3),
      how: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...refusedAnswers) },
        { weight: 4, arbitrary: fc.constantFrom(...borneAnswers) },
        { weight: 1, arbitrary: fc.constant("endless" as const) },
      ),
    }),
    { freq: 4, nil: undefined },
  ),
  clockOff: fc.constantFrom(0, 0, -30, 30),
  lost: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
});

/** A poll with which nothing goes wrong. */
const fair: Conditions = {
  pageSize: 100,
  shuffle: undefined,
  repeated: [],
  hidden: [],
  failingPage: undefined,
  odd: undefined,
  clockOff: 0,
  lost: false,
};

const pollStep = fc.record({ step: fc.constant("poll" as const), conditions });
const damageStep = fc.record({ step: fc.constant("damage" as const), how: fc.constantFrom(...damages) });

/** Numbers that look random and repeat with the seed. */
const chance = (seed: number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 8) / 2 ** 24;
  };
};

export const shuffled = <Item>(items: readonly Item[], seed: number): Item[] => {
  const next = chance(seed);
  return items
    .map((item) => ({ item, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
};

const at = <Item>(items: Iterable<Item>, index: number): Item | undefined => {
  const all = [...items];
  return all[index % Math.max(1, all.length)];
};

/** The records that an answer holds under these conditions, in the vendor's order. */
export const listedUnder = <Item>(records: Iterable<Item>, { hidden }: Conditions): Item[] => {
  const all = [...records];
  const left = new Set(hidden.map((position) => position % Math.max(1, all.length)));
  return all.filter((_, position) => !left.has(position));
};

const isBaseline = (warning: string) => warning.includes("A new baseline is taken");

const saysThatMoreFollow = (warning: string) => warning.includes("the rest by the next polls");

const isOfSkipped = (warning: string) => warning.includes("skipped:");

/** Polls, and checks what holds for every poll: what fails stores nothing, and no answer is believed that is none. */
const pollOf = async <Item, Lists>(world: World<Item, Lists>, conditions: Conditions) => {
  const before = world.state();
  const result = await world.poll(conditions);
  if (!result && world.state() !== before) throw new Error("The poll failed, and its state has changed.");
  if (result && isRefused(result.odd)) throw new Error(`The poll took something from an answer that is ${result.odd}.`);
  return result;
};

const checkNothingLeft = async <Item, Lists>(world: World<Item, Lists>) => {
  const last = await pollOf(world, fair);
  expect(last?.polledNoChanges).toBe(true);
};

const countOf = ({ warnings }: PollResult<unknown>) => ({
  baselines: warnings.filter(isBaseline).length,
  parts: warnings.filter(saysThatMoreFollow).length,
  skipped: warnings.filter(isOfSkipped).length,
  all: warnings.length,
});

// ---- Lists whose records are created, changed and deleted

export interface Listed {
  id: string;
  content: number;
  /** Changes that are no news. */
  volatile: number;
}

export type ListStep =
  | { step: "create"; which: number; content: number }
  | { step: "change"; which: number; content: number }
  | { step: "touch"; which: number; volatile: number }
  | { step: "delete"; which: number }
  | { step: "damage"; how: Damage }
  | { step: "poll"; conditions: Conditions };

/** Few ids and contents, so that records are often re-created and changed back. */
const content = fc.nat(3);

export const listHistory: fc.Arbitrary<ListStep[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ step: fc.constant("create" as const), which: fc.nat(11), content }) },
    { weight: 4, arbitrary: fc.record({ step: fc.constant("change" as const), which: pick, content }) },
    { weight: 2, arbitrary: fc.record({ step: fc.constant("touch" as const), which: pick, volatile: fc.nat(9) }) },
    { weight: 3, arbitrary: fc.record({ step: fc.constant("delete" as const), which: pick }) },
    { weight: 1, arbitrary: damageStep },
    { weight: 7, arbitrary: pollStep },
  ),
  { maxLength: 40, size: "max" },
);

export type ListDelivery = {
  created: Listed[];
  updated: Listed[];
};

const inOrder = <Item>(items: Item[], compare: (a: Item, b: Item) => number) => [...items].sort(compare);

const idNumber = ({ id }: { id: string }) => Number(/\d+$/.exec(id)?.[0]);

/**
 * Plays a history and checks each poll: created and changed since the last poll that went through, once each. After a
 * fair poll at its end nothing is left.
 */
export const playList = async (
  history: ListStep[],
  world: World<Listed, ListDelivery>,
  idOf: (number: number) => string,
): Promise<void> => {
  const records = new Map<string, Listed>();
  let known: Map<string, number> | undefined;
  let firstPoll = true;

  const put = (record: Listed) => {
    records.set(record.id, record);
    world.put({ ...record });
  };

  const checkPoll = async (conditions: Conditions) => {
    const result = await pollOf(world, conditions);
    if (!result) return;
    const before = known;
    const listed = listedUnder(records.values(), conditions);
    const expected = (isExpected: (record: Listed) => boolean) =>
      inOrder(listed.filter(isExpected), (a, b) => idNumber(a) - idNumber(b));
    const created = expected(({ id }) => before !== undefined && !before.has(id));
    const updated = expected(({ id, content }) => before?.has(id) === true && before.get(id) !== content);
    const baselines = before === undefined && !firstPoll ? 1 : 0;
    const skipped = result.odd === "strangers" ? 1 : 0;
    const { lists, polledNoChanges } = result;
    expect({ lists, polledNoChanges, warnings: countOf(result) }).toEqual({
      lists: { created, updated },
      polledNoChanges: created.length + updated.length === 0,
      warnings: { baselines, parts: 0, skipped, all: baselines + skipped },
    });
    known = new Map(listed.map(({ id, content }) => [id, content]));
    firstPoll = false;
  };

  for (const step of history) {
    const record = "which" in step ? at(records.values(), step.which) : undefined;
    if (step.step === "create") {
      const id = idOf(step.which);
      if (!records.has(id)) put({ id, content: step.content, volatile: 0 });
    }
    if (step.step === "change" && record) put({ ...record, content: step.content });
    if (step.step === "touch" && record) put({ ...record, volatile: step.volatile });
    if (step.step === "delete" && record) {
      records.delete(record.id);
      world.remove(record.id);
    }
    if (step.step === "damage" && known) {
      world.damage(step.how);
      known = undefined;
    }
    if (step.step === "poll") await checkPoll(step.conditions);
  }
  await checkPoll(fair);
  await checkNothingLeft(world);
};

// ---- Lists that grow in time

export interface Timed {
  id: string;
  /** Milliseconds; undefined for a record without a time. */
  time: number | undefined;
}

export type TimedStep =
  | { step: "wait"; seconds: number }
  | { step: "create"; count: number; skew: number }
  | { step: "burst"; count: number; gap: number }
  | { step: "late"; behind: number }
  | { step: "future"; years: number }
  | { step: "timeless" }
  | { step: "delete"; which: number }
  | { step: "damage"; how: Damage }
  | { step: "poll"; conditions: Conditions };

export interface TimedOptions {
  overlapMinutes: number;
  newest: number;
  newestFirst: boolean;
  /** The vendor leaves out what is outside the times that it is asked for. */
  filters: boolean;
  /** The most new records of one poll; undefined for more than a history has. */
  mostNew: number | undefined;
  /** In seconds after the start of the history; undefined for a baseline. */
  since: number | undefined;
}

export const timedOptions: fc.Arbitrary<TimedOptions> = fc.record({
  overlapMinutes: fc.constantFrom(0, 1, 10, 60),
  newest: fc.integer({ min: 1, max: 5 }),
  newestFirst: fc.boolean(),
  filters: fc.boolean(),
  mostNew: often(fc.constantFrom(1, 3, 10, 20)),
  since: often(fc.nat(3600)),
});

const seconds = fc.oneof(fc.constant(0), fc.nat(30), fc.nat(7200));

export const timedHistory: fc.Arbitrary<TimedStep[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ step: fc.constant("wait" as const), seconds }) },
    {
      weight: 6,
      arbitrary: fc.record({
        step: fc.constant("create" as const),
        count: fc.integer({ min: 1, max: 3 }),
        skew: fc.oneof(fc.constant(0), fc.integer({ min: -90, max: 90 })),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        step: fc.constant("burst" as const),
        count: fc.integer({ min: 4, max: 20 }),
        gap: fc.constantFrom(0, 1, 20, 600),
      }),
    },
    { weight: 4, arbitrary: fc.record({ step: fc.constant("late" as const), behind: seconds }) },
    {
      weight: 1,
      arbitrary: fc.record({ step: fc.constant("future" as const), years: fc.integer({ min: 1, max: 90 }) }),
    },
    { weight: 1, arbitrary: fc.record({ step: fc.constant("timeless" as const) }) },
    { weight: 2, arbitrary: fc.record({ step: fc.constant("delete" as const), which: pick }) },
    { weight: 1, arbitrary: damageStep },
    { weight: 8, arbitrary: pollStep },
  ),
  { maxLength: 40, size: "max" },
);

export const startOfTime = Date.UTC(2026, 2, 31, 12);

const year = 365 * 86_400_000;

const secondOf = (time: number) => Math.floor(time / 1000);

/**
 * Plays a history and checks each poll: every record once at most, none of the baseline, none from before `since`, oldest
 * first; and of the others all whose time is no further behind the newest one seen than the overlap. Of a backlog a poll
 * may leave the later part to the next, if it says so; in the end nothing is left. Wrong dates, of which there are fewer
 * than the window reaches back over, are delivered like others and hide nothing.
 */
export const playTimed = async (
  history: TimedStep[],
  options: TimedOptions,
  world: World<Timed, { records: Timed[] }>,
  idOf: (number: number) => string,
): Promise<void> => {
  const records = new Map<string, Timed>();
  const wrongDates = new Set<string>();
  /** Without a time, and listed when the first poll took a part: such a poll may not have come to them. */
  const mayBeKnown = new Set<string>();
  const overlap = options.overlapMinutes * 60_000;
  const { mostNew = Number.POSITIVE_INFINITY } = options;
  const since = options.since === undefined ? undefined : startOfTime + options.since * 1000;
  let now = startOfTime;
  let created = 0;
  let known: Set<string> | undefined;
  let newestSeen = Number.NEGATIVE_INFINITY;
  let sinceHolds = since !== undefined;
  let firstPoll = true;

  const add = (time: number | undefined): Timed => {
    created += 1;
    const record = { id: idOf(created), time };
    records.set(record.id, record);
    world.put({ ...record });
    return record;
  };

  const isAfterSince = ({ time }: Timed) => !sinceHolds || since === undefined || (time !== undefined && time > since);

  const mustCome = (record: Timed): boolean => {
    const { id, time } = record;
    if (known === undefined) return firstPoll && since !== undefined && isAfterSince(record);
    if (known.has(id) || mayBeKnown.has(id)) return false;
    return time === undefined || (isAfterSince(record) && time >= newestSeen - overlap);
  };

  const mayCome = (record: Timed): boolean =>
    known === undefined
      ? mustCome(record)
      : !known.has(record.id) && (record.time === undefined || isAfterSince(record));

  const order = ({ time }: Timed) => time ?? Number.POSITIVE_INFINITY;

  const inRightOrder = (delivered: Timed[]) =>
    inOrder(delivered, (a, b) => (order(a) === order(b) ? idNumber(a) - idNumber(b) : order(a) - order(b)));

  /** What is wrong with a delivery of which these records were left: all of it has to be empty. */
  const faultsOf = (delivered: Timed[], left: Timed[], isPart: boolean) => {
    const times = delivered.flatMap(({ time }) => time ?? []);
    const latest = Math.max(...times);
    const beforeLastSecond = times.filter((time) => secondOf(time) < secondOf(latest));
    return {
      unwanted: delivered.filter((record) => !mayCome(record)),
      missed: left.filter(mustCome).filter((record) => !isPart || order(record) <= latest),
      tooMany: beforeLastSecond.slice(mostNew),
      stuck: isPart && times.length === 0 ? left : [],
    };
  };

  const withoutFaults = { unwanted: [], missed: [], tooMany: [], stuck: [] };

  /** Of a backlog, a poll also reads what it leaves to the next one, and says nothing of that. */
  const skippedIn = (result: PollResult<unknown>) => {
    const { skipped } = countOf(result);
    return result.odd !== "strangers" || (mostNew < Number.POSITIVE_INFINITY && skipped === 0) ? 0 : 2;
  };

  /** Gives whether a part was delivered; undefined for a poll that failed. */
  const checkPoll = async (conditions: Conditions): Promise<boolean | undefined> => {
    const result = await pollOf(world, conditions);
    if (!result) return undefined;
    const delivered = result.lists.records;
    const listed = listedUnder(records.values(), conditions);
    const ids = new Set(delivered.map(({ id }) => id));
    const left = listed.filter(({ id }) => !ids.has(id));
    const isPart = result.warnings.some(saysThatMoreFollow);
    const baselines = known === undefined && !firstPoll ? 1 : 0;
    const skipped = skippedIn(result);
    expect({
      delivered,
      ...faultsOf(delivered, left, isPart),
      polledNoChanges: result.polledNoChanges,
      warnings: countOf(result),
    }).toEqual({
      delivered: inRightOrder([...ids].map((id) => records.get(id) as Timed)),
      ...withoutFaults,
      polledNoChanges: delivered.length === 0,
      warnings: { baselines, parts: Number(isPart), skipped, all: baselines + Number(isPart) + skipped },
    });
    if (known === undefined) {
      newestSeen = Number.NEGATIVE_INFINITY;
      sinceHolds = firstPoll && since !== undefined;
      known = new Set(listed.filter((record) => !isPart || !isAfterSince(record)).map(({ id }) => id));
      if (isPart) {
        for (const { id, time } of listed) if (time === undefined && known.delete(id)) mayBeKnown.add(id);
      }
    }
    for (const id of ids) known.add(id);
    for (const { id, time } of listed) {
      if (isPart && !known.has(id)) continue;
      if (time !== undefined && !wrongDates.has(id)) newestSeen = Math.max(newestSeen, time);
    }
    firstPoll = false;
    return isPart;
  };

  const create = (count: number, skew: number, gap = 0) => {
    for (let index = 0; index < count; index += 1) add(now + (skew + index * gap) * 1000);
  };

  for (const step of history) {
    if (step.step === "wait") now += step.seconds * 1000;
    if (step.step === "create") create(step.count, step.skew);
    if (step.step === "burst") {
      create(step.count, 0, step.gap);
      now += step.count * step.gap * 1000;
    }
    if (step.step === "late") add(now - step.behind * 1000);
    if (step.step === "future" && wrongDates.size < options.newest - 1) wrongDates.add(add(now + step.years * year).id);
    if (step.step === "timeless") add(undefined);
    if (step.step === "delete") {
      const record = at(records.values(), step.which);
      if (record) world.remove(record.id);
      if (record) records.delete(record.id);
    }
    if (step.step === "damage" && known) {
      world.damage(step.how);
      known = undefined;
    }
    if (step.step === "poll") await checkPoll(step.conditions);
  }
  // A part holds one record at least, so that this comes to its end.
  while (await checkPoll(fair));
  await checkNothingLeft(world);
};
