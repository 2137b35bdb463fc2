import { configPage, configVar } from "@prismatic-io/spectral";
import { teamviewerTeamviewerOauth } from "../../../../generated/manifests/teamviewer/src/connections/teamviewerOauth";
import { teamviewerSelectGroup } from "../../../../generated/manifests/teamviewer/src/dataSources/selectGroup";

export const configPages = {
  "Connect TeamViewer": configPage({
    tagline: "The account in which the session codes are made",
    elements: {
      "TeamViewer Connection": teamviewerTeamviewerOauth("teamviewer-connection", {
        clientId: { value: "", permissionAndVisibilityType: "organization" },
        clientSecret: { value: "", permissionAndVisibilityType: "organization" },
      }),
    },
  }),
  "Session Codes": configPage({
    tagline: "Where the codes are put and what the customer reads while waiting",
    elements: {
      "Session Group": teamviewerSelectGroup("session-group", { connection: { configVar: "TeamViewer Connection" } }),
      "Waiting Message": configVar({
        stableKey: "waiting-message",
        dataType: "string",
        description: "What the customer reads until the technician joins.",
        defaultValue: "A technician will be with you shortly.",
      }),
    },
  }),
};
