/** Everything that a new user of the company needs, in one step. */
import { SpectralError } from "@prismatic-io/spectral";

import { limits } from "../../../../generated/teamviewer.limits";
import { failedOf, type Told } from "../../../platform/carryOut";
import { matching } from "../../../platform/findOne";
import { passwordInput, textInput } from "../../../platform/inputs";
import { combine, type TeamViewerClient } from "../../client";
import { emailForm } from "../../inputs";
import { ids } from "../../vocabulary";
import { exampleUser, users } from "../users";

interface Step {
  step: "create user" | "assign role" | "add to user group";
  /** The role or the user group, by its ID. */
  target: string;
}

type User = Awaited<ReturnType<typeof users.all>>[number];

const accountOf = ({ id = "" }: User): number => Number(id.replace(/^u/, ""));

/** Role and groups are given by the ID: without one there is nothing to give them to. */
const requireId = (user: User, created: boolean) => {
  if (accountOf(user) > 0) return;
  const done = created ? "The user was created, but" : "The user is there, but";
  throw new SpectralError(`${done} TeamViewer tells no ID. Give the role and the user groups by hand.`);
};

/** Tells of a step instead of stopping at it: what was done before is not lost. */
const taken = async (step: Step, work: () => Promise<unknown>): Promise<Told<Step>> => {
  try {
    await work();
    return { ...step, outcome: "done" };
  } catch (error) {
    return failedOf(step, error);
  }
};

const assignRole = (tv: TeamViewerClient, user: User, UserRoleId: string) =>
  taken({ step: "assign role", target: UserRoleId }, () =>
    tv.request("POST /userroles/assign/account", { body: { UserIds: [user.id ?? ""], UserRoleId } }),
  );

const joinGroup = (tv: TeamViewerClient, user: User, groupId: number) =>
  taken({ step: "add to user group", target: String(groupId) }, () =>
    tv.request("POST /usergroups/{groupId}/members", { path: { groupId }, body: [accountOf(user)] }),
  );

const presentUser = async (tv: TeamViewerClient, email: string): Promise<User | undefined> =>
  matching(await users.all(tv, { query: { email, full_list: true } }), email, (user) => user.email)[0];

const onboardUser = combine({
  label: "Onboard User",
  description:
    "Create a user of the company with a role and as a member of user groups. A user who is there already is not created again, but gets the role and the groups. The answer tells each step; one that fails does not stop the others.",
  operations: ["GET /users", "POST /users", "POST /userroles/assign/account", "POST /usergroups/{groupId}/members"],
  inputs: {
    email: textInput({
      label: "User Email",
      comments: "The e-mail address that the user signs in with, 6 to 100 characters.",
      example: "jan.nowak@example.com",
      ...emailForm,
      ...limits.UsersPostParameters.email,
      required: true,
    }),
    name: textInput({
      label: "User Name",
      comments: "The display name, 2 to 50 characters.",
      example: "Jan Nowak",
      ...limits.UsersPostParameters.name,
      required: true,
    }),
    language: textInput({
      label: "User Language",
      comments: "The language of the user's e-mails, as a code of 2 to 10 characters such as en or pt-BR.",
      example: "en",
      ...limits.UsersPostParameters.language,
      required: true,
    }),
    password: passwordInput({
      label: "User Password",
      comments: "The password of a new user. Blank: TeamViewer sends the user an e-mail to set one.",
    }),
    userRoleId: ids.userRole.optional(
      "The GUID of the user role. Blank: the company's predefined role for a new user, no other for one who is there.",
    ),
    userGroupIds: ids.userGroup.several("The user groups that the user becomes a member of. Blank: none.", {
      label: "User Group IDs",
    }),
  },
  run: async (tv, { userRoleId, userGroupIds = [], ...fields }) => {
    const present = await presentUser(tv, fields.email.trim());
    const created = present === undefined;
    const user = present ?? (await tv.request("POST /users", { body: { ...fields, userRoleId } }));
    requireId(user, created);
    const steps: Told<Step>[] = [
      created
        ? { step: "create user", target: String(user.id), outcome: "done" }
        : { step: "create user", target: String(user.id), outcome: "skipped", reason: "The user is there already." },
    ];
    if (present && userRoleId) steps.push(await assignRole(tv, user, userRoleId));
    for (const groupId of userGroupIds) steps.push(await joinGroup(tv, user, groupId));
    return { created, user, steps };
  },
  output: JSON.stringify({
    type: "object",
    properties: {
      created: { type: "boolean" },
      user: { $ref: "GetUserResponse" },
      steps: {
        type: "array",
        items: {
          type: "object",
          properties: {
            step: { type: "string", enum: ["create user", "assign role", "add to user group"] },
            target: { type: "string" },
            outcome: { type: "string", enum: ["done", "failed", "skipped"] },
            reason: { type: "string" },
          },
        },
      },
    },
  }),
  example: {
    created: true,
    user: exampleUser,
    steps: [
      { step: "create user" as const, target: "u23456789", outcome: "done" as const },
      { step: "add to user group" as const, target: "1001", outcome: "done" as const },
    ],
  },
});

export const actions = { onboardUser };
