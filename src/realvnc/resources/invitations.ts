/** Invitations: somebody new in the team, and at once in groups. */
import { SpectralError } from "@prismatic-io/spectral";
import { InputError, messageOf } from "../../http/errors";
import type { RecordOf } from "../../http/lists";
import { isAlike } from "../../platform/findOne";
import { checkText, parsedInput } from "../../platform/inputs";
import { lineListInput } from "../../platform/listInputs";
import { combine, type RealVncClient } from "../client";
import { rolesInput, unique } from "../inputs";
import { exampleMember, exampleUserGroup } from "../vocabulary";
import { userGroups } from "./userGroups";

type Group = RecordOf<typeof userGroups>;

const label = "Groups";

/** The group that is meant. Throws an `InputError` when there is none, or several have the name. */
const groupMeant = (groups: Group[], text: string): Group => {
  const byId = groups.find(({ id }) => id === text);
  if (byId) return byId;
  const [group, ...others] = groups.filter(({ name }) => isAlike(name, text));
  if (!group) throw new InputError(label, `there is no user group with the ID or name "${text}". Nobody was invited.`);
  if (others.length > 0) {
    const all = [group, ...others].map(({ id }) => id).join(", ");
    throw new InputError(
      label,
      `several user groups have the name "${text}": give the ID of one of ${all}. Nobody was invited.`,
    );
  }
  return group;
};

const groupsMeant = async (rv: RealVncClient, texts: readonly string[] = []): Promise<Group[]> => {
  if (texts.length === 0) return [];
  const groups = (await userGroups.all(rv)).filter(Boolean);
  return unique(texts.map((text) => groupMeant(groups, text)));
};

interface Membership {
  id: string | undefined;
  name: string | undefined;
  outcome: "done" | "failed";
  reason?: string;
}

const addTo = async (rv: RealVncClient, userId: string | undefined, { id, name }: Group): Promise<Membership> => {
  const group = { id, name };
  try {
    if (!userId) throw new SpectralError("RealVNC Connect did not say which ID the new user has.");
    await rv.request("PUT /1.0/members/{userId}/groups/{groupId}", { path: { userId, groupId: id ?? "" } });
    return { ...group, outcome: "done" };
  } catch (error) {
    return { ...group, outcome: "failed", reason: messageOf(error) };
  }
};

const output = JSON.stringify({
  allOf: [
    { $ref: "TeamMember" },
    {
      type: "object",
      properties: {
        groups: {
          type: "array",
          items: {
            type: "object",
            properties: {
              id: { type: "string" },
              name: { type: "string" },
              outcome: { type: "string", enum: ["done", "failed"] },
              reason: { type: "string" },
            },
          },
        },
      },
    },
  ],
});

export const inviteUser = combine({
  label: "Invite User",
  description:
    "Invite somebody by e-mail to be a user of the team, whom the API calls a member, and put them into groups. A group that fails does not undo the invitation: groups says which failed, and why. Of its permissions LIST_USER_GROUPS and UPDATE_USER_GROUP are for Groups alone. Invitations are rate limited.",
  operations: ["POST /1.0/members", "GET /1.0/userGroups", "PUT /1.0/members/{userId}/groups/{groupId}"],
  inputs: {
    email: parsedInput(
      {
        label: "Email",
        comments: "The e-mail address to invite. Its owner must not be a member of the team yet.",
        example: exampleMember.email,
        required: true,
      },
      (text, label) => checkText(label, text, { pattern: /^[^@\s]+@[^@\s]+$/, format: "an e-mail address" }),
    ),
    roles: rolesInput("The roles that the user is to have. Administrators cannot be invited by the API."),
    groups: lineListInput(
      {
        label,
        comments:
          "User groups to put the user into, one a line, each by its ID or its name, without regard to case. An unknown or ambiguous one refuses the action before anybody is invited. Blank: none.",
        example: exampleUserGroup.name,
      },
      (text) => text,
    ),
  },
  run: async (rv, { email, roles, groups: texts }) => {
    const groups = await groupsMeant(rv, texts);
    const member = await rv.request("POST /1.0/members", { body: { email, roles: unique(roles) } });
    const memberships: Membership[] = [];
    for (const group of groups) memberships.push(await addTo(rv, member.id, group));
    return { ...member, groups: memberships };
  },
  output,
  example: {
    ...exampleMember,
    state: "INVITED" as const,
    groups: [{ id: exampleUserGroup.id, name: exampleUserGroup.name, outcome: "done" as const }],
  },
});
