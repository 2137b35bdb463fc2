/** The components that have a reference, with what it takes from the sources of each. */
import type { Sources } from "./pages";
import { realvnc } from "./realvnc";
import { teamviewer } from "./teamviewer";
import { tsmanage } from "./tsmanage";

export const sourcesOf: Record<string, Sources> = { teamviewer, realvnc, tsmanage };
