import { component } from "@prismatic-io/spectral";
import { safeError } from "../http/errors";
import { attachOutputSchemas } from "../platform/outputSchema";
import { connections } from "./connections";
import { actions, dataSources } from "./resources";
import { triggers } from "./triggers";

const teamviewer = component({
  key: "teamviewer",
  public: false,
  display: {
    label: "TeamViewer",
    description: "Manage devices, contacts, groups, users and support sessions of TeamViewer",
    iconPath: "icon.png",
    category: "Application Connectors",
  },
  hooks: { error: safeError },
  connections,
  actions,
  dataSources,
  triggers,
});

export default attachOutputSchemas(teamviewer, actions);
