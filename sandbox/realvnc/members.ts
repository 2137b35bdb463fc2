import { noContent, ok } from "../core/answers";
import { collection } from "../core/collection";
import { badRequest } from "../core/errors";
import type { Seeding } from "../core/families";
import { emailOf, people } from "../core/names";
import { random } from "../core/random";
import { keyed, times } from "../core/seed";
import type { AnyCall, Handlers, Schema } from "./calls";
import { outOfReach } from "./errors";
import { plainId } from "./ids";
import { linked } from "./links";
import { checkVersion, etagOf } from "./versions";

type Role = "OWNER" | "ADMIN" | "MANAGER" | "TECHNICIAN" | "USER" | "DELETED";

export interface Member {
  id: string;
  email: string;
  roles: Set<Role>;
  state: "JOINED" | "INVITED";
  version: number;
}

export interface MemberState {
  members: Map<string, Member>;
}

export const counts = { members: 24 };

export const pageSizes = { members: 10 };

type Reach = AnyCall<MemberState, typeof pageSizes>;

/** Who leads the team of Harbour Retail: an owner, two administrators, two managers. */
const leading: Role[][] = [["OWNER"], ["ADMIN"], ["ADMIN"], ["MANAGER", "TECHNICIAN"], ["MANAGER"]];

/** Those who were invited and have not joined yet: every sixth. */
const isInvited = (index: number) => index >= leading.length && index % 6 === 5;

const seedMembers = (count: number): Member[] => {
  const chance = random("members");
  return times(count, (index) => {
    const name = people[index % people.length] ?? "";
    return {
      id: plainId(chance),
      email: emailOf(name, Math.floor(index / people.length)),
      roles: new Set(leading[index] ?? (index % 3 === 0 ? ["TECHNICIAN"] : ["USER"])),
      state: isInvited(index) ? "INVITED" : "JOINED",
      version: 1,
    };
  });
};

export const seed = ({ count }: Seeding<typeof counts>): MemberState => ({
  members: keyed(seedMembers(count.members), ({ id }) => id),
});

export const members = collection({
  name: "Member",
  records: ({ store }: Reach) => store.members,
  key: ({ id }) => id,
});

const ranks: Role[] = ["DELETED", "USER", "TECHNICIAN", "MANAGER", "ADMIN", "OWNER"];

const rankOf = ({ roles }: Member) => Math.max(...[...roles].map((role) => ranks.indexOf(role)));

/** Nobody by the API; those who may are asked for in the portal. */
const isOutOfReach = (member: Member) => rankOf(member) >= ranks.indexOf("ADMIN");

export const withinReach = (call: Reach, id: string): Member => {
  const member = members.find(call, id);
  if (isOutOfReach(member)) throw outOfReach();
  return member;
};

const answerOf = (member: Member): Schema<"TeamMember"> => ({
  id: member.id,
  email: member.email,
  roles: [...member.roles],
  state: member.state,
  etag: etagOf(member),
});

const byEmail = (a: Member, b: Member) => (a.email < b.email ? -1 : 1);

const requireRoles = (roles: readonly string[]) => {
  if (roles.length === 0) throw badRequest("roles: at least one role is needed.");
};

export const handlers: Handlers<Reach> = {
  listMembers: (call) => {
    const { from = "", state = "JOINED", role = "USER" } = call.query ?? {};
    const found = members
      .list(call)
      .filter((member) => member.state === state && member.email >= from)
      .filter((member) => (role === "DELETED" ? member.roles.has(role) : rankOf(member) >= ranks.indexOf(role)))
      .sort(byEmail);
    const size = call.pageSizes.members;
    const next = found[size];
    return linked(
      { members: found.slice(0, size).map(answerOf) },
      { path: "/1.0/members", query: next && { from: next.email }, spelling: "bare" },
    );
  },
  readMember: (call) => {
    const member = members.find(call, call.path.userId);
    return ok(answerOf(member), { ETag: etagOf(member) });
  },
  inviteMember: (call) => {
    const { email, roles } = call.body;
    call.limits.invitations();
    requireRoles(roles);
    if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw badRequest(`email: '${email}' is not an e-mail address.`);
    if (members.list(call).some((member) => member.email.toLowerCase() === email.toLowerCase())) {
      throw badRequest(`email: '${email}' is a member already.`);
    }
    const id = plainId(random(call.store.newGuid()));
    const member = members.add(call, { id, email, roles: new Set(roles), state: "INVITED", version: 1 });
    return ok(answerOf(member), { ETag: etagOf(member), Location: `/1.0/members/${id}` });
  },
  updateMemberRoles: (call) => {
    const member = withinReach(call, call.path.userId);
    checkVersion(member, call.headers, true);
    requireRoles(call.body.roles);
    member.roles = new Set(call.body.roles);
    member.version += 1;
    return { ...noContent(), headers: { ETag: etagOf(member) } };
  },
  removeMember: (call) => {
    const { id } = withinReach(call, call.path.userId);
    members.remove(call, id);
    return noContent();
  },
};
