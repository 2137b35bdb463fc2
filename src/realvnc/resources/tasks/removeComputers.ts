/** Takes many computers out of the team, by name or ID. */
import { InputError } from "../../../http/errors";
import {
  bounds,
  type ChangePlan,
  carryOut,
  exampleReport,
  failedOf,
  NoLongerDue,
  planFrom,
  reportSchema,
  type Told,
} from "../../../platform/carryOut";
import { isAlike } from "../../../platform/findOne";
import { lineListInput } from "../../../platform/listInputs";
import { combine, type RealVncClient } from "../../client";
import type { Entry } from "../../duplicates";
import { exampleIds, ids } from "../../vocabulary";
import { entries } from "../computers";
import { computersByName, readAgain, removeRead } from "./lookup";

interface Removal {
  action: "remove";
  /** Blank where no computer has the name. */
  entryId: string;
  /** As it was given; blank for one that was named by its ID. */
  name: string;
}

const named = (team: readonly Entry[], names: readonly string[]): (Removal | Told<Removal>)[] => {
  const byName = computersByName(team);
  return names.map((name) => {
    const removal: Removal = { action: "remove", entryId: "", name };
    try {
      return { ...removal, entryId: byName.one(name).entryId ?? "" };
    } catch (error) {
      return failedOf(removal, error);
    }
  });
};

const planOf = (team: readonly Entry[], names: readonly string[], ids: readonly string[]): ChangePlan<Removal> => {
  const listed = new Set<string>();
  const removals = [...named(team, names), ...ids.map((entryId): Removal => ({ action: "remove", entryId, name: "" }))];
  return planFrom(
    removals.map((removal): Removal | Told<Removal> => {
      if ("outcome" in removal || !listed.has(removal.entryId)) {
        listed.add(removal.entryId);
        return removal;
      }
      return { ...removal, outcome: "skipped", reason: "It stands in the list already." };
    }),
  );
};

const removeByName = async (rv: RealVncClient, entryId: string, name: string) => {
  const { entry } = await readAgain(rv, entryId);
  if (!isAlike(entry.name, name)) throw new NoLongerDue("It was renamed in the meantime.");
  await removeRead(rv, entryId);
};

const removeComputers = combine({
  label: "Remove Computers",
  description:
    "Remove many computers, which the API calls entries, from the team by their names or IDs, and report each. With IDs alone nothing is read, and DELETE_ENTRY is all that is needed.",
  irreversible: "when Dry Run is off",
  operations: ["GET /1.0/entries", "GET /1.0/entries/{entryId}", "DELETE /1.0/entries/{entryId}"],
  inputs: {
    names: lineListInput(
      {
        label: "Names",
        comments:
          "The computers by their whole names, one a line, or a list. Upper and lower case count only where two names differ in nothing else. Blank: none by name.",
        example: "TILL-7\nFront desk, left",
      },
      (name) => name,
    ),
    entryIds: ids.entry.several("The computers by their IDs, one a line in a text, or a list. Blank: none by ID.", {
      label: "Computer IDs",
    }),
    ...bounds,
  },
  run: (rv, { names = [], entryIds = [], ...limits }) => {
    if (names.length + entryIds.length === 0) {
      throw new InputError("Names", "at least one name, or an ID in Computer IDs, is needed.");
    }
    return carryOut(
      limits,
      async () => planOf(names.length > 0 ? await entries.all(rv) : [], names, entryIds),
      ({ entryId, name }) =>
        name === ""
          ? rv.request("DELETE /1.0/entries/{entryId}", { path: { entryId } })
          : removeByName(rv, entryId, name),
    );
  },
  output: reportSchema({
    action: { type: "string", enum: ["remove"] },
    entryId: { type: "string" },
    name: { type: "string" },
  }),
  example: exampleReport<Removal>([
    { action: "remove", entryId: exampleIds.entry, name: "TILL-7", outcome: "planned" },
    {
      action: "remove",
      entryId: "",
      name: "Front desk, left",
      outcome: "failed",
      reason: "No computer has the name Front desk, left.",
    },
  ]),
});

export const actions = { removeComputers };
