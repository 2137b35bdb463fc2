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

export const groupAnswer = (group: Group): Schema<"Group"> => ({
  id: group.id,
  name: group.name,
  members: [...group.members],
  etag: etagOf(group),
  lastModifiedAt: group.lastModifiedAt,
});

/** The group as one that is just being changed. */
export const touch = (group: Group, now: Date): Group =>
  Object.assign(group, { version: group.version + 1, lastModifiedAt: now.getTime() });
