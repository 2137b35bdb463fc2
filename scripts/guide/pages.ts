/** The pages of the guide that have generated sections. */
import path from "node:path";
import { loadComponent } from "../../engine/component";
import { realvnc } from "../reference/realvnc";
import { teamviewer } from "../reference/teamviewer";
import { realvncRefusals, teamviewerRefusals, tsmanageRefusals } from "./refusals";
import { realvncRights, teamviewerRights, triggerRights } from "./rights";
import type { Sections } from "./sections";

const dist = path.join(__dirname, "..", "..", "dist");

const connecting = (): Sections => {
  const component = loadComponent(dist, "teamviewer");
  return {
    "teamviewer-rights": teamviewerRights(component, teamviewer),
    "teamviewer-triggers": triggerRights(component),
    "teamviewer-refusals": teamviewerRefusals(),
    "realvnc-rights": realvncRights(loadComponent(dist, "realvnc"), realvnc),
    "realvnc-refusals": realvncRefusals(),
    "tsmanage-refusals": tsmanageRefusals(),
  };
};

/** The generated sections of each page, by its file below `docs/`. */
export const pages: Record<string, () => Sections | Promise<Sections>> = {
  "connecting.md": connecting,
};
