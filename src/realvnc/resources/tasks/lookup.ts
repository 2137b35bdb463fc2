/** Records as lists and tables name them: by name, by e-mail address or by ID. */
import { SpectralError } from "@prismatic-io/spectral";
import { ApiError } from "../../../http/errors";
import type { Exchange } from "../../../http/transport";
import { NoLongerDue } from "../../../platform/carryOut";
import { foundOf, textIndex } from "../../../platform/findOne";
import { readId } from "../../../polling/order";
import type { RealVncClient } from "../../client";
import type { Entry } from "../../duplicates";
import { versionOf } from "../../versions";

interface Lookup<Item> {
  /** What a record is, in the singular and in the plural. */
  kind: [one: string, many: string];
  /** What the text is: `the name`. */
  by: string;
  text: (record: Item) => string | undefined;
  id: (record: Item) => string | undefined;
}

/** Tells the records of a list that can be named by their IDs: the others are none. */
export const withId =
  <Item>(id: (record: Item) => string | undefined) =>
  (record: Item): boolean =>
    readId(record, id) !== undefined;

/**
 * Many records, to find the one of them that has a text, without regard to case; an error says that there is none, or names
 * those that have it. A record that comes on two pages is one, and one without an ID is none.
 */
export const lookupIn = <Item>(records: readonly Item[], { kind, by, text, id }: Lookup<Item>) => {
  const distinct = new Map(records.filter(withId(id)).map((record) => [id(record), record]));
  const { find, replace } = textIndex([...distinct.values()], text);
  const one = (sought: string): Item => {
    const { record } = foundOf(find(sought), { kind, has: `${by} ${sought}`, idOf: id }, { fail: true });
    return record as Item;
  };
  return { one, find, replace };
};

/** The computers of a team, by name. */
export const computersByName = (team: readonly Entry[]) =>
  lookupIn<Entry>(team, {
    kind: ["computer", "computers"],
    by: "the name",
    text: ({ name }) => name,
    id: ({ entryId }) => entryId,
  });

/** The text of a cell; throws with this reason where it is blank. */
export const filledIn = (text: string, reason: string): string => {
  if (text === "") throw new SpectralError(reason);
  return text;
};

const isGone = (error: unknown) => error instanceof ApiError && error.status === 404;

/** What a request gives; throws `NoLongerDue` where its computer has gone. */
const unlessGone = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
  try {
    return await asked;
  } catch (error) {
    throw isGone(error) ? new NoLongerDue("It is not there any more.") : error;
  }
};

/** A computer as it is now, and its version. Throws `NoLongerDue` when it has gone. */
export const readAgain = async (rv: RealVncClient, entryId: string): Promise<{ entry: Entry; etag?: string }> => {
  const exchange = await unlessGone(rv.exchange("GET /1.0/entries/{entryId}", { path: { entryId } }));
  const entry: Entry = exchange.body;
  if (entry.entryId !== entryId) throw new SpectralError("RealVNC Connect answered with another computer, or none.");
  return { entry, etag: versionOf(exchange as Exchange<object>) };
};

/** Removes a computer that was there just now. Throws `NoLongerDue` when it has gone since. */
export const removeRead = (rv: RealVncClient, entryId: string): Promise<unknown> =>
  unlessGone(rv.request("DELETE /1.0/entries/{entryId}", { path: { entryId } }));
