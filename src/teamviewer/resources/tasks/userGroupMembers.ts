/** Makes the members of a user group those of a list. */
import { InputError } from "../../../http/errors";
import { bounds, carryOut, reportSchema, type Told } from "../../../platform/carryOut";
import { valueListInput } from "../../../platform/listInputs";
import { combine, type TeamViewerClient } from "../../client";
import { ids } from "../../vocabulary";
import { userGroupMembers } from "../userGroups";
import { users } from "../users";

/** One member more or fewer. */
interface Membership {
  action: "add" | "remove";
  email: string;
  name: string;
  /** 0 where no user of the company has the address. */
  accountId: number;
}

type User = Awaited<ReturnType<typeof users.all>>[number];

const accountOf = ({ id = "" }: User): number => Number(id.replace(/^u/, ""));
const folded = (email = "") => email.trim().toLowerCase();

const added = (user: User): Membership => ({
  action: "add",
  email: user.email ?? "",
  name: user.name ?? "",
  accountId: accountOf(user),
});

const unknown = (email: string): Told<Membership> => ({
  ...{ action: "add", email, name: "", accountId: 0 },
  outcome: "skipped",
  reason: "No user of the company has this e-mail address.",
});

const planOf = async (tv: TeamViewerClient, groupId: number, emails: string[]) => {
  const company = await users.all(tv, { query: { full_list: true } });
  const members = await userGroupMembers.all(tv, { path: { groupId } });
  const byEmail = new Map(company.filter(accountOf).map((user) => [folded(user.email), user]));
  const byAccount = new Map(company.map((user) => [accountOf(user), user]));
  const wanted = [...new Set(emails.map(folded))];
  const found = wanted.flatMap((email) => byEmail.get(email) ?? []);
  if (found.length === 0) {
    throw new InputError("Emails", "no user of the company has any of these addresses. Nothing was changed.");
  }
  const present = new Set(members.map(({ accountId }) => accountId));
  const staying = new Set(found.map(accountOf));
  const leaving = members.filter(({ accountId }) => accountId !== undefined && !staying.has(accountId));
  return {
    due: [
      ...found.filter((user) => !present.has(accountOf(user))).map(added),
      ...leaving.map(({ accountId = 0, name = "" }): Membership => {
        return { action: "remove", email: byAccount.get(accountId)?.email ?? "", name, accountId };
      }),
    ],
    settled: wanted.filter((email) => !byEmail.has(email)).map(unknown),
  };
};

const matchUserGroupMembers = combine({
  label: "Match User Group Members",
  description:
    "Make the members of a user group exactly the users with the given e-mail addresses: who is missing is added, who is not listed is removed, and addresses that no user of the company has are told.",
  operations: [
    "GET /users",
    "GET /usergroups/{groupId}/members",
    "POST /usergroups/{groupId}/members",
    "DELETE /usergroups/{groupId}/members/{accountId}",
  ],
  inputs: {
    userGroupId: ids.userGroup.required("The user group, by its number."),
    emails: valueListInput(
      {
        label: "Emails",
        comments: "The e-mail addresses of all who are to be members. An empty list is refused.",
        example: "jan.nowak@example.com",
        required: true,
      },
      (address) => address,
    ),
    ...bounds,
  },
  run: (tv, { userGroupId: groupId, emails, ...limits }) =>
    carryOut(
      limits,
      () => planOf(tv, groupId, emails),
      ({ action, accountId }) =>
        action === "add"
          ? tv.request("POST /usergroups/{groupId}/members", { path: { groupId }, body: [accountId] })
          : tv.request("DELETE /usergroups/{groupId}/members/{accountId}", { path: { groupId, accountId } }),
    ),
  output: reportSchema({
    action: { type: "string", enum: ["add", "remove"] },
    email: { type: "string" },
    name: { type: "string" },
    accountId: { type: "integer" },
  }),
  example: {
    dryRun: true,
    planned: 2,
    done: 0,
    failed: 0,
    skipped: 1,
    items: [
      {
        action: "add",
        email: "jan.nowak@example.com",
        name: "Jan Nowak",
        accountId: 23456789,
        outcome: "planned",
      },
      { action: "remove", email: "ewa.lis@example.com", name: "Ewa Lis", accountId: 34567890, outcome: "planned" },
      {
        action: "add",
        email: "nobody@example.com",
        name: "",
        accountId: 0,
        outcome: "skipped",
        reason: "No user of the company has this e-mail address.",
      },
    ],
  },
});

export const actions = { matchUserGroupMembers };
