/** All families of operations, put together to one store and one set of handlers. */
import {
  type AnyHandlers,
  type CountsOf,
  type Family,
  merge,
  type PageSizesOf,
  type StateOf,
  seedAll,
} from "../core/families";
import * as audit from "./audit";
import * as sessions from "./auth/handlers";
import type { AnyCall, Handlers } from "./calls";
import * as entries from "./entries";
import * as entryGroups from "./entryGroups";
import * as members from "./members";
import * as presence from "./presence";
import * as userGroups from "./userGroups";

/** Each after those whose records it is seeded from. */
const families = [sessions, members, userGroups, entries, entryGroups, presence, audit] as const;

type Each = (typeof families)[number];

/** How many records of each kind the sandbox starts with. */
export type Seed = CountsOf<Each>;
/** How many records of each list are on a page. */
export type PageSizes = PageSizesOf<Each>;
/** The records of all families. */
export type State = StateOf<Each>;

const all: readonly (Family & { handlers: Handlers<AnyCall<State, PageSizes>> })[] = families;

export const defaultSeed = merge(all.map(({ counts }) => counts)) as Seed;
export const defaultPageSizes = merge(all.map(({ pageSizes }) => pageSizes)) as PageSizes;

/** Every operation, by its id in the vendor's description. */
export const handlers = merge(all.map((family): AnyHandlers => family.handlers));

/** The records at the start. */
export const createSeed = (sizes: Partial<Seed>, at: Date): State =>
  seedAll<Each>(families, { ...defaultSeed, ...sizes }, at);
