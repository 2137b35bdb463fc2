import type { Schema } from "./calls";
import { etagOf } from "./versions";

/** A group of computers or of users, whose members are IDs. */
export interface Group {
  id: string;
  name: string;
  members: Set<string>;
  version: number;
  /** UNIX milliseconds. */
  lastModifiedAt: number;
}

/** Who has left the team is in none of its groups any more. */
export const membersOf = ({ members }: Group, team: ReadonlyMap<string, unknown>): string[] =>
  [...members].filter((id) => team.has(id));

export const groupAnswer = (group: Group, team: ReadonlyMap<string, unknown>): Schema<"Group"> => ({
  id: group.id,
  name: group.name,
  members: membersOf(group, team),
  etag: etagOf(group),
  lastModifiedAt: group.lastModifiedAt,
});

/** The group as one that is just being changed. */
export const touch = (group: Group, now: Date): Group =>
  Object.assign(group, { version: group.version + 1, lastModifiedAt: now.getTime() });
