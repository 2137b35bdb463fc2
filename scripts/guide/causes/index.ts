/** Everything that the components can say, by kind of trouble, in the order of the page. */
import type { Chapter } from "./cause";
import { connections } from "./connections";
import { inputs, rawRequests } from "./inputs";
import { realvnc, realvncInputs, tsmanage } from "./realvnc";
import { answers, dropdowns, requests } from "./requests";
import { faults, tasks } from "./tasks";
import { teamviewer, teamviewerInputs } from "./teamviewer";
import { triggers } from "./triggers";

export const chapters: readonly Chapter[] = [
  connections,
  teamviewer,
  realvnc,
  tsmanage,
  inputs,
  teamviewerInputs,
  realvncInputs,
  rawRequests,
  requests,
  answers,
  triggers,
  tasks,
  dropdowns,
  faults,
];

/** Texts of the sources that nobody is told. */
export const unsaid: readonly string[] = ["Bearer {}", "cursor pages", "snapshot pages", "time is up"];
