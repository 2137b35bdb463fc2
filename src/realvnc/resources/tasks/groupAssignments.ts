/** Puts what a table names into groups. */
import { itemsOf } from "../../../http/pages";
import {
  bounds,
  type ChangePlan,
  carryOut,
  exampleReport,
  failedOf,
  planFrom,
  reportSchema,
  type Told,
} from "../../../platform/carryOut";
import { toPlainId } from "../../../platform/ids";
import { tableInput } from "../../../platform/tableInput";
import { combine, type RealVncClient } from "../../client";
import { membershipsIn } from "../../groups";
import { exampleIds } from "../../vocabulary";
import { entryGroups } from "../computerGroups";
import { entries } from "../computers";
import { userGroups } from "../userGroups";
import { everybody } from "../users";
import { computersByName, filledIn, lookupIn } from "./lookup";

interface Assignment {
  action: "add";
  groupName: string;
  /** Blank where the line failed. */
  groupId: string;
}

interface ComputerAssignment extends Assignment {
  /** As it was given: blank where the ID was. */
  name: string;
  /** Blank where no computer has the name. */
  entryId: string;
}

interface UserAssignment extends Assignment {
  /** As it was given: blank where the ID was. */
  email: string;
  /** Blank where no user has the address. */
  userId: string;
}

type Groups = Awaited<ReturnType<typeof userGroups.all>>;

const groupsByName = (groups: Groups) =>
  lookupIn(groups, { kind: ["group", "groups"], by: "the name", text: ({ name }) => name, id: ({ id }) => id });

/**
 * What is to be added, and of which lines nothing is: those that name nobody, and those of who is a member already.
 * `complete` finds the ID of a line that has none, and throws where there is none.
 */
const planOf = <Change extends Assignment>(
  groups: Groups,
  lines: readonly Change[],
  complete: (line: Change) => Change,
  idOf: (line: Change) => string,
): ChangePlan<Change> => {
  const byName = groupsByName(groups);
  const memberships = membershipsIn(groups);
  const listed = new Set<string>();
  const planned = (line: Change): Change | Told<Change> => {
    try {
      const { id: groupId = "" } = byName.one(filledIn(line.groupName, "GroupName is blank."));
      const change = { ...complete(line), groupId };
      const place = JSON.stringify([groupId, idOf(change)]);
      if (memberships.get(idOf(change))?.some(({ id }) => id === groupId)) {
        return { ...change, outcome: "skipped", reason: "Already in the group." };
      }
      if (listed.has(place)) return { ...change, outcome: "skipped", reason: "An earlier line says the same." };
      listed.add(place);
      return change;
    } catch (error) {
      return failedOf(line, error);
    }
  };
  return planFrom(lines.map(planned));
};

const computerPlan = async (rv: RealVncClient, lines: readonly ComputerAssignment[]) => {
  if (lines.length === 0) return { due: [] };
  const isToFind = lines.some(({ name, entryId }) => entryId === "" && name !== "");
  const [groups, team] = await Promise.all([entryGroups.all(rv), isToFind ? entries.all(rv) : []]);
  const byName = computersByName(team);
  const complete = (line: ComputerAssignment): ComputerAssignment => {
    if (line.entryId !== "") return { ...line, entryId: toPlainId(line.entryId, "EntryID") };
    return { ...line, entryId: byName.one(filledIn(line.name, "Name and EntryID are blank.")).entryId ?? "" };
  };
  return planOf(groups, lines, complete, ({ entryId }) => entryId);
};

const userPlan = async (rv: RealVncClient, lines: readonly UserAssignment[]) => {
  if (lines.length === 0) return { due: [] };
  const isToFind = lines.some(({ email, userId }) => userId === "" && email !== "");
  const [groups, team] = await Promise.all([userGroups.all(rv), isToFind ? itemsOf(everybody(rv)) : []]);
  const byEmail = lookupIn(team, {
    kind: ["user", "users"],
    by: "the e-mail address",
    text: ({ email }) => email,
    id: ({ id }) => id,
  });
  const complete = (line: UserAssignment): UserAssignment => {
    if (line.userId !== "") return { ...line, userId: toPlainId(line.userId, "UserID") };
    return { ...line, userId: byEmail.one(filledIn(line.email, "Email and UserID are blank.")).id ?? "" };
  };
  return planOf(groups, lines, complete, ({ userId }) => userId);
};

const text = { type: "string" };
const assignmentFields = { action: { ...text, enum: ["add"] }, groupName: text, groupId: text };

const tableForm = (columns: string) =>
  `CSV with the header ${columns}, all of its columns, in any order; others count for nothing. Or JSON rows with these names.`;

const addComputersToGroups = combine({
  label: "Add Computers to Groups",
  description:
    "Add many computers, which the API calls entries, to computer groups, and report each. A computer that is in the group already is left alone. LIST_ENTRIES is needed for computers without an ID only.",
  operations: ["GET /1.0/entryGroups", "GET /1.0/entries", "PUT /1.0/entries/{entryId}/groups/{entryGroupId}"],
  inputs: {
    assignments: tableInput(
      {
        label: "Assignments",
        comments: `${tableForm("GroupName,Name,EntryID")} Without an EntryID the computer's name counts. Names count as a whole, without regard to case.`,
        example: `GroupName,Name,EntryID\nTills,TILL-7,\n"Lyon, all floors",,${exampleIds.entry}`,
        required: true,
      },
      { columns: ["GroupName", "Name", "EntryID"], needed: ["GroupName"] },
    ),
    ...bounds,
  },
  run: (rv, { assignments, ...limits }) =>
    carryOut(
      limits,
      () =>
        computerPlan(
          rv,
          assignments.map(({ GroupName: groupName, Name: name, EntryID: entryId }) => {
            return { action: "add", groupName, groupId: "", name, entryId };
          }),
        ),
      ({ entryId, groupId: entryGroupId }) =>
        rv.request("PUT /1.0/entries/{entryId}/groups/{entryGroupId}", { path: { entryId, entryGroupId } }),
    ),
  output: reportSchema({ ...assignmentFields, name: text, entryId: text }),
  example: exampleReport<ComputerAssignment>([
    {
      action: "add",
      groupName: "Tills",
      groupId: exampleIds.entryGroup,
      name: "TILL-7",
      entryId: exampleIds.entry,
      outcome: "planned",
    },
    {
      action: "add",
      groupName: "Kiosks",
      groupId: "",
      name: "KIOSK-1",
      entryId: "",
      outcome: "failed",
      reason: "No group has the name Kiosks.",
    },
  ]),
});

const addUsersToGroups = combine({
  label: "Add Users to Groups",
  description:
    "Add many users, which the API calls members, to user groups, and report each. A user who is in the group already is left alone. LIST_TEAM_MEMBERS is needed for users without an ID only.",
  operations: ["GET /1.0/userGroups", "GET /1.0/members", "PUT /1.0/members/{userId}/groups/{groupId}"],
  inputs: {
    assignments: tableInput(
      {
        label: "Assignments",
        comments: `${tableForm("GroupName,Email,UserID")} Without a UserID the e-mail address counts, of users who joined and of those who are invited. Names and addresses count as a whole, without regard to case.`,
        example: `GroupName,Email,UserID\nStore managers,jan.nowak@example.com,\n"Field, north and east",,${exampleIds.user}`,
        required: true,
      },
      { columns: ["GroupName", "Email", "UserID"], needed: ["GroupName"] },
    ),
    ...bounds,
  },
  run: (rv, { assignments, ...limits }) =>
    carryOut(
      limits,
      () =>
        userPlan(
          rv,
          assignments.map(({ GroupName: groupName, Email: email, UserID: userId }) => {
            return { action: "add", groupName, groupId: "", email, userId };
          }),
        ),
      ({ userId, groupId }) => rv.request("PUT /1.0/members/{userId}/groups/{groupId}", { path: { userId, groupId } }),
    ),
  output: reportSchema({ ...assignmentFields, email: text, userId: text }),
  example: exampleReport<UserAssignment>([
    {
      action: "add",
      groupName: "Store managers",
      groupId: exampleIds.userGroup,
      email: "jan.nowak@example.com",
      userId: exampleIds.user,
      outcome: "planned",
    },
    {
      action: "add",
      groupName: "Store managers",
      groupId: exampleIds.userGroup,
      email: "nobody@example.com",
      userId: "",
      outcome: "failed",
      reason: "No user has the e-mail address nobody@example.com.",
    },
  ]),
});

export const actions = { addComputersToGroups, addUsersToGroups };
