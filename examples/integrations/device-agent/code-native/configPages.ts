import { configPage } from "@prismatic-io/spectral";
import { teamviewerTeamviewerOauth } from "../../../../generated/manifests/teamviewer/src/connections/teamviewerOauth";
import { teamviewerSelectGroup } from "../../../../generated/manifests/teamviewer/src/dataSources/selectGroup";

export const configPages = {
  "Connect TeamViewer": configPage({
    tagline: "The account whose devices the agent may ask about",
    elements: {
      "TeamViewer Connection": teamviewerTeamviewerOauth("teamviewer-connection", {
        clientId: { value: "", permissionAndVisibilityType: "organization" },
        clientSecret: { value: "", permissionAndVisibilityType: "organization" },
      }),
    },
  }),
  "Session Codes": configPage({
    tagline: "Where the codes that the agent makes are put",
    elements: {
      "Session Group": teamviewerSelectGroup("session-group", { connection: { configVar: "TeamViewer Connection" } }),
    },
  }),
};
