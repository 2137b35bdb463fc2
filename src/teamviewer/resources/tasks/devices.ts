/** What takes several steps with devices. */
import * as cleanUp from "./cleanUp";
import * as inventory from "./inventory";
import * as policies from "./policies";

export const actions = { ...inventory.actions, ...policies.actions, ...cleanUp.actions };
