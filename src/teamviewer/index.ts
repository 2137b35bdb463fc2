import { safeError } from "../http/errors";
import { componentOf } from "../platform/component";
import { connections } from "./connections";
import * as families from "./resources";
import * as triggers from "./triggers";

export default componentOf({
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
  families,
  triggers,
});
