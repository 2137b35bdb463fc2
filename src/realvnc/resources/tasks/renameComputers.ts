/** Gives many computers new names. */
import { SpectralError } from "@prismatic-io/spectral";
import { limits } from "../../../../generated/realvnc.limits";
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
import { checkText } from "../../../platform/inputs";
import { type Row, tableInput } from "../../../platform/tableInput";
import { combine } from "../../client";
import type { Entry } from "../../duplicates";
import { exampleIds } from "../../vocabulary";
import { entries } from "../computers";
import { computersByName, filledIn } from "./lookup";

interface Rename {
  action: "rename";
  /** Blank where no computer has the name. */
  entryId: string;
  /** The name by then, with the renames before this one done. */
  name: string;
  newName: string;
}

type Line = Row<"currentName" | "newName">;

const nameForm = { ...limits.UpdateEntryRequest.name, format: "a name with more than punctuation" };

/** Plans a rename, and does it in `team`, so that the next line finds the names that it will find. */
const planned = (team: ReturnType<typeof computersByName>, { currentName, newName }: Line): Rename | Told<Rename> => {
  const rename: Rename = { action: "rename", entryId: "", name: currentName, newName };
  try {
    checkText("newName", filledIn(newName, "newName is blank."), nameForm);
    const entry = team.one(filledIn(currentName, "currentName is blank."));
    const { entryId = "", name } = entry;
    if (name === newName) return { ...rename, entryId, outcome: "skipped", reason: "It has this name already." };
    const holder = team.find(newName).find((other) => other.name === newName);
    if (holder) throw new SpectralError(`Another computer has the name ${newName} by then: ${holder.entryId}.`);
    team.replace(entry, { ...entry, name: newName });
    return { ...rename, entryId };
  } catch (error) {
    return failedOf(rename, error);
  }
};

const planOf = (team: readonly Entry[], lines: readonly Line[]): ChangePlan<Rename> => {
  const byName = computersByName(team);
  return planFrom(lines.map((line) => planned(byName, line)));
};

const renameComputers = combine({
  label: "Rename Computers",
  description:
    "Rename many computers, which the API calls entries, in the order of the list, and report each. A name that an earlier line sets free can be given by a later one.",
  operations: ["GET /1.0/entries", "PATCH /1.0/entries/{entryId}"],
  inputs: {
    renames: tableInput(
      {
        label: "Renames",
        comments:
          "One line for each computer: its current name, a comma, its new name. There is no header; a name with a comma stands in quotes. Or JSON rows with currentName and newName. A current name counts without regard to case.",
        example: 'TILL-7,TILL-8\n"Front desk, left",FRONT-DESK-1',
        required: true,
      },
      { columns: ["currentName", "newName"], needed: ["currentName", "newName"], headless: true },
    ),
    ...bounds,
  },
  run: (rv, { renames, ...limits }) => {
    const notRenamed = new Set<string>();
    return carryOut(
      limits,
      async () => planOf(renames.length > 0 ? await entries.all(rv) : [], renames),
      async ({ entryId, newName: name }) => {
        if (notRenamed.has(entryId)) throw new NoLongerDue("An earlier rename of this computer failed.");
        notRenamed.add(entryId);
        await rv.request("PATCH /1.0/entries/{entryId}", { path: { entryId }, body: { name } });
        notRenamed.delete(entryId);
      },
    );
  },
  output: reportSchema({
    action: { type: "string", enum: ["rename"] },
    entryId: { type: "string" },
    name: { type: "string" },
    newName: { type: "string" },
  }),
  example: exampleReport<Rename>([
    {
      action: "rename",
      entryId: exampleIds.entry,
      name: "TILL-7",
      newName: "TILL-8",
      outcome: "planned",
    },
    {
      action: "rename",
      entryId: "",
      name: "FRONT-DESK",
      newName: "FRONT-DESK-1",
      outcome: "failed",
      reason: "No computer has the name FRONT-DESK.",
    },
  ]),
});

export const actions = { renameComputers };
