/** What takes several steps with computers. */
import * as duplicates from "./cleanDuplicateComputers";
import * as stale from "./cleanStaleComputers";
import * as removal from "./removeComputers";
import * as renaming from "./renameComputers";

export const actions = { ...renaming.actions, ...removal.actions, ...duplicates.actions, ...stale.actions };
