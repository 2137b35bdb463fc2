import { configPage, configVar, connectionConfigVar } from "@prismatic-io/spectral";
import { realvncRealvncAccessKey } from "../../../../generated/manifests/realvnc/src/connections/realvncAccessKey";
import { teamviewerTeamviewerScriptToken } from "../../../../generated/manifests/teamviewer/src/connections/teamviewerScriptToken";

export const configPages = {
  "Connect TeamViewer": configPage({
    tagline: "The company whose events are sent",
    elements: {
      "TeamViewer Connection": teamviewerTeamviewerScriptToken("teamviewer-connection", { token: {} }),
    },
  }),
  "Connect RealVNC": configPage({
    tagline: "The team whose events are sent",
    elements: {
      "RealVNC Connection": realvncRealvncAccessKey("realvnc-connection", { accessKeyId: {}, accessKey: {} }),
      "Only RealVNC Sessions": configVar({
        stableKey: "only-realvnc-sessions",
        dataType: "boolean",
        description: "When on, RealVNC's events of sessions are sent, and not those of changes to the team.",
        defaultValue: false,
      }),
    },
  }),
  SIEM: configPage({
    tagline: "Where the events go, and how often",
    elements: {
      "SIEM Connection": connectionConfigVar({
        stableKey: "siem-connection",
        dataType: "connection",
        inputs: {
          url: {
            label: "URL",
            type: "string",
            required: true,
            comments: "The address that takes a JSON list of events.",
            example: "https://siem.example.com/events",
          },
          apiKey: {
            label: "API Key",
            type: "password",
            required: true,
            comments: "The key with which the SIEM lets events in. It is sent as Authorization: Bearer.",
          },
        },
      }),
      Schedule: configVar({
        stableKey: "schedule",
        dataType: "schedule",
        description: "How often new events are looked for.",
        defaultValue: "*/5 * * * *",
      }),
    },
  }),
};
