/** Why operations and fields are not reached. What the vendor has deprecated is told by its description. */
import { exceptions } from "../../test/support/exceptions";
import type { Reasons } from "./coverage";

/** What the connection asks for by itself. */
const byTheConnection: string[] = ["POST /OAuth2/token"];

/** Paths below which actions are still missing, each with all that is below it. The line goes when the last is there. */
const notYet: string[] = [];

export const reasons: Reasons = { byTheConnection, notYet, notForBuilders: exceptions.notForBuilders };
