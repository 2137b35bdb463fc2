/** The tables of limits and costs: what is measured, and the numbers that the components hold to. */
import type { Component } from "../../engine/component";
import { fewAtATime } from "../../src/http/concurrently";
import { mostBytes, seconds } from "../../src/http/failure";
import { mostIdlePages } from "../../src/http/pages";
import { longestUrl } from "../../src/http/portions";
import { defaultRetryPolicy, mayRetry, type RetryFacts } from "../../src/http/retry";
import { longestWait, mostEntries } from "../../src/platform/picklist";
import { defaultMostNew } from "../../src/polling/cursor";
import { defaultMostIds } from "../../src/polling/cursorState";
import { largestState } from "../../src/polling/state";
import { teamviewerDialect } from "../../src/teamviewer/dialect";
import { placeOf } from "../reference/entry";
import { familiesOf } from "../reference/families";
import { block, link, table } from "../reference/markdown";
import type { Sources } from "../reference/pages";
import { grows } from "./growth";
import type { Sent } from "./measure/requests";
import { type InWorlds, sizes } from "./measure/worlds";

const number = (value: number): string => value.toLocaleString("en-GB");

const { budget, attemptTimeout, attempts, firstDelay, longestDelay } = defaultRetryPolicy;

/** The numbers that hold whatever the vendor is. */
export const ownLimits = (): string[] =>
  block(
    table(
      ["what", "limit", "then"],
      [
        ["all attempts and waits of one request", seconds(budget), "the step fails"],
        ["one attempt", seconds(attemptTimeout), "it is given up, and repeated where that does no harm"],
        ["attempts of one request", number(attempts), "the step fails"],
        ["one answer, unpacked", `${number(mostBytes / 1_000_000)} MB`, "the step fails: ask for less"],
        ["one URL with many values", `${number(longestUrl)} characters`, "the values go out in several requests"],
        ["pages in a row without anything new", number(mostIdlePages), "the step fails: the list does not end"],
        ["requests at once, where several are independent", number(fewAtATime), "the others wait"],
        ["entries of a dropdown", number(mostEntries), "the last line says that there are more"],
        ["time for a dropdown", seconds(longestWait), "it offers what has come by then"],
        [
          "new records of a log in one poll",
          number(defaultMostNew),
          "the oldest come first, the rest by the next polls",
        ],
        ["records in the overlap of a log", number(defaultMostIds), "the overlap is shortened, with a warning"],
        ["state of a trigger", `${largestState / 1024 / 1024} MiB, about 800,000 records`, "a warning in every poll"],
      ],
    ),
  );

/** Failures in words, each as it is known to whoever decides on another attempt. */
const failures: [words: string, facts: Omit<RetryFacts, "method">][] = [
  ["no connection, so that nothing was sent", { unsent: true }],
  ["no answer, or one that was cut off", {}],
  ["HTTP 400, 401, 403, 404, 409, 412", { status: 400 }],
  ["HTTP 408", { status: 408 }],
  ["a rate limit: HTTP 429, TeamViewer's 403 `rate_limit_reached`", { status: 429 }],
  ["TeamViewer's 403 `blocked`", { status: 403, blocked: true }],
  ["HTTP 500, 502, 504", { status: 500 }],
  ["HTTP 503 with Retry-After", { status: 503, retryAfter: "30" }],
  ["HTTP 503 without", { status: 503 }],
];

/** Which failures are repeated, by what the request does. */
export const retried = (): string[] => {
  const cell = (facts: RetryFacts) => (mayRetry(facts) ? "repeated" : "–");
  return block(
    table(
      ["failure", "reads", "PUT and DELETE", "POST and PATCH that change something"],
      failures.map(([words, facts]) => [
        words,
        cell({ method: "GET", ...facts }),
        cell({ method: "PUT", ...facts }),
        cell({ method: "POST", ...facts }),
      ]),
    ),
  );
};

/** How long waits are, and what TeamViewer's own answer for a missing licence is worth. */
export const waits = (): string[] => {
  const failed = { operation: "GET /x", requestUrl: "", baseUrl: "", connectionKey: "" };
  const worth = teamviewerDialect.attemptsFor?.({ ...failed, status: 500, error: { code: "internal_error" } });
  return block([
    `Between attempts the component waits as long as the vendor asks for, and otherwise a random time of at most ${seconds(firstDelay)}, then ${seconds(firstDelay * 2)}, ${seconds(firstDelay * 4)}, … and never more than ${seconds(longestDelay)}. A wait that would not fit into the ${seconds(budget)} ends it. TeamViewer's 500 \`internal_error\`, which stands for a missing licence too, is worth ${worth} attempts.`,
  ]);
};

/** The words that lead to each action and trigger of a component, by its key. */
const linksOf = (component: Component, { modules }: Sources): Map<string, string> => {
  const reference = (page: string) => `reference/${component.key}/${page}`;
  const actions = familiesOf(component, modules).flatMap((family) =>
    family.actions.map((action) => [action.key, link(action.display.label, placeOf(reference(family.page), action))]),
  );
  const triggers = Object.values(component.triggers).map(({ key, display }) => [
    key,
    link(display.label, `triggers/${component.key}/${key}.md#cost`),
  ]);
  return new Map([...actions, ...triggers] as [string, string][]);
};

const listed = (keys: readonly string[], links: ReadonlyMap<string, string>): string =>
  keys.map((key) => links.get(key) ?? key).join(", ");

/** Throws unless all of what is measured costs the same. */
const same = <Value>(values: readonly Value[], what: string): Value => {
  const [one, ...others] = [...new Set(values)];
  if (one === undefined || others.length > 0)
    throw new Error(`${what} cost ${[one, ...others].join(" or ")} requests.`);
  return one;
};

/** What TeamViewer's actions send: how many of them what, by kind. */
export const teamviewerActions = (component: Component, sources: Sources, sent: readonly Sent[]): string[] => {
  const links = linksOf(component, sources);
  const several = (key: string) => Object.hasOwn(grows.teamviewer, key);
  const lists = sent.flatMap(({ key, all }) => (all ? [{ key, ...all }] : []));
  const parted = sent.flatMap(({ key, portions }) => (portions ? [{ key, ...portions }] : []));
  const more = sent.filter(({ key, least }) => least !== 1 && !several(key));
  const rest = sent.filter(({ key, all, portions, least }) => !all && !portions && least === 1 && !several(key));
  const onePage = same(
    lists.map(({ onePage }) => onePage),
    "Lists of one page",
  );
  const threePages = same(
    lists.map(({ threePages }) => threePages),
    "Lists of three pages",
  );
  const of100 = same(
    parted.map(({ of100 }) => of100),
    "Portions of 100 values",
  );
  const of201 = same(
    parted.map(({ of201 }) => of201),
    "Portions of 201 values",
  );
  return block(
    table(
      ["actions", "requests", "which"],
      [
        [
          `${lists.length} lists with Fetch All`,
          `1 a page: ${onePage} for a list of one page, with Fetch All ${threePages} for one of three`,
          listed(
            lists.map(({ key }) => key),
            links,
          ),
        ],
        [
          `${parted.length} that take long lists`,
          `${of100} for 100 values, ${of201} for 201`,
          listed(
            parted.map(({ key }) => key),
            links,
          ),
        ],
        [
          `${more.length} that read first`,
          String(
            same(
              more.map(({ least }) => least),
              "Actions that read first",
            ),
          ),
          listed(
            more.map(({ key }) => key),
            links,
          ),
        ],
        [`${rest.length} others`, "1", "everything that is not named here or below"],
      ],
    ),
  );
};

interface Measured {
  inWorlds: ReadonlyMap<string, InWorlds>;
  perChange?: ReadonlyMap<string, number>;
}

/** Rows of what is measured, with what it grows with. Throws for one of which that is not written down. */
const rowsOf = (
  keys: readonly string[],
  links: ReadonlyMap<string, string>,
  words: Readonly<Record<string, string>>,
  { inWorlds, perChange }: Measured,
): string[][] =>
  keys.map((key) => {
    if (!words[key]) throw new Error(`What ${key} grows with is not written down.`);
    const counts = inWorlds.get(key)?.map(number) ?? [];
    const change = perChange?.get(key);
    return [links.get(key) ?? key, ...counts, change === undefined ? "" : number(change), words[key]];
  });

const measuredIn = sizes.map((size) => `of ${number(size)}`);

/** Actions that read or change many records, in the two sandboxes. */
export const actionCosts = (component: Component, sources: Sources, measured: Measured): string[] =>
  block(
    table(
      ["action", ...measuredIn, "a change", "what it grows with"],
      rowsOf(
        [...measured.inWorlds.keys()].filter((key) => key in component.actions),
        linksOf(component, sources),
        grows[component.key] ?? {},
        measured,
      ),
    ),
  );

/** Triggers, in a poll without news. Throws for a trigger that is not measured. */
export const triggerCosts = (component: Component, sources: Sources, measured: Measured): string[] => {
  const keys = Object.keys(component.triggers);
  const missing = keys.filter((key) => !measured.inWorlds.has(key));
  if (missing.length > 0) throw new Error(`The triggers ${missing.join(", ")} are not measured.`);
  return block(
    table(
      ["trigger", ...measuredIn, "what it grows with"],
      rowsOf(keys, linksOf(component, sources), grows[component.key] ?? {}, measured).map((row) =>
        row.filter((_, index) => index !== sizes.length + 1),
      ),
    ),
  );
};

/** The actions of RealVNC Connect by what they send with as few inputs as they can do with. */
export const realvncActions = (
  component: Component,
  sources: Sources,
  counts: ReadonlyMap<string, number>,
  several: ReadonlySet<string>,
): string[] => {
  const links = linksOf(component, sources);
  const rest = [...counts].filter(([key]) => !several.has(key));
  const ofOne = rest.filter(([, count]) => count === 1).map(([key]) => key);
  const more = rest.filter(([, count]) => count !== 1);
  return block(
    table(
      ["actions", "requests"],
      [[listed(ofOne, links), "1"], ...more.map(([key, count]) => [links.get(key) ?? key, String(count)])],
    ),
  );
};

const polls = [
  ["every 5 minutes", 288],
  ["every 15 minutes", 96],
  ["every hour", 24],
  ["every night", 1],
] as const;

/** Requests a day for lists of devices of several lengths, at the page size that was measured. */
export const sizing = (inWorlds: ReadonlyMap<string, InWorlds>): string[] => {
  const [, large] = inWorlds.get("deviceOnlineStateChanges") ?? [];
  if (!large) throw new Error("The list of devices is not measured.");
  const aPage = sizes[1] / large;
  return block(
    table(
      ["managed devices", "requests a poll", ...polls.map(([words]) => words)],
      [250, 1000, 10_000, 100_000].map((devices) => {
        const requests = Math.ceil(devices / aPage);
        return [number(devices), number(requests), ...polls.map(([, times]) => number(times * requests))];
      }),
    ),
  );
};
