/** Members of the TeamSpeak server: whoever has been on it, known by a client unique identifier. */
import { concurrently } from "../../http/concurrently";
import { byLengthOfUrl } from "../../http/portions";
import { type Member, membersIn } from "../answers";
import { combine } from "../client";
import { memberIds } from "../inputs";
import { exampleMemberId } from "../vocabulary";

export const exampleMember: Member = {
  cldbid: 214,
  clientUniqueIdentifier: exampleMemberId,
  clientNickname: "Orsila",
  clientCreated: 1714557600,
  clientLastconnected: 1764183900,
  clientTotalconnections: 371,
  serverGroups: [{ sgid: 12, name: "Raider" }],
};

const operation = "GET /members";

const listMembers = combine({
  label: "List Members",
  description:
    "Look up members by their client unique identifiers, any number of them, with their server groups. The members come in the order that they are asked for; notFound lists the IDs that TSManage has no member for. Times are UNIX seconds.",
  operations: [operation],
  safe: true,
  inputs: { memberIds },
  run: async (client, { memberIds }) => {
    const asked = [...new Set(memberIds)];
    const { options, nameOf } = client.transport;
    const answers = await concurrently(byLengthOfUrl(options.baseUrl, "/members", "id", asked), async (id) =>
      membersIn(
        await client.request(operation, { query: { id } }),
        nameOf(operation),
        "Nothing was used of it; try again later.",
      ),
    );
    const found = new Map(answers.flat().map((member) => [member.clientUniqueIdentifier, member]));
    return {
      members: asked.flatMap((id) => found.get(id) ?? []),
      notFound: asked.filter((id) => !found.has(id)),
    };
  },
  output: JSON.stringify({
    type: "object",
    properties: {
      members: { type: "array", items: { $ref: "Member" } },
      notFound: { type: "array", items: { type: "string" } },
    },
  }),
  example: { members: [exampleMember], notFound: ["bm9ib2R5IGhhcyB0aGlzIGlkISE="] },
});

export const actions = { listMembers };
