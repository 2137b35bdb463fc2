/** All families of operations, put together to one store and one set of handlers. */
import { type AnyHandlers, type CountsOf, type Family, merge, type StateOf, seedAll } from "../core/families";
import type { AnyCall, Handlers } from "./calls";
import * as members from "./members";
import * as serverGroups from "./serverGroups";

/** Each after those whose records it is seeded from. */
const families = [serverGroups, members] as const;

type Each = (typeof families)[number];

/** How many records of each kind the sandbox starts with. */
export type Seed = CountsOf<Each>;
/** The records of all families. */
export type State = StateOf<Each>;

const all: readonly (Family & { handlers: Handlers<AnyCall<State>> })[] = families;

export const defaultSeed = merge(all.map(({ counts }) => counts)) as Seed;

/** Every operation that keeps state, by its id in the vendor's description. */
export const handlers = merge(all.map((family): AnyHandlers => family.handlers));

/** The records at the start. */
export const createSeed = (sizes: Partial<Seed>, at: Date): State =>
  seedAll<Each>(families, { ...defaultSeed, ...sizes }, at);
