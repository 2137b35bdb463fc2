/** The pages of the guide that have generated sections. */
import path from "node:path";
import { loadComponent } from "../../engine/component";
import { realvnc } from "../reference/realvnc";
import { teamviewer } from "../reference/teamviewer";
import { tsmanage } from "../reference/tsmanage";
import { chapterLines } from "./catalogue";
import { chapters } from "./causes";
import {
  actionCosts,
  ownLimits,
  realvncActions,
  retried,
  sizing,
  teamviewerActions,
  triggerCosts,
  waits,
} from "./limits";
import { measureRealVnc, measureRealVncActions, measureRealVncChanges } from "./measure/realvnc";
import { measureActions } from "./measure/requests";
import { measureTeamViewer, measureTeamViewerChanges } from "./measure/teamviewer";
import { measureTSManage } from "./measure/tsmanage";
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

const teamviewerLimits = async (): Promise<Sections> => {
  const component = loadComponent(dist, "teamviewer");
  const measured = { inWorlds: await measureTeamViewer(), perChange: await measureTeamViewerChanges() };
  return {
    "teamviewer-actions": teamviewerActions(component, teamviewer, await measureActions()),
    "teamviewer-tasks": actionCosts(component, teamviewer, measured),
    "teamviewer-triggers": triggerCosts(component, teamviewer, measured),
    sizing: sizing(measured.inWorlds),
  };
};

const realvncLimits = async (): Promise<Sections> => {
  const component = loadComponent(dist, "realvnc");
  const measured = { inWorlds: await measureRealVnc(), perChange: await measureRealVncChanges() };
  const several = new Set(measured.inWorlds.keys());
  return {
    "realvnc-actions": realvncActions(component, realvnc, await measureRealVncActions(), several),
    "realvnc-tasks": actionCosts(component, realvnc, measured),
    "realvnc-triggers": triggerCosts(component, realvnc, measured),
  };
};

const limits = async (): Promise<Sections> => ({
  "own-limits": ownLimits(),
  retried: retried(),
  waits: waits(),
  ...(await teamviewerLimits()),
  ...(await realvncLimits()),
  "tsmanage-actions": actionCosts(loadComponent(dist, "tsmanage"), tsmanage, { inWorlds: await measureTSManage() }),
});

/** The generated sections of each page, by its file below `docs/`. */
export const pages: Record<string, () => Sections | Promise<Sections>> = {
  "connecting.md": connecting,
  "limits.md": limits,
  "troubleshooting.md": () => ({ causes: chapterLines(chapters) }),
};
